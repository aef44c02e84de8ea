package dev.dryboot.cli;

import dev.dryboot.compiler.analysis.ModelRules;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Report;
import dev.dryboot.source.Severity;
import dev.dryboot.source.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins reports of several targets, which find the same things. */
final class Reports {
  private Reports() {}

  /** The mistakes alone. */
  static Report errors(Report report) {
    return new Report(
        report.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList());
  }

  /**
   * Each finding once, at the place where the author wrote it. A note about a very place that has a
   * mistake adds nothing.
   */
  static Report distinct(Report report) {
    Map<List<Object>, Diagnostic> found = new LinkedHashMap<>();
    for (Diagnostic diagnostic : report.diagnostics()) {
      Diagnostic written = diagnostic.written();
      found.putIfAbsent(List.of(written.rule().code(), written.span(), written.message()), written);
    }
    Set<Span> wrong = new LinkedHashSet<>();
    found.values().stream()
        .filter(d -> d.severity() == Severity.ERROR)
        .forEach(d -> d.span().ifPresent(wrong::add));
    return new Report(
        found.values().stream()
            .filter(
                d -> d.severity() != Severity.NOTE || !d.span().map(wrong::contains).orElse(false))
            .filter(d -> !repeats(d, wrong))
            .toList());
  }

  /** What a value comes to is not told where a part of the value was told to be wrong. */
  private static boolean repeats(Diagnostic diagnostic, Set<Span> wrong) {
    return diagnostic.rule().equals(ModelRules.VALUE_KIND)
        && diagnostic.span().stream()
            .anyMatch(whole -> wrong.stream().anyMatch(part -> within(part, whole)));
  }

  private static boolean within(Span part, Span whole) {
    return part.source().equals(whole.source())
        && !part.equals(whole)
        && part.start() >= whole.start()
        && part.end() <= whole.end();
  }
}
