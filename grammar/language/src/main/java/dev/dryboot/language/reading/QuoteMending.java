package dev.dryboot.language.reading;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.reading.Token.Kind;

/**
 * Finds texts that are never closed, and closes them where their line or their indentation ends.
 */
final class QuoteMending {
  private final Mending mending;

  QuoteMending(Mending mending) {
    this.mending = mending;
  }

  void mend() {
    for (int i = 0; i < mending.limit; i++) {
      Token open = null;
      for (Token token : mending.tokens()) {
        if (token.is(Kind.UNFINISHED_TEXT) || token.is(Kind.UNFINISHED_BLOCK)) {
          open = token;
          break;
        }
      }
      if (open == null) {
        return;
      }
      if (open.is(Kind.UNFINISHED_TEXT)) {
        text(open);
      } else {
        block(open);
      }
    }
  }

  private void text(Token open) {
    String quote = open.text().substring(0, 1);
    int end = open.end();
    String line = mending.repairs.text().substring(lineStart(open.start()), open.start());
    if (open.text().endsWith("}") && line.contains("{")) {
      end--;
      while (end > open.start() + 1 && mending.repairs.text().charAt(end - 1) == ' ') {
        end--;
      }
    }
    mending.say(
        LanguageRules.UNFINISHED_TEXT,
        open.start(),
        open.end(),
        "this text has no closing quote",
        "close it with `%s` on the same line; text of several lines stands between `\"\"\"`"
            .formatted(quote));
    if (quote.equals("\"") && trailingBackslashes(end) % 2 == 1) {
      mending.repairs.blank(end - 1, end);
    }
    mending.repairs.insert(end, quote);
  }

  private int trailingBackslashes(int end) {
    int count = 0;
    while (end - count > 0 && mending.repairs.text().charAt(end - count - 1) == '\\') {
      count++;
    }
    return count;
  }

  private void block(Token open) {
    mending.say(
        LanguageRules.UNFINISHED_TEXT,
        open.start(),
        open.end(),
        "this block of text is never closed",
        "put `%s` on a line of its own below the text".formatted(open.text()));
    mending.repairs.insert(blockEnd(open), "\n" + open.text() + "\n");
  }

  /** Where the text ends, going by the indentation of its lines. */
  private int blockEnd(Token open) {
    String text = mending.repairs.text();
    int at = text.indexOf('\n', open.end());
    while (at >= 0 && at + 1 < text.length()) {
      int lineEnd = text.indexOf('\n', at + 1);
      String line = text.substring(at + 1, lineEnd < 0 ? text.length() : lineEnd);
      int indentation = line.length() - line.stripLeading().length();
      if (!line.isBlank() && indentation <= open.indentation()) {
        return at;
      }
      at = lineEnd;
    }
    return text.length();
  }

  private int lineStart(int offset) {
    return mending.repairs.text().lastIndexOf('\n', offset - 1) + 1;
  }
}
