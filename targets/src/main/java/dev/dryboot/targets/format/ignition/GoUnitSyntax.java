package dev.dryboot.targets.format.ignition;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.Optional;

/**
 * Whether Ignition can read a unit's text: it is stricter than systemd here (go-systemd 22,
 * unit/deserialize.go).
 */
final class GoUnitSyntax {
  private static final int LONGEST_LINE = 2048;

  private final String text;
  private int at;

  private GoUnitSyntax(String text) {
    this.text = text;
  }

  /** A mistake and where it stands in the unit's text. */
  private record Mistake(int start, int end, String message) {}

  static void check(Located<String> contents, String name, Findings findings) {
    GoUnitSyntax syntax = new GoUnitSyntax(contents.value());
    longLine(contents, name, findings);
    Optional<Mistake> mistake = syntax.first();
    if (mistake.isEmpty()) {
      return;
    }
    SourceText decoded = SourceText.decoded(name, contents.at(), contents.value());
    int end = Math.clamp(mistake.get().end(), mistake.get().start(), contents.value().length());
    Span place = decoded.span(Math.min(mistake.get().start(), end), end).written();
    findings.error(
        IgnitionRules.UNIT,
        place,
        "%s: %s".formatted(name, mistake.get().message()),
        "write [Section] lines, and Name=value lines below them");
  }

  private static void longLine(Located<String> contents, String name, Findings findings) {
    if (contents.value().lines().anyMatch(l -> l.length() >= LONGEST_LINE)) {
      findings.add(
          Diagnostic.warning(
                  IgnitionRules.UNIT,
                  contents.at(),
                  "%s has a line of more than %d characters".formatted(name, LONGEST_LINE - 1))
              .why("Ignition before 2.15 refuses the whole config for it")
              .help("break the line with a backslash at its end"));
    }
  }

  private Optional<Mistake> first() {
    boolean inSection = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '[') {
        Optional<Mistake> mistake = header();
        if (mistake.isPresent()) {
          return mistake;
        }
        inSection = true;
      } else if (c == '#' || c == ';') {
        comment();
      } else if (!inSection || Character.isWhitespace(c)) {
        at++;
      } else {
        Optional<Mistake> mistake = option();
        if (mistake.isPresent()) {
          return mistake;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Mistake> header() {
    int start = at;
    int close = text.indexOf(']', at);
    if (close < 0) {
      return Optional.of(new Mistake(start, lineEnd(start), "a section's name is not closed by ]"));
    }
    at = close + 1;
    int end = lineEnd(at);
    String rest = text.substring(at, end);
    at = end + 1;
    return rest.isBlank()
        ? Optional.empty()
        : Optional.of(new Mistake(close + 1, end, "something follows after a section's name"));
  }

  private void comment() {
    String line;
    do {
      int end = lineEnd(at);
      line = text.substring(Math.min(at, text.length()), end);
      at = end + 1;
    } while ((line.endsWith("\\") || line.endsWith("\\ ")) && at < text.length());
  }

  private Optional<Mistake> option() {
    int start = at;
    int end = lineEnd(at);
    int equals = text.indexOf('=', at);
    if (equals < 0 || equals > end) {
      return Optional.of(new Mistake(start, end, "this line is no Name=value"));
    }
    at = equals + 1;
    while (at <= text.length()) {
      int lineEnd = lineEnd(at);
      String line = text.substring(Math.min(at, text.length()), lineEnd);
      at = lineEnd + 1;
      if (!line.endsWith("\\")) {
        break;
      }
    }
    return Optional.empty();
  }

  private int lineEnd(int from) {
    int end = from > text.length() ? -1 : text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
