package dev.dryboot.language.reading;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.reading.Token.Kind;
import dev.dryboot.language.settings.HostKinds;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the brace that is missing or too many. Where braces do not balance, the indentation of the
 * lines says what was meant.
 */
final class BraceMending {
  static final List<String> TOP =
      List.of("import", "param", "let", "secret", "profile", "host", "fleet", "scenario");

  private static final List<String> NAMED_AT_TOP = List.of("secret", "profile", "host", "fleet");

  private final Mending mending;

  BraceMending(Mending mending) {
    this.mending = mending;
  }

  /** Whether a word begins a thing with a name. */
  static boolean isNamed(Token word) {
    return NAMED_AT_TOP.contains(word.text()) || HostKinds.named(word.text()).isPresent();
  }

  void mend() {
    for (int i = 0; i < mending.limit && unbalanced(mending.tokens()); i++) {
      step(mending.tokens());
    }
  }

  private static boolean unbalanced(List<Token> tokens) {
    int depth = 0;
    for (Token token : tokens) {
      depth += token.is(Kind.OPEN) ? 1 : token.is(Kind.CLOSE) ? -1 : 0;
      if (depth < 0) {
        return true;
      }
    }
    return depth != 0;
  }

  private void step(List<Token> tokens) {
    int opens = (int) tokens.stream().filter(token -> token.is(Kind.OPEN)).count();
    int closes = (int) tokens.stream().filter(token -> token.is(Kind.CLOSE)).count();
    if (closes >= opens && missingOpen(tokens)) {
      return;
    }
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.is(Kind.OPEN)) {
        open.add(i);
      } else if (token.is(Kind.CLOSE)) {
        if (open.isEmpty()) {
          tooMany(token);
          return;
        }
        if (closes > opens && open.size() == 1 && early(tokens, open.getLast(), i)) {
          tooMany(token);
          return;
        }
        if (token.first() && deeper(tokens, open, token.indentation())) {
          close(tokens, open.getLast(), token.start());
          return;
        }
        open.removeLast();
      } else if (!open.isEmpty()
          && (startsDeclaration(tokens, i) || further(tokens, open.getLast(), token))) {
        close(tokens, open.getLast(), token.start());
        return;
      }
    }
    close(tokens, open.getLast(), tokens.getLast().start());
  }

  /** Whether a brace stands further in than what it would close, and so does what follows. */
  private static boolean early(List<Token> tokens, int open, int close) {
    Token token = tokens.get(close);
    Token next = tokens.get(Math.min(close + 1, tokens.size() - 1));
    int outer = tokens.get(open).indentation();
    return token.first()
        && token.indentation() > outer
        && next.first()
        && next.is(Kind.WORD)
        && next.indentation() > outer;
  }

  /** Whether the last brace was opened on a line further in, and one before it on such a line. */
  private static boolean deeper(List<Token> tokens, List<Integer> open, int indentation) {
    return tokens.get(open.getLast()).indentation() > indentation
        && open.stream().anyMatch(i -> tokens.get(i).indentation() == indentation);
  }

  /**
   * Whether {@code token} begins a line that is no further in than the brace's, unlike what the
   * brace holds: that is further in, or on the line of a brace that is itself further in.
   */
  private static boolean further(List<Token> tokens, int open, Token token) {
    Token brace = tokens.get(open);
    Token inner = tokens.get(open + 1);
    boolean indented = inner.first() && inner.indentation() > brace.indentation();
    boolean beside = !inner.first() && brace.indentation() > 0;
    return (indented || beside)
        && token.first()
        && token.is(Kind.WORD)
        && token.indentation() <= brace.indentation();
  }

  private static boolean startsDeclaration(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    return token.first()
        && token.indentation() == 0
        && TOP.contains(token.text())
        && tokens.get(i + 1).isValue();
  }

  private void close(List<Token> tokens, int open, int at) {
    Token brace = tokens.get(open);
    mending.say(
        LanguageRules.UNBALANCED_BRACE,
        brace.start(),
        brace.end(),
        "the `{`%s is never closed".formatted(of(tokens, open)),
        "put a `}` where it ends");
    mending.repairs.insert(at, "}\n");
  }

  /** What the brace belongs to: {@code of `container web`}. */
  private static String of(List<Token> tokens, int open) {
    int start = open;
    while (start > 0
        && tokens.get(start - 1).isValue()
        && tokens.get(start - 1).line() == tokens.get(open).line()
        && !tokens.get(start).first()) {
      start--;
    }
    if (start == open || open - start > 3) {
      return "";
    }
    return " of `%s`"
        .formatted(
            String.join(" ", tokens.subList(start, open).stream().map(Token::text).toList()));
  }

  private void tooMany(Token close) {
    mending.say(
        LanguageRules.UNBALANCED_BRACE,
        close.start(),
        close.end(),
        "this `}` closes nothing",
        "take it out, or put the `{` where it is missing");
    mending.repairs.blank(close.start(), close.end());
  }

  /** A line such as {@code container web} whose next line is further in: its brace is missing. */
  private boolean missingOpen(List<Token> tokens) {
    for (int i = 1; i + 1 < tokens.size(); i++) {
      Token kind = tokens.get(i - 1);
      Token name = tokens.get(i);
      Token next = tokens.get(i + 1);
      boolean header = kind.first() && isNamed(kind) && name.isValue();
      if (header
          && name.line() == kind.line()
          && next.first()
          && next.indentation() > kind.indentation()) {
        mending.say(
            LanguageRules.UNBALANCED_BRACE,
            kind.start(),
            name.end(),
            "`%s %s` has no `{`".formatted(kind.text(), name.text()),
            "write `%s %s {`".formatted(kind.text(), name.text()));
        mending.repairs.insert(name.end(), " {");
        return true;
      }
    }
    return false;
  }
}
