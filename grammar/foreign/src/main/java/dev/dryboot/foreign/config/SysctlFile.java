package dev.dryboot.foreign.config;

import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings of a file in {@code sysctl.d} (sysctl.d(5)).
 *
 * @param settings in order; a later one of the same key wins
 * @param faults lines that systemd-sysctl skips
 */
public record SysctlFile(List<Setting> settings, List<LineFault> faults) {

  /**
   * A setting.
   *
   * @param key with dots: {@code net.ipv4.ip_forward}
   * @param value what is written
   * @param mayFail whether a failure is ignored (a dash in front)
   */
  public record Setting(String key, String value, boolean mayFail, Span span) {}

  public SysctlFile {
    settings = List.copyOf(settings);
    faults = List.copyOf(faults);
  }

  /** Reads a file. Never fails. */
  public static SysctlFile read(SourceText source) {
    List<Setting> settings = new ArrayList<>();
    List<LineFault> faults = new ArrayList<>();
    for (ConfigLine line : ConfigLine.of(source, "#;")) {
      boolean mayFail = line.text().startsWith("-");
      String text = mayFail ? line.text().substring(1) : line.text();
      int equals = text.indexOf('=');
      if (equals < 1) {
        if (!mayFail || equals == 0) {
          faults.add(new LineFault(line.span(), "this line assigns nothing"));
        }
        continue;
      }
      settings.add(
          new Setting(
              dotted(text.substring(0, equals).strip()),
              text.substring(equals + 1).strip(),
              mayFail,
              line.span()));
    }
    return new SysctlFile(settings, faults);
  }

  /** Where the first separator is a slash, slashes part and dots belong to names. */
  private static String dotted(String key) {
    int slash = key.indexOf('/');
    int dot = key.indexOf('.');
    if (slash < 0 || (dot >= 0 && dot < slash)) {
      return key;
    }
    var dotted = new StringBuilder();
    for (char c : key.toCharArray()) {
      dotted.append(c == '/' ? '.' : c == '.' ? '/' : c);
    }
    return dotted.toString();
  }
}
