package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.unitfile.UnitFileReader;
import dev.dryboot.foreign.unitname.UnitType;
import dev.dryboot.source.Report;
import dev.dryboot.source.Severity;
import dev.dryboot.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the real systemd made of values: the table {@code observed-verdicts.txt}, case by case, and
 * what the checker makes of the same unit.
 */
final class ObservedVerdicts {
  private static final Pattern RUN = Pattern.compile("«(.+?)\\*([0-9]+)»");

  private ObservedVerdicts() {}

  /**
   * One observation.
   *
   * @param verdict a accepted, i ignored, r the unit refused
   */
  record Case(
      SystemdVersion version, String section, String directive, String values, char verdict) {

    /** The unit that was loaded, and its name. */
    SourceText unit() {
      UnitType type =
          section.equals("Unit")
              ? UnitType.SERVICE
              : UnitType.of(section.toLowerCase(java.util.Locale.ROOT)).get();
      var text = new StringBuilder("[" + type.section().get() + "]\n").append(body(type));
      if (section.equals("Unit")) {
        text.append("[Unit]\n");
      }
      for (String value : values.split("␤", -1)) {
        text.append(directive).append('=').append(expanded(value)).append('\n');
      }
      return SourceText.of("c00001." + type.suffix(), text.toString());
    }

    private static String body(UnitType type) {
      return switch (type) {
        case SERVICE -> "Type=oneshot\nExecStart=/bin/true\n";
        case SOCKET -> "ListenStream=/run/zzz\n";
        case MOUNT -> "What=tmpfs\nWhere=/c00001\n";
        case AUTOMOUNT -> "Where=/c00001\n";
        case SWAP -> "What=/c00001\n";
        case TIMER -> "OnActiveSec=1\n";
        case PATH -> "PathExists=/zzz\n";
        case SLICE, TARGET, DEVICE, SCOPE -> "";
      };
    }

    /** What the checker says of the same unit. */
    char predicted() {
      SourceText text = unit();
      UnitFileKind kind = UnitFileKind.ofName(text.name()).orElseThrow();
      Report report = UnitFileChecker.check(UnitFileReader.read(text), text.name(), kind, version);
      if (report.diagnostics().stream().anyMatch(d -> d.severity() == Severity.ERROR)) {
        return 'r';
      }
      return report.diagnostics().stream()
              .anyMatch(
                  d ->
                      d.severity() == Severity.WARNING
                          && d.rule() != UnitFileRules.DEPENDENCY_RESET)
          ? 'i'
          : 'a';
    }

    @Override
    public String toString() {
      return version.number() + " [" + section + "] " + directive + "=" + values + " " + verdict;
    }
  }

  private static String expanded(String value) {
    return RUN.matcher(value).replaceAll(ObservedVerdicts::repeated);
  }

  private static String repeated(MatchResult run) {
    return java.util.regex.Matcher.quoteReplacement(
        run.group(1).repeat(Integer.parseInt(run.group(2))));
  }

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    String section = "";
    List<String> directives = List.of();
    for (String line : text().lines().toList()) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.indexOf(']'));
        directives = List.of(line.substring(line.indexOf(']') + 2).split(" "));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        for (String directive : directives) {
          String value = line.substring(3);
          cases.add(new Case(SystemdVersion.V252, section, directive, value, line.charAt(0)));
          cases.add(new Case(SystemdVersion.V257, section, directive, value, line.charAt(1)));
        }
      }
    }
    return cases;
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(
            ObservedVerdicts.class.getResourceAsStream("observed-verdicts.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
