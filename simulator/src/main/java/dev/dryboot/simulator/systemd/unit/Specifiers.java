package dev.dryboot.simulator.systemd.unit;

import java.util.LinkedHashMap;
import java.util.Map;

/** Replaces {@code %n}, {@code %i} and the others (systemd.unit(5), "Specifiers"). */
public final class Specifiers {
  private final UnitName name;
  private final Map<Character, String> host;

  /**
   * @param host the specifiers that do not depend on the unit: see {@link #host}
   */
  public Specifiers(UnitName name, Map<Character, String> host) {
    this.name = name;
    this.host = host;
  }

  /** The specifiers of a system manager on a host. */
  public static Map<Character, String> host(
      String hostname, String machineId, String bootId, String architecture, String osId) {
    var host = new LinkedHashMap<Character, String>();
    host.put('H', hostname);
    host.put('l', hostname.contains(".") ? hostname.substring(0, hostname.indexOf('.')) : hostname);
    host.put('q', hostname);
    host.put('m', machineId);
    host.put('b', bootId);
    host.put('v', "6.12.0");
    host.put('a', architecture);
    host.put('o', osId);
    for (char empty : "wWMABg".toCharArray()) {
      host.putIfAbsent(empty, "");
    }
    host.put('t', "/run");
    host.put('S', "/var/lib");
    host.put('C', "/var/cache");
    host.put('L', "/var/log");
    host.put('E', "/etc");
    host.put('T', "/tmp");
    host.put('V', "/var/tmp");
    host.put('u', "root");
    host.put('U', "0");
    host.put('g', "root");
    host.put('G', "0");
    host.put('h', "/root");
    host.put('s', "/bin/sh");
    return host;
  }

  /** {@code text} with its specifiers replaced; unknown ones stay. */
  public String expand(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%' || i + 1 == text.length()) {
        out.append(c);
        continue;
      }
      char specifier = text.charAt(++i);
      String value = value(specifier);
      if (value == null) {
        out.append('%').append(specifier);
      } else {
        out.append(value);
      }
    }
    return out.toString();
  }

  private @org.jspecify.annotations.Nullable String value(char specifier) {
    return switch (specifier) {
      case '%' -> "%";
      case 'n' -> name.text();
      case 'N' -> name.stem();
      case 'p' -> name.prefix();
      case 'P' -> UnitName.unescape(name.prefix());
      case 'i' -> name.instance().orElse("");
      case 'I' -> UnitName.unescape(name.instance().orElse(""));
      case 'j' -> lastPart(name.prefix());
      case 'J' -> UnitName.unescape(lastPart(name.prefix()));
      case 'f' -> "/" + strip(UnitName.unescape(name.instance().orElse(name.prefix())));
      default -> host.get(specifier);
    };
  }

  private static String lastPart(String prefix) {
    return prefix.substring(prefix.lastIndexOf('-') + 1);
  }

  private static String strip(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }
}
