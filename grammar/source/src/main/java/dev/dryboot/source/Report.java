package dev.dryboot.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was found, in the order of the places: by file, then by offset, then by code. Diagnostics
 * without a place come last.
 */
public record Report(List<Diagnostic> diagnostics) {
  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing((Diagnostic d) -> d.span().isEmpty())
          .thenComparing(d -> d.span().map(s -> s.source().name()).orElse(""))
          .thenComparing(d -> d.span().map(Span::start).orElse(0))
          .thenComparing(Diagnostic::severity)
          .thenComparing(d -> d.rule().code())
          .thenComparing(Diagnostic::message);

  public static final Report EMPTY = new Report(List.of());

  public Report {
    diagnostics = diagnostics.stream().sorted(ORDER).toList();
  }

  public static Report of(Diagnostic... diagnostics) {
    return new Report(List.of(diagnostics));
  }

  public Report and(Report other) {
    if (other.diagnostics.isEmpty()) {
      return this;
    }
    var all = new ArrayList<>(diagnostics);
    all.addAll(other.diagnostics);
    return new Report(all);
  }

  public boolean hasErrors() {
    return count(Severity.ERROR) > 0;
  }

  public long count(Severity severity) {
    return diagnostics.stream().filter(d -> d.severity() == severity).count();
  }
}
