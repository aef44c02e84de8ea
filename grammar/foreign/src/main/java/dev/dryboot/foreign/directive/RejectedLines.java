package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Report;
import dev.dryboot.source.Severity;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;

/** One mistake is one finding: that a unit lacks what a rejected line was to say. */
final class RejectedLines {
  private final UnitFile file;
  private final Report lines;

  RejectedLines(UnitFile file, Report lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * What was found in the lines and in the whole. What is only so since a line was rejected is told
   * with the line, which refuses the unit then.
   *
   * @param whole what is wrong with what systemd takes of the file
   * @param asWritten what were wrong if it took every line
   */
  Report with(List<Diagnostic> whole, List<Diagnostic> asWritten) {
    List<Diagnostic> lost = new ArrayList<>(whole);
    lost.removeAll(asWritten);
    List<Diagnostic> own = new ArrayList<>(whole);
    own.removeAll(lost);
    if (lost.isEmpty() || lines.hasErrors()) {
      return lines.and(new Report(own));
    }
    List<Diagnostic> told =
        lines.diagnostics().stream()
            .map(d -> isNeeded(d) ? raised(d, lost.getFirst()) : d)
            .toList();
    boolean raised = !told.equals(lines.diagnostics());
    return new Report(told).and(new Report(raised ? own : whole));
  }

  /** Whether it rejects a line without which a unit may be nothing. */
  private boolean isNeeded(Diagnostic found) {
    return found.rule().equals(UnitFileRules.VALUE_IGNORED)
        && found.span().isPresent()
        && file.sections().stream()
            .flatMap(section -> section.directives().stream())
            .filter(directive -> holds(directive, found.span().get()))
            .anyMatch(directive -> NeededDirectives.ALL.contains(directive.name()));
  }

  private static boolean holds(Directive directive, Span span) {
    return directive.whole().start() <= span.start() && span.end() <= directive.whole().end();
  }

  private static Diagnostic raised(Diagnostic line, Diagnostic missing) {
    return new Diagnostic(
        line.rule(),
        Severity.ERROR,
        line.message(),
        line.span(),
        line.related(),
        "without this line %s, and %s".formatted(missing.message(), missing.why()),
        line.help().isEmpty() ? missing.help() : line.help());
  }
}
