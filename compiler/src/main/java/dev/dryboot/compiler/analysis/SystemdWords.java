package dev.dryboot.compiler.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of services as systemd spells them: {@code timeout-start-sec}, TimeoutStartSec. */
final class SystemdWords {
  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("cpu", "CPU"),
          Map.entry("cpus", "CPUs"),
          Map.entry("io", "IO"),
          Map.entry("iops", "IOPS"),
          Map.entry("oom", "OOM"),
          Map.entry("ip", "IP"),
          Map.entry("ipc", "IPC"),
          Map.entry("ipv6", "IPv6"),
          Map.entry("pid", "PID"),
          Map.entry("pids", "PIDs"),
          Map.entry("pam", "PAM"),
          Map.entry("tty", "TTY"),
          Map.entry("vt", "VT"),
          Map.entry("vhangup", "VHangup"),
          Map.entry("numa", "NUMA"),
          Map.entry("selinux", "SELinux"),
          Map.entry("apparmor", "AppArmor"),
          Map.entry("sigkill", "SIGKILL"),
          Map.entry("sighup", "SIGHUP"),
          Map.entry("sigpipe", "SIGPIPE"),
          Map.entry("suidsgid", "SUIDSGID"),
          Map.entry("apivfs", "APIVFS"),
          Map.entry("ac", "AC"),
          Map.entry("os", "OS"),
          Map.entry("tcp", "TCP"),
          Map.entry("tos", "TOS"),
          Map.entry("ttl", "TTL"),
          Map.entry("usb", "USB"),
          Map.entry("nsec", "NSec"),
          Map.entry("uid", "UID"),
          Map.entry("tpm2", "TPM2"));

  private static final List<String> UNIT_WORDS =
      List.of(
          "description",
          "documentation",
          "requires-mounts-for",
          "wants-mounts-for",
          "on-failure",
          "on-success",
          "on-failure-job-mode",
          "on-success-job-mode",
          "ignore-on-isolate",
          "stop-when-unneeded",
          "refuse-manual-start",
          "refuse-manual-stop",
          "allow-isolate",
          "default-dependencies",
          "survive-final-kill-signal",
          "collect-mode",
          "failure-action",
          "success-action",
          "failure-action-exit-status",
          "success-action-exit-status",
          "job-timeout-sec",
          "job-running-timeout-sec",
          "job-timeout-action",
          "job-timeout-reboot-argument",
          "start-limit-interval-sec",
          "start-limit-burst",
          "start-limit-action",
          "reboot-argument",
          "source-path",
          "propagates-reload-to",
          "reload-propagated-from",
          "propagates-stop-to",
          "stop-propagated-from",
          "joins-namespace-of");

  private static final List<String> INSTALL_WORDS = List.of("also", "alias", "default-instance");

  /** Relations between units, in the order an expert writes them. */
  static final List<String> EDGES =
      List.of(
          "requires",
          "requisite",
          "binds-to",
          "wants",
          "upholds",
          "part-of",
          "conflicts",
          "after",
          "before",
          "wanted-by",
          "required-by");

  private SystemdWords() {}

  static String directive(String word) {
    StringBuilder name = new StringBuilder();
    if (word.startsWith("limit-")) {
      return "Limit" + word.substring("limit-".length()).replace("-", "").toUpperCase(Locale.ROOT);
    }
    for (String part : word.split("-")) {
      name.append(
          PARTS.getOrDefault(
              part,
              part.isEmpty()
                  ? ""
                  : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1)));
    }
    return name.toString();
  }

  /** The section that a word of a service belongs to. */
  static String section(String word) {
    if (UNIT_WORDS.contains(word) || word.startsWith("condition-") || word.startsWith("assert-")) {
      return "Unit";
    }
    return INSTALL_WORDS.contains(word) ? "Install" : "Service";
  }
}
