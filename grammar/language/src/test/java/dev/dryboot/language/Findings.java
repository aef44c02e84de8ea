package dev.dryboot.language;

import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Map;

/** Findings as tests compare them: {@code line:column code message}. */
final class Findings {
  static final BootLanguage LANGUAGE = BootLanguage.create();

  private Findings() {}

  static List<String> parsing(String text) {
    return lines(LANGUAGE.parse(SourceText.of("test.boot", text)).report());
  }

  static List<String> loading(String text) {
    return loading(text, Map.of());
  }

  static List<String> loading(String text, Map<String, String> files) {
    return lines(
        LANGUAGE.load(List.of(SourceText.of("test.boot", text)), new MapFiles(files)).report());
  }

  static List<String> lines(Report report) {
    return report.diagnostics().stream().map(Findings::line).toList();
  }

  /** What a report says besides: the help of its findings. */
  static List<String> help(Report report) {
    return report.diagnostics().stream().map(Diagnostic::help).toList();
  }

  private static String line(Diagnostic diagnostic) {
    Span span = diagnostic.span().orElseThrow();
    return "%s:%d:%d %s %s"
        .formatted(
            span.source().name().equals("test.boot") ? "" : span.source().name(),
            span.from().line(),
            span.from().column(),
            diagnostic.rule().code(),
            diagnostic.message())
        .replaceFirst("^:", "");
  }
}
