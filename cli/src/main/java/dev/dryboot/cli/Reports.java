package dev.dryboot.cli;

import dev.dryboot.compiler.analysis.ModelRules;
import dev.dryboot.language.LanguageRules;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Report;
import dev.dryboot.source.Rule;
import dev.dryboot.source.Severity;
import dev.dryboot.source.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins reports of several targets, which find the same things. */
final class Reports {
  /** Rules about what a value of the language comes to. */
  private static final List<Rule> COME_TO =
      List.of(
          ModelRules.VALUE_KIND,
          ModelRules.UNKNOWN_PLACEHOLDER,
          ModelRules.SECRET_MISSING,
          ModelRules.NOTHING_TO_REMOVE,
          ModelRules.HOST_NAME,
          ModelRules.TIME_ZONE,
          ModelRules.SSH_KEY,
          ModelRules.PASSWORD_HASH,
          ModelRules.IMAGE_NAME,
          ModelRules.SHARED_NETWORK);

  /** Rules about words that were not understood. */
  private static final List<Rule> NOT_UNDERSTOOD =
      List.of(LanguageRules.UNKNOWN_SETTING, LanguageRules.SYNTAX, LanguageRules.UNQUOTED_TEXT);

  private Reports() {}

  /** The mistakes alone. */
  static Report errors(Report report) {
    return new Report(
        report.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList());
  }

  /** All of them in one; adding many to each other one by one would sort again and again. */
  static Report together(List<Report> reports) {
    return new Report(reports.stream().flatMap(r -> r.diagnostics().stream()).toList());
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
        .filter(d -> d.severity() == Severity.ERROR && !COME_TO.contains(d.rule()))
        .forEach(d -> d.span().ifPresent(wrong::add));
    boolean unknownWords = found.values().stream().anyMatch(d -> NOT_UNDERSTOOD.contains(d.rule()));
    return new Report(
        found.values().stream()
            .filter(
                d -> d.severity() != Severity.NOTE || !d.span().map(wrong::contains).orElse(false))
            .filter(d -> !repeats(d, wrong, unknownWords))
            .toList());
  }

  /**
   * What a value comes to is not told where the value, a part of it, or what it is a part of was
   * told to be wrong; nor that something is missing, where a word near it was not understood.
   */
  private static boolean repeats(Diagnostic diagnostic, Set<Span> wrong, boolean unknownWords) {
    if (unknownWords && diagnostic.rule().equals(ModelRules.NOTHING_TO_RUN)) {
      return true;
    }
    return COME_TO.contains(diagnostic.rule())
        && diagnostic.span().stream()
            .anyMatch(
                whole ->
                    wrong.stream().anyMatch(part -> within(part, whole) || within(whole, part)));
  }

  /** What {@code report} says that was not told before, at the same place or in its quotes. */
  static Report without(Report report, Report told) {
    return told.diagnostics().isEmpty()
        ? report
        : new Report(
            report.diagnostics().stream()
                .filter(d -> told.diagnostics().stream().noneMatch(t -> isSame(d.written(), t)))
                .toList());
  }

  private static boolean isSame(Diagnostic one, Diagnostic told) {
    return one.rule().equals(told.rule())
        && one.severity() == told.severity()
        && one.message().equals(told.message())
        && one.span().isPresent()
        && told.span().filter(whole -> within(one.span().get(), whole)).isPresent();
  }

  private static boolean within(Span part, Span whole) {
    return part.source().equals(whole.source())
        && part.start() >= whole.start()
        && part.end() <= whole.end();
  }
}
