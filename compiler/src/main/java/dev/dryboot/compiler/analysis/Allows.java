package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.Allow;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Report;
import dev.dryboot.source.Rule;
import dev.dryboot.source.Severity;
import dev.dryboot.source.Span;
import dev.dryboot.source.Suggestion;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The findings that a host's author has accepted with {@code allow}. */
public record Allows(List<Allow> all) {
  public Allows {
    all = List.copyOf(all);
  }

  public static Allows of(HostModel host) {
    return new Allows(host.allows());
  }

  /**
   * The report without what was accepted. A finding is accepted where {@code allow} names its rule
   * in the thing that the finding is about, or in the host itself.
   */
  public Report silence(Report report) {
    return new Report(
        report.diagnostics().stream()
            .filter(d -> all.stream().noneMatch(a -> accepts(a, d)))
            .toList());
  }

  private static boolean accepts(Allow allow, Diagnostic diagnostic) {
    if (!diagnostic.rule().is(allow.rule())) {
      return false;
    }
    return allow.scopes().isEmpty()
        || diagnostic.span().map(Span::written).filter(at -> within(at, allow)).isPresent();
  }

  private static boolean within(Span at, Allow allow) {
    return allow.scopes().stream()
        .anyMatch(
            scope ->
                scope.source() == at.source()
                    && scope.start() <= at.start()
                    && at.end() <= scope.end());
  }

  /** Says which {@code allow}s name no rule, given all rules there are. */
  public Report unknown(Collection<Rule> rules) {
    List<Allow> unknown =
        all.stream().filter(a -> rules.stream().noneMatch(r -> r.is(a.rule()))).toList();
    if (unknown.isEmpty()) {
      return Report.EMPTY;
    }
    Set<String> names = new LinkedHashSet<>();
    rules.forEach(
        rule -> {
          names.add(rule.name());
          names.add(rule.code());
        });
    return new Report(
        unknown.stream()
            .map(
                a ->
                    new Diagnostic(
                        ModelRules.UNKNOWN_ALLOW,
                        Severity.ERROR,
                        "there is no rule %s".formatted(a.rule()),
                        java.util.Optional.of(a.span()),
                        List.of(),
                        "it silences nothing",
                        Suggestion.nearest(a.rule(), names)
                            .map("did you mean %s?"::formatted)
                            .orElse("dryboot explain lists the rules")))
            .toList());
  }
}
