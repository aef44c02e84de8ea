package dev.dryboot.language.settings;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Spells the directives of unit files as words of the language. */
final class DirectiveWord {
  /** Names whose parts cannot be told from their capitals. */
  private static final Map<String, String> PARTS = parts();

  private DirectiveWord() {}

  private static Map<String, String> parts() {
    Map<String, String> parts = new TreeMap<>();
    parts.put("UMask", "Umask");
    parts.put("SELinux", "Selinux");
    parts.put("CPUs", "Cpus");
    parts.put("PIDs", "Pids");
    parts.put("IPv6", "Ipv6");
    parts.put("IPTTL", "IpTtl");
    parts.put("IPTOS", "IpTos");
    parts.put("VHangup", "Vhangup");
    parts.put("OSRelease", "OsRelease");
    parts.put("IOPS", "Iops");
    return parts;
  }

  /**
   * {@code TimeoutStartSec} as {@code timeout-start-sec}, {@code CPUQuota} as {@code cpu-quota}.
   */
  static String of(String directive) {
    String name = directive;
    for (Map.Entry<String, String> part : PARTS.entrySet()) {
      name = name.replace(part.getKey(), part.getValue());
    }
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean upper = Character.isUpperCase(c);
      boolean afterLower = i > 0 && !Character.isUpperCase(name.charAt(i - 1));
      boolean beforeLower = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
      if (upper && i > 0 && (afterLower || beforeLower)) {
        word.append('-');
      }
      word.append(c);
    }
    return word.toString().toLowerCase(Locale.ROOT);
  }
}
