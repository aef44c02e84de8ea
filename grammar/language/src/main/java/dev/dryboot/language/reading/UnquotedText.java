package dev.dryboot.language.reading;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.reading.Token.Kind;
import dev.dryboot.language.settings.BlockKind;
import dev.dryboot.language.settings.HostKinds;
import dev.dryboot.language.settings.Setting;
import dev.dryboot.language.settings.Settings;
import dev.dryboot.language.settings.ValueType;
import dev.dryboot.language.settings.ValueType.Plain;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Finds texts of several words without quotes, such as commands and calendars. Such a text goes on
 * to the end of its line; in a block on one line, to the word of the next setting.
 */
final class UnquotedText {
  private final Mending mending;
  private final List<Token> tokens;
  private final Deque<BlockKind> blocks = new ArrayDeque<>();
  private final List<Runnable> repairs = new ArrayList<>();

  UnquotedText(Mending mending) {
    this.mending = mending;
    this.tokens = mending.tokens();
  }

  void mend() {
    for (int i = 0; i < tokens.size() && repairs.size() < mending.limit; i++) {
      Token token = tokens.get(i);
      if (token.is(Kind.OPEN)) {
        blocks.push(opened(i));
      } else if (token.is(Kind.CLOSE)) {
        blocks.poll();
      } else if (beginsText(i)) {
        i = text(i);
      }
    }
    repairs.reversed().forEach(Runnable::run);
  }

  /** What kind of block the brace at {@code i} opens. */
  private BlockKind opened(int i) {
    BlockKind around = blocks.isEmpty() ? BlockKind.HOST : blocks.peek();
    Optional<BlockKind> own = i < 1 ? Optional.empty() : body(around, tokens.get(i - 1).text());
    String word = i < 2 ? "" : tokens.get(i - 2).text();
    if (own.isPresent() || word.isEmpty()) {
      return own.orElse(around);
    }
    return HostKinds.named(word).or(() -> body(around, word)).orElse(around);
  }

  private static Optional<BlockKind> body(BlockKind around, String word) {
    if (List.of("service", "container").contains(word)) {
      return HostKinds.named(word);
    }
    return Settings.of(around).find(word).flatMap(Setting::body);
  }

  /** Whether the word at {@code i} is a setting whose value is one text. */
  private boolean beginsText(int i) {
    return !blocks.isEmpty()
        && !HabitMending.SENTENCES.contains(tokens.get(i).text())
        && (tokens.get(i).first() || tokens.get(i - 1).is(Kind.OPEN) || isSetting(i))
        && setting(i).filter(s -> valueAt(s, i) > i).isPresent();
  }

  /** The token that the value of a setting follows; {@code word} where it takes no text. */
  private int valueAt(Setting setting, int word) {
    return switch (setting.shape()) {
      case SINGLE -> word + 1;
      case EQUALS ->
          word + 2 < tokens.size() && tokens.get(word + 2).is(Kind.EQUALS) ? word + 3 : word;
      case ARROW, NONE -> word;
    };
  }

  private Optional<Setting> setting(int i) {
    return tokens.get(i).is(Kind.WORD) && !blocks.isEmpty()
        ? Settings.of(blocks.peek()).find(tokens.get(i).text())
        : Optional.empty();
  }

  /** Looks at the value behind the word at {@code word}; returns its last token. */
  private int text(int word) {
    Setting setting = setting(word).orElseThrow();
    int first = valueAt(setting, word);
    int last = first - 1;
    while (!ends(word, first, last + 1)) {
      last++;
    }
    if (last <= first || !isSpaced(tokens.subList(first, last + 1))) {
      return Math.max(word, last);
    }
    List<Token> value = tokens.subList(first, last + 1);
    boolean signs = value.stream().anyMatch(t -> t.is(Kind.STRAY) || t.is(Kind.STAR));
    boolean list = setting.repeats() && setting.source() != Setting.Source.SYSTEMD;
    if (takesText(setting) && (signs || !list)) {
      unquoted(value);
    } else if (setting.repeats() && !tokens.get(word).first()) {
      withoutCommas(value);
    }
    return last;
  }

  private static boolean takesText(Setting setting) {
    ValueType type = setting.values().getLast();
    return type == Plain.TEXT || type == Plain.ANY;
  }

  private void unquoted(List<Token> value) {
    Token from = value.getFirst();
    Token to = value.getLast();
    String text = mending.repairs.text().substring(from.start(), to.end());
    String quote = text.contains("\"") ? "'" : "\"";
    mending.say(
        LanguageRules.UNQUOTED_TEXT,
        from.start(),
        to.end(),
        "`%s` needs quotes".formatted(text),
        "write `%s%s%s`: paths, images, commands and URLs are quoted"
            .formatted(quote, text, quote));
    repairs.add(() -> quote(from.start(), to.end()));
  }

  /** {@code dns 1.1.1.1 8.8.8.8}, in a block on one line. */
  private void withoutCommas(List<Token> value) {
    String written = String.join(", ", value.stream().map(Token::text).toList());
    Token second = value.get(1);
    mending.say(
        LanguageRules.SYNTAX,
        second.start(),
        second.end(),
        "`%s` stands behind `%s` without a comma".formatted(second.text(), value.getFirst().text()),
        "write `%s`".formatted(written));
    repairs.add(
        () -> value.reversed().stream().skip(1).forEach(t -> mending.repairs.insert(t.end(), ",")));
  }

  private boolean ends(int word, int first, int i) {
    Token token = tokens.get(i);
    boolean over =
        token.is(Kind.END)
            || token.is(Kind.OPEN)
            || token.is(Kind.CLOSE)
            || token.is(Kind.BLOCK)
            || token.is(Kind.UNFINISHED_TEXT)
            || token.is(Kind.UNFINISHED_BLOCK)
            || token.text().equals(";")
            || token.line() != tokens.get(word).line();
    return over
        || isBlock(i)
        || i > first && isSetting(i) && !(tokens.get(word).first() && wholeLine(i));
  }

  /** Whether a thing with a name, or a part without one, begins at {@code i}. */
  private boolean isBlock(int i) {
    return tokens.get(i).is(Kind.WORD)
        && i + 2 < tokens.size()
        && (tokens.get(i + 1).is(Kind.OPEN)
            || tokens.get(i + 1).isValue() && tokens.get(i + 2).is(Kind.OPEN));
  }

  /** Whether no brace stands behind {@code i} on its line: the line has one setting. */
  private boolean wholeLine(int i) {
    return tokens.subList(i, tokens.size()).stream()
        .takeWhile(t -> t.line() == tokens.get(i).line())
        .noneMatch(t -> t.is(Kind.OPEN) || t.is(Kind.CLOSE));
  }

  /** Whether a setting of the block begins at {@code i}, with a value that it can have. */
  private boolean isSetting(int i) {
    Token next = tokens.get(Math.min(i + 1, tokens.size() - 1));
    Token before = tokens.get(Math.max(0, i - 1));
    return !before.is(Kind.COMMA)
        && before.end() < tokens.get(i).start()
        && setting(i).filter(s -> takes(s, next)).isPresent();
  }

  private static boolean takes(Setting setting, Token value) {
    if (setting.values().isEmpty() || setting.shape() != Setting.Shape.SINGLE) {
      return setting.values().isEmpty() ? value.is(Kind.OPEN) : value.isValue();
    }
    return takes(setting.values().getFirst(), value);
  }

  private static boolean takes(ValueType type, Token value) {
    return switch (type) {
      case ValueType.Choice choice -> choice.words().contains(value.text());
      case ValueType.OneOf one -> one.types().stream().anyMatch(t -> takes(t, value));
      case ValueType.Reference reference -> value.isValue();
      case Plain plain ->
          switch (plain) {
            case BOOL -> value.text().matches("yes|no|true|false|on|off");
            case INTEGER, DECIMAL, PERCENT, MODE, SIZE, RATE, DURATION, PORT, ADDRESS ->
                value.is(Kind.NUMBER) || value.is(Kind.PLACEHOLDER);
            case TEXT, WORD, DEVICE, SECRET, ANY -> value.isValue() || value.is(Kind.STRAY);
          };
    };
  }

  /** Whether the value is several words that no comma parts. */
  private static boolean isSpaced(List<Token> value) {
    boolean spaced = false;
    for (int i = 1; i < value.size(); i++) {
      boolean apart = value.get(i).start() > value.get(i - 1).end();
      spaced |= apart && !value.get(i).is(Kind.COMMA) && !value.get(i - 1).is(Kind.COMMA);
    }
    boolean other = List.of("from", "secret", ":", "=").contains(value.getFirst().text());
    return spaced && !other && !value.stream().allMatch(t -> t.is(Kind.TEXT));
  }

  private void quote(int start, int end) {
    String text = mending.repairs.text().substring(start, end);
    if (text.contains("'")) {
      mending.repairs.blank(start, end);
      mending.repairs.overwrite(start, "\"\"");
    } else {
      mending.repairs.insert(end, "'");
      mending.repairs.insert(start, "'");
    }
  }
}
