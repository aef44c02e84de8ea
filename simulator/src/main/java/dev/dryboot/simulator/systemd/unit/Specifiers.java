package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.value.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replaces {@code %n}, {@code %i} and the others (systemd.unit(5), "Specifiers"). */
public final class Specifiers {
  private static final Map<Character, String> OS_RELEASE =
      Map.of(
          'o', "ID",
          'w', "VERSION_ID",
          'W', "VARIANT_ID",
          'M', "IMAGE_ID",
          'A', "IMAGE_VERSION",
          'B', "BUILD_ID");

  private final UnitName name;
  private final Map<Character, String> host;
  private final String fragment;

  /**
   * @param host the specifiers that do not depend on the unit: see {@link #host}
   */
  public Specifiers(UnitName name, Map<Character, String> host) {
    this(name, host, List.of());
  }

  Specifiers(UnitName name, Map<Character, String> host, List<Fragment> files) {
    this.name = name;
    this.host = host;
    this.fragment = files.isEmpty() || files.getFirst().dropIn() ? "" : files.getFirst().path();
  }

  /** Those of a unit that is loaded. */
  public static Specifiers of(Unit unit, Map<Character, String> host) {
    return new Specifiers(unit.name(), host, unit.settings().fragments());
  }

  /**
   * The specifiers of a system manager on a host.
   *
   * @param osRelease what os-release(5) says; what it leaves out is empty
   */
  public static Map<Character, String> host(
      String hostname,
      Optional<String> prettyHostname,
      String machineId,
      String bootId,
      String kernelRelease,
      String architecture,
      Map<String, String> osRelease) {
    var host = new LinkedHashMap<Character, String>();
    host.put('H', hostname);
    String shortName = hostname.replaceFirst("\\..*", "");
    host.put('l', shortName);
    host.put('q', prettyHostname.orElse(shortName));
    host.put('m', machineId);
    host.put('b', bootId);
    host.put('v', kernelRelease);
    host.put('a', architecture);
    OS_RELEASE.forEach((letter, name) -> host.put(letter, osRelease.getOrDefault(name, "")));
    host.put('t', "/run");
    host.put('D', "/usr/share");
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

  /**
   * {@code text} with its specifiers replaced. Where one stands for nothing, systemd drops the
   * assignment or the word.
   */
  public Reading<String> read(String text) {
    return text.indexOf('%') < 0
        ? Reading.of(text)
        : dev.dryboot.foreign.unitname.Specifiers.expand(text, name.inFiles(), this::value);
  }

  private Optional<String> value(char letter) {
    return switch (letter) {
      case 'd' -> Optional.of("/run/credentials/" + name.text());
      case 'y' -> Optional.of(fragment).filter(f -> !f.isEmpty());
      case 'Y' ->
          Optional.of(fragment)
              .filter(f -> !f.isEmpty())
              .map(f -> f.substring(0, f.lastIndexOf('/')));
      default -> Optional.ofNullable(host.get(letter));
    };
  }

  /** The same of a text that was taken; one with a specifier that stands for nothing stays. */
  public String expand(String text) {
    return read(text).value().orElse(text);
  }
}
