package dev.dryboot.language.reading;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.reading.Token.Kind;
import dev.dryboot.language.settings.HostKinds;
import dev.dryboot.source.Suggestion;
import java.util.List;

/**
 * Finds things without names or with quoted ones, and those that stand where they do not belong.
 */
final class DeclarationMending {
  private final Mending mending;

  DeclarationMending(Mending mending) {
    this.mending = mending;
  }

  /** A declaration of a file's top inside of a host. */
  boolean buried(List<Token> tokens, int i) {
    Token word = tokens.get(i);
    if (!List.of("profile", "host", "fleet", "scenario").contains(word.text())
        || i + 2 >= tokens.size()
        || !hasBlock(tokens, i)) {
      return false;
    }
    mending.say(
        LanguageRules.UNKNOWN_WORD,
        word.start(),
        word.end(),
        "a %s stands at the top of a file".formatted(word.text()),
        "move it behind the `}` of what it stands in");
    mending.repairs.blank(word.start(), end(tokens, i));
    return true;
  }

  /** Whether a brace is opened on the token's line. */
  private static boolean hasBlock(List<Token> tokens, int i) {
    return tokens.subList(i, tokens.size()).stream()
        .takeWhile(t -> t.line() == tokens.get(i).line())
        .anyMatch(t -> t.is(Kind.OPEN));
  }

  /** {@code host "web" {}. Those that take a text for a name are others. */
  boolean quotedName(List<Token> tokens, int i) {
    Token word = tokens.get(i);
    boolean named = BraceMending.isNamed(word);
    Token name = tokens.get(i + 1);
    if (!named || i + 2 >= tokens.size() || !tokens.get(i + 2).is(Kind.OPEN)) {
      return false;
    }
    if (!name.is(Kind.TEXT)
        || !name.text().substring(1, name.text().length() - 1).matches("[a-z][a-z0-9-]*")) {
      return false;
    }
    String bare = name.text().substring(1, name.text().length() - 1);
    mending.say(
        LanguageRules.SYNTAX,
        name.start(),
        name.end(),
        "the name of a %s has no quotes".formatted(word.text()),
        "write `%s %s {`".formatted(word.text(), bare));
    mending.repairs.overwrite(name.start(), " " + bare + " ");
    return true;
  }

  boolean nameless(List<Token> tokens, int i) {
    Token word = tokens.get(i);
    if (!BraceMending.isNamed(word) || !tokens.get(i + 1).is(Kind.OPEN)) {
      return false;
    }
    mending.say(
        LanguageRules.MISSING_VALUE,
        word.start(),
        word.end(),
        "this `%s` has no name".formatted(word.text()),
        "write `%s name {`".formatted(word.text()));
    mending.repairs.insert(word.end(), " nameless");
    return true;
  }

  boolean topLevel(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    if (token.is(Kind.CLOSE) || BraceMending.TOP.contains(token.text()) || continues(tokens, i)) {
      return false;
    }
    List<String> known = BraceMending.TOP;
    boolean inHost = HostKinds.contains(token.text());
    String near =
        token.is(Kind.WORD) && !inHost ? Suggestion.nearest(token.text(), known).orElse("") : "";
    String help =
        inHost
            ? "put it into a host or a profile: `host name { %s … }`".formatted(token.text())
            : near.isEmpty()
                ? "a file holds " + String.join(", ", known)
                : "did you mean `%s`?".formatted(near);
    mending.say(
        LanguageRules.UNKNOWN_WORD,
        token.start(),
        token.end(),
        "`%s` cannot stand at the top of a file".formatted(token.text()),
        help);
    if (near.isEmpty()) {
      mending.repairs.blank(token.start(), end(tokens, i));
    } else {
      mending.repairs.blank(token.start(), token.end());
      mending.repairs.insert(token.start(), near);
    }
    return true;
  }

  /** Whether the line goes on with what the line before began. */
  private static boolean continues(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    if (i == 0) {
      return false;
    }
    Token before = tokens.get(i - 1);
    boolean open = before.is(Kind.COMMA) || before.is(Kind.EQUALS) || before.is(Kind.WORD);
    return open && !before.first() && !HostKinds.contains(token.text())
        || token.is(Kind.OPEN)
        || token.is(Kind.COMMA)
        || token.is(Kind.EQUALS)
        || BraceMending.TOP.contains(before.text());
  }

  /** The end of what begins at token {@code i}: behind its closing brace, or at the line's end. */
  private static int end(List<Token> tokens, int i) {
    int depth = 0;
    for (int j = i; j < tokens.size(); j++) {
      Token token = tokens.get(j);
      if (j > i && depth == 0 && token.first() && !token.is(Kind.OPEN)) {
        return token.start();
      }
      depth += token.is(Kind.OPEN) ? 1 : token.is(Kind.CLOSE) ? -1 : 0;
      if (token.is(Kind.CLOSE) && depth == 0) {
        return token.end();
      }
    }
    return tokens.getLast().start();
  }
}
