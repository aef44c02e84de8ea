package dev.dryboot.language.reading;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.reading.Token.Kind;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Rule;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Recognises the mistakes that people make, says each once, and mends the text so that the parser
 * finds the next one. It looks at a text only after the parser refused it.
 */
final class Mending {
  final SourceText source;
  final Repairs repairs;
  private final Consumer<Diagnostic> report;

  /** How many mistakes of one kind are looked for: each costs a pass over the text. */
  final int limit;

  Mending(SourceText source, Repairs repairs, Consumer<Diagnostic> report) {
    this.source = source;
    this.repairs = repairs;
    this.report = report;
    this.limit = Math.clamp(2_000_000 / (source.text().length() + 1), 3, 40);
  }

  /** Mends what can be told from the characters and their lines. */
  void mend() {
    new QuoteMending(this).mend();
    new ForeignForms(this).mend();
    new UnquotedText(this).mend();
    strays();
    new BraceMending(this).mend();
    new HabitMending(this).mend();
  }

  List<Token> tokens() {
    return Scanner.code(repairs.text());
  }

  /** Reports at offsets of the mended text. */
  void say(Rule rule, int start, int end, String message, String help) {
    int from = repairs.toSource(start);
    report.accept(
        Diagnostic.error(rule, source.span(from, Math.max(from, repairs.toSource(end))), message)
            .help(help));
  }

  private void strays() {
    List<Token> tokens = tokens();
    List<int[]> quotes = new ArrayList<>();
    int i = 0;
    int left = limit;
    while (i < tokens.size() && left > 0) {
      int from = i;
      int to = glue(tokens, i);
      if (doubleArrow(tokens, from)) {
        to = from + 1;
        left--;
      } else if (tokens.subList(from, to + 1).stream().anyMatch(t -> t.is(Kind.STRAY))) {
        to = isColon(tokens, from, to) ? to : unquoted(tokens, from, to);
        chunk(tokens, from, to, quotes);
        left--;
      } else {
        arrows(tokens.subList(from, to + 1));
      }
      i = to + 1;
    }
    for (int[] place : quotes.reversed()) {
      repairs.insert(place[1], "\"");
      repairs.insert(place[0], "\"");
    }
  }

  /** {@code =>} by itself. */
  private boolean doubleArrow(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    if (!token.is(Kind.EQUALS)
        || !tokens.get(i + 1).text().equals(">")
        || tokens.get(i + 1).start() != token.end()) {
      return false;
    }
    say(
        LanguageRules.SYNTAX,
        token.start(),
        token.end() + 1,
        "the arrow is written `->`",
        "write `->` with a blank on each side");
    repairs.overwrite(token.start(), "->");
    return true;
  }

  /** The last of the tokens that stand side by side from {@code from} on. */
  private static int glue(List<Token> tokens, int from) {
    int to = from;
    while (to + 1 < tokens.size() && glued(tokens.get(to), tokens.get(to + 1))) {
      to++;
    }
    return to;
  }

  private static boolean isColon(List<Token> tokens, int from, int to) {
    return to == from + 1 && tokens.get(to).text().equals(":") && tokens.get(from).is(Kind.WORD);
  }

  /** A command without quotes goes on to the end of its line. */
  private static int unquoted(List<Token> tokens, int from, int to) {
    boolean value = from > 0 && tokens.get(from - 1).first() && !tokens.get(from).first();
    int last = to;
    while (value
        && last + 1 < tokens.size()
        && !tokens.get(last + 1).first()
        && joins(tokens.get(last + 1))
        && !tokens.get(last + 1).text().equals(";")) {
      last++;
    }
    boolean ends =
        last + 1 >= tokens.size()
            || tokens.get(last + 1).first()
            || tokens.get(last + 1).is(Kind.END);
    return ends ? last : to;
  }

  private static boolean glued(Token left, Token right) {
    return left.end() == right.start() && joins(left) && joins(right);
  }

  private static boolean joins(Token token) {
    return switch (token.kind()) {
      case WORD, NUMBER, STRAY, ARROW, EQUALS, STAR, PLACEHOLDER -> true;
      case TEXT, UNFINISHED_TEXT, BLOCK, UNFINISHED_BLOCK, OPEN, CLOSE, COMMA -> false;
      case COMMENT, END -> false;
    };
  }

  private void chunk(List<Token> tokens, int first, int last, List<int[]> quotes) {
    Token from = tokens.get(first);
    Token to = tokens.get(last);
    String chunk = repairs.text().substring(from.start(), to.end());
    if (isColon(tokens, first, last)) {
      if (header(tokens, first)) {
        String block = tokens.get(first - 1).text() + " " + from.text() + " {";
        say(
            LanguageRules.STRAY_CHARACTER,
            to.start(),
            to.end(),
            "what belongs to a name stands in braces, not behind `:`",
            "write `%s`, and `}` at its end".formatted(block));
        repairs.overwrite(to.start(), "{");
        return;
      }
      if (key(tokens, first)) {
        say(
            LanguageRules.STRAY_CHARACTER,
            to.start(),
            to.end(),
            "between a key and its value stands `=`, not `:`",
            "write `%s = …`".formatted(from.text()));
        repairs.overwrite(to.start(), "=");
        return;
      }
      say(
          LanguageRules.STRAY_CHARACTER,
          to.start(),
          to.end(),
          "there is no `:` behind the word of a setting",
          "write `%s value`".formatted(chunk.substring(0, chunk.length() - 1)));
      repairs.blank(to.start(), to.end());
    } else if (chunk.chars().anyMatch(Character::isLetterOrDigit) && !chunk.endsWith(";")) {
      say(
          LanguageRules.UNQUOTED_TEXT,
          from.start(),
          to.end(),
          "`%s` needs quotes".formatted(chunk),
          "write `\"%s\"`: paths, images, commands and URLs are quoted".formatted(chunk));
      quotes.add(new int[] {from.start(), to.end()});
    } else {
      strayCharacters(from, to, chunk);
    }
  }

  /** {@code host web:}, as in YAML. */
  private static boolean header(List<Token> tokens, int i) {
    return key(tokens, i) && BraceMending.isNamed(tokens.get(i - 1));
  }

  /** Whether a word stands before the key, on its line: {@code env A: "b"}. */
  private static boolean key(List<Token> tokens, int i) {
    return i > 0
        && tokens.get(i - 1).is(Kind.WORD)
        && tokens.get(i - 1).first()
        && !tokens.get(i).first();
  }

  private void strayCharacters(Token from, Token to, String chunk) {
    int start = chunk.endsWith(";") ? to.start() : from.start();
    String stray = repairs.text().substring(start, to.end());
    say(
        LanguageRules.STRAY_CHARACTER,
        start,
        to.end(),
        "`%s` has no meaning here".formatted(stray),
        stray.equals(";")
            ? "nothing but blanks or a line break stands between settings"
            : "take it out, or put it into quotes");
    repairs.blank(start, to.end());
  }

  private void arrows(List<Token> tokens) {
    for (Token token : tokens.reversed()) {
      if (token.is(Kind.ARROW) && tokens.size() > 1) {
        say(
            LanguageRules.SYNTAX,
            tokens.getFirst().start(),
            tokens.getLast().end(),
            "`->` needs a blank on each side",
            "write `%s`"
                .formatted(
                    repairs
                        .text()
                        .substring(tokens.getFirst().start(), tokens.getLast().end())
                        .replace("->", " -> ")));
        repairs.insert(token.end(), " ");
        repairs.insert(token.start(), " ");
      }
    }
  }
}
