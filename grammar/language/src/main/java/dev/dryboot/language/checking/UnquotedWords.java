package dev.dryboot.language.checking;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.settings.BlockKind;
import dev.dryboot.language.settings.Setting;
import dev.dryboot.language.settings.Settings;
import dev.dryboot.language.settings.ValueType;
import dev.dryboot.language.syntax.Member;
import dev.dryboot.language.syntax.Value;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import java.util.Optional;

/** A text without quotes whose later words were read as the word of another setting. */
final class UnquotedWords {
  private UnquotedWords() {}

  /** What is wrong where {@code unknown} goes on with the text that {@code before} begins. */
  static Optional<Diagnostic> across(
      Member.Setting before, Member.Setting unknown, BlockKind kind) {
    if (before.items().isEmpty() || before.body().isPresent() || unknown.body().isPresent()) {
      return Optional.empty();
    }
    Value last = before.items().getLast().second().orElse(before.items().getLast().first());
    boolean text =
        Settings.of(kind)
            .find(before.word().text())
            .map(Setting::values)
            .filter(v -> !v.isEmpty() && v.getLast() == ValueType.Plain.TEXT)
            .isPresent();
    boolean bare = last instanceof Value.Bare || last instanceof Value.Number;
    Span from = last.span();
    Span to = unknown.span();
    if (!text || !bare || !from.source().equals(to.source()) || to.start() < from.end()) {
      return Optional.empty();
    }
    String between = from.source().text().substring(from.end(), to.start());
    if (!between.isBlank() || between.contains("\n")) {
      return Optional.empty();
    }
    Span whole = from.source().span(from.start(), to.end());
    return Optional.of(
        Diagnostic.error(
                LanguageRules.UNQUOTED_TEXT, whole, "`%s` needs quotes".formatted(whole.text()))
            .help("write `\"%s\"`: a text of several words is quoted".formatted(whole.text())));
  }
}
