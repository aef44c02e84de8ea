package dev.dryboot.language;

import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.SourceText;

/** A file's records as text without their places, so that two readings can be compared. */
final class Printed {
  private Printed() {}

  static String of(String text) {
    Outcome<BootFile> outcome = Findings.LANGUAGE.parse(SourceText.of("test.boot", text));
    return outcome
        .value()
        .orElseThrow(() -> new AssertionError(Findings.lines(outcome.report()) + "\n" + text))
        .declarations()
        .toString()
        .replaceAll("span=test\\.boot:\\d+:\\d+", "")
        .replaceAll("comment=[^\\]]*?, \\]", "");
  }
}
