package dev.dryboot.language.reading;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.reading.Token.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in words what the parser could not read, and takes it out of the text. */
final class SyntaxMessages {
  private static final Pattern EXPECTED =
      Pattern.compile("(?:expecting|missing) (RULE_\\w+|'[^']+')");

  private final Mending mending;

  SyntaxMessages(Mending mending) {
    this.mending = mending;
  }

  /** Handles the first thing that the parser complains of, at {@code offset}. */
  void mend(int offset, String complaint) {
    List<Token> tokens = mending.tokens();
    int i = 0;
    while (i < tokens.size() - 1 && tokens.get(i).end() <= offset) {
      i++;
    }
    Token token = tokens.get(i);
    Matcher matcher = EXPECTED.matcher(complaint);
    String expected = matcher.find() ? expected(matcher.group(1)) : "";
    boolean early = i > 0 && (token.first() || token.is(Kind.END)) && !expected.equals("`}`");
    if (early && !expected.isEmpty() && !expected.equals("a declaration")) {
      Token before = tokens.get(i - 1);
      mending.say(
          LanguageRules.SYNTAX,
          before.start(),
          before.end(),
          "something is missing behind `%s`".formatted(shown(before.text())),
          expected.equals("`->`") && before.text().matches("\"[^:\"]+:[^:\"]+(:[^:\"]*)?\"")
              ? "write `%s`"
                  .formatted(
                      before.text().replaceFirst(":", "\" -> \"").replaceFirst(":[^:\"]*\"$", "\""))
              : "%s is expected here".formatted(expected));
      blankAround(tokens, i - 1);
      return;
    }
    if (expected.equals("`{`") && inHeader(tokens, i)) {
      mending.say(
          LanguageRules.SYNTAX,
          token.start(),
          token.end(),
          "`%s` does not fit here".formatted(shown(token.text())),
          "profiles are named behind `uses`: `uses %s`".formatted(tokens.get(i + 1).text()));
      mending.repairs.blank(token.start(), token.end());
      mending.repairs.insert(token.start(), "uses ");
      return;
    }
    String message =
        token.is(Kind.END)
            ? "the file ends too early"
            : "`%s` does not fit here".formatted(shown(token.text()));
    mending.say(
        LanguageRules.SYNTAX,
        token.start(),
        token.end(),
        message,
        expected.isEmpty() ? context(tokens, i) : "%s is expected here".formatted(expected));
    remove(tokens, i);
  }

  /** {@code host web extends base}. */
  private static boolean inHeader(List<Token> tokens, int i) {
    return i >= 2
        && i + 1 < tokens.size()
        && tokens.get(i).is(Kind.WORD)
        && tokens.get(i + 1).is(Kind.WORD)
        && tokens.get(i + 1).line() == tokens.get(i).line()
        && tokens.get(i - 2).text().matches("host|profile");
  }

  private static String shown(String text) {
    int newline = text.indexOf('\n');
    return newline < 0 ? text : text.substring(0, newline) + "…";
  }

  private static String expected(String rule) {
    return switch (rule) {
      case "RULE_STRING", "RULE_VERBATIM", "RULE_BLOCK" -> "quoted text";
      case "RULE_ID", "RULE_DOTTED" -> "a name";
      case "RULE_NUMBER" -> "a number";
      case "EOF" -> "a declaration";
      default -> rule.startsWith("'") ? "`" + rule.substring(1, rule.length() - 1) + "`" : "";
    };
  }

  private static String context(List<Token> tokens, int i) {
    Token before = i == 0 ? tokens.get(i) : tokens.get(i - 1);
    if (tokens.get(i).text().equals("import")) {
      return "imports stand before everything else in a file";
    }
    return switch (before.kind()) {
      case COMMA -> "something is missing behind the comma";
      case EQUALS -> "a value is missing behind the `=`";
      case ARROW -> "a value is missing behind the `->`";
      default -> "a setting is a word and its values, with commas between them; text is quoted";
    };
  }

  /** Blanks the token out, with the rest of its line where it is no brace. */
  private void remove(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    if (token.is(Kind.END)) {
      blankAround(tokens, Math.max(0, i - 1));
      return;
    }
    if (token.is(Kind.OPEN) || token.is(Kind.CLOSE)) {
      int before = Math.max(0, i - 1);
      Token previous = tokens.get(before);
      boolean dangling =
          previous.is(Kind.COMMA)
              || previous.is(Kind.EQUALS)
              || previous.is(Kind.ARROW)
              || previous.is(Kind.WORD);
      if (dangling && token.is(Kind.CLOSE)) {
        mending.repairs.blank(previous.start(), previous.end());
      } else {
        mending.repairs.blank(token.start(), token.end());
        new BracePair(tokens, i).other().ifPresent(o -> mending.repairs.blank(o.start(), o.end()));
      }
      return;
    }
    blankAround(tokens, i);
  }

  /** Blanks what stands on the token's line between braces; the token alone before an open one. */
  private void blankAround(List<Token> tokens, int i) {
    int from = i;
    while (from > 0 && !tokens.get(from).first() && !isBrace(tokens.get(from - 1))) {
      from--;
    }
    int to = i;
    while (to + 1 < tokens.size() && !tokens.get(to + 1).first() && !isBrace(tokens.get(to + 1))) {
      to++;
    }
    boolean header = to + 1 < tokens.size() && tokens.get(to + 1).is(Kind.OPEN);
    Token first = tokens.get(header ? i : from);
    Token last = tokens.get(header ? i : to);
    mending.repairs.blank(first.start(), last.end());
  }

  private static boolean isBrace(Token token) {
    return token.is(Kind.OPEN) || token.is(Kind.CLOSE) || token.is(Kind.END);
  }
}
