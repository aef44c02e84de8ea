package dev.dryboot.language.reading;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.reading.Token.Kind;
import dev.dryboot.language.settings.BlockKind;
import dev.dryboot.language.settings.Setting;
import dev.dryboot.language.settings.Settings;
import java.util.List;
import java.util.Set;

/** Finds the slips of people who write other formats all day, and forgotten values. */
final class HabitMending {
  static final Set<String> SENTENCES =
      Set.of(
          "remove",
          "allow",
          "raw",
          "given",
          "at",
          "when",
          "expect",
          "device",
          "devices",
          "targets",
          "defaults",
          "hosts");

  private static final Set<String> PREFIXES =
      Set.of("from", "secret", "disk", "partition", "raid", "luks", "remove", "never", "target");

  private final Mending mending;
  private final DeclarationMending declarations;

  HabitMending(Mending mending) {
    this.mending = mending;
    this.declarations = new DeclarationMending(mending);
  }

  void mend() {
    int left = mending.limit;
    while (left > 0 && mendOne(mending.tokens())) {
      left--;
    }
  }

  private boolean mendOne(List<Token> tokens) {
    int depth = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.first() && declarations.quotedName(tokens, i)) {
        return true;
      }
      if (depth == 0
          && token.first()
          && (declarations.nameless(tokens, i) || declarations.topLevel(tokens, i))) {
        return true;
      }
      if (depth > 0 && token.is(Kind.WORD) && starts(tokens, i) && member(tokens, i)) {
        return true;
      }
      depth += token.is(Kind.OPEN) ? 1 : token.is(Kind.CLOSE) ? -1 : 0;
    }
    return false;
  }

  /** Whether a member may begin here: at a line's start or behind a brace, and not in a list. */
  private static boolean starts(List<Token> tokens, int i) {
    Token before = i == 0 ? tokens.get(i) : tokens.get(i - 1);
    boolean continued = before.is(Kind.COMMA) || before.is(Kind.ARROW) || before.is(Kind.EQUALS);
    return (tokens.get(i).first() || before.is(Kind.OPEN)) && !continued;
  }

  private boolean member(List<Token> tokens, int i) {
    return declarations.nameless(tokens, i)
        || declarations.buried(tokens, i)
        || quotedTarget(tokens, i)
        || versionedTarget(tokens, i)
        || equals(tokens, i)
        || missingValue(tokens, i)
        || missingComma(tokens, i);
  }

  /** {@code targets "ubuntu"}: systems are words. */
  private boolean quotedTarget(List<Token> tokens, int i) {
    Token value = tokens.get(i + 1);
    String bare = value.text().replaceAll("^[\"']|[\"']$", "");
    if (!tokens.get(i).text().equals("targets")
        || !value.is(Kind.TEXT)
        || !bare.matches("[A-Za-z][A-Za-z0-9-]*( [0-9.]+)?")) {
      return false;
    }
    mending.say(
        LanguageRules.SYNTAX,
        value.start(),
        value.end(),
        "a target has no quotes",
        "write `targets %s`".formatted(bare));
    mending.repairs.overwrite(value.start(), " " + bare + " ");
    return true;
  }

  /** {@code targets ubuntu-24.04}: the version stands behind the system. */
  private boolean versionedTarget(List<Token> tokens, int i) {
    Token value = tokens.get(i + 1);
    if (!tokens.get(i).text().equals("targets") || !value.text().matches("[a-z-]+-[0-9][0-9.]*")) {
      return false;
    }
    int dash = value.text().lastIndexOf('-');
    mending.say(
        LanguageRules.SYNTAX,
        value.start(),
        value.end(),
        "a target's version stands behind its name",
        "write `targets %s %s`"
            .formatted(value.text().substring(0, dash), value.text().substring(dash + 1)));
    mending.repairs.overwrite(value.start() + dash, " ");
    return true;
  }

  private boolean equals(List<Token> tokens, int i) {
    Token next = tokens.get(i + 1);
    if (!next.is(Kind.EQUALS)) {
      return false;
    }
    mending.say(
        LanguageRules.SYNTAX,
        next.start(),
        next.end(),
        "there is no `=` between a setting and its value",
        "write `%s value`".formatted(tokens.get(i).text()));
    mending.repairs.blank(next.start(), next.end());
    return true;
  }

  private boolean missingValue(List<Token> tokens, int i) {
    Token word = tokens.get(i);
    Token next = tokens.get(i + 1);
    boolean closed = next.is(Kind.CLOSE);
    boolean nextLine = false;
    if (next.first() && next.is(Kind.WORD) && i + 2 < tokens.size()) {
      Token after = tokens.get(i + 2);
      nextLine = after.line() == next.line() && (after.isValue() || after.is(Kind.EQUALS));
    }
    if (!closed && !nextLine) {
      return false;
    }
    mending.say(
        LanguageRules.MISSING_VALUE,
        word.start(),
        word.end(),
        "`%s` has no value".formatted(word.text()),
        "write its value behind it, or take it out");
    mending.repairs.blank(word.start(), word.end());
    return true;
  }

  private boolean missingComma(List<Token> tokens, int i) {
    if (i + 3 >= tokens.size() || SENTENCES.contains(tokens.get(i).text())) {
      return false;
    }
    Token first = tokens.get(i + 1);
    Token second = tokens.get(i + 2);
    Token next = tokens.get(i + 3);
    boolean oneLine = first.line() == tokens.get(i).line() && second.line() == first.line();
    boolean ends = next.first() || next.is(Kind.CLOSE);
    if (!oneLine
        || !ends
        || !first.isValue()
        || !second.isValue()
        || PREFIXES.contains(first.text())
        || next.is(Kind.OPEN)
        || tokens.get(i).is(Kind.WORD) && BraceMending.TOP.contains(tokens.get(i).text())) {
      return false;
    }
    between(tokens.get(i), first, second);
    return true;
  }

  private void between(Token word, Token first, Token second) {
    if (repeats(word.text())) {
      mending.say(
          LanguageRules.SYNTAX,
          second.start(),
          second.end(),
          "`%s` stands behind `%s` without a comma".formatted(second.text(), first.text()),
          "write `%s, %s`".formatted(first.text(), second.text()));
      mending.repairs.insert(first.end(), ",");
      return;
    }
    if (second.is(Kind.WORD)) {
      mending.say(
          LanguageRules.MISSING_VALUE,
          second.start(),
          second.end(),
          "`%s` has no value".formatted(second.text()),
          "write its value behind it, or take it out");
    } else {
      mending.say(
          LanguageRules.ARITY,
          second.start(),
          second.end(),
          "`%s` takes one value".formatted(word.text()),
          "take one out");
    }
    mending.repairs.blank(second.start(), second.end());
  }

  /** Whether some block has a setting of this word that takes a list. */
  private static boolean repeats(String word) {
    for (BlockKind kind : BlockKind.values()) {
      if (Settings.of(kind).find(word).filter(Setting::repeats).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
