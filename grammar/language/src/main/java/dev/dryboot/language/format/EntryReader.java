package dev.dryboot.language.format;

import dev.dryboot.language.format.Entry.Role;
import dev.dryboot.language.reading.Token;
import dev.dryboot.language.reading.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups the tokens of a file into entries. */
final class EntryReader {
  private final List<Token> tokens;
  private final Map<Integer, Role> roles;
  private int at;

  EntryReader(List<Token> tokens, Map<Integer, Role> roles) {
    this.tokens = tokens;
    this.roles = roles;
  }

  /** The entries up to the closing brace, or the end of the file. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    while (!token().is(Kind.END) && !token().is(Kind.CLOSE)) {
      boolean apart = at > 0 && blankLineBefore();
      if (token().is(Kind.COMMENT)) {
        comment(entries, apart && !entries.isEmpty());
      } else {
        entry(entries, apart && !entries.isEmpty());
      }
    }
    return entries;
  }

  private Token token() {
    return tokens.get(at);
  }

  private boolean blankLineBefore() {
    Token before = tokens.get(at - 1);
    long lines = before.text().chars().filter(c -> c == '\n').count();
    return token().line() - before.line() - lines > 1;
  }

  private void comment(List<Entry> entries, boolean apart) {
    boolean behind = !token().first() && !entries.isEmpty();
    if (behind && entries.getLast().trailing.isEmpty()) {
      entries.getLast().trailing = token().text().stripTrailing();
    } else {
      Entry comment = new Entry(Role.COMMENT, apart);
      comment.head.add(token());
      entries.add(comment);
    }
    at++;
  }

  private void entry(List<Entry> entries, boolean apart) {
    Entry entry = new Entry(roles.getOrDefault(token().start(), Role.OTHER), apart);
    int start = at;
    while (!ends(start)) {
      if (token().is(Kind.COMMENT)) {
        Entry comment = new Entry(Role.COMMENT, apart);
        comment.head.add(token());
        entries.add(comment);
      } else {
        entry.head.add(token());
      }
      at++;
    }
    if (token().is(Kind.OPEN)) {
      int line = token().line();
      at++;
      entry.body = Optional.of(entries());
      entry.together = token().line() == line;
      at++;
    }
    entries.add(entry);
  }

  /** Whether the head of the entry that began at {@code start} ends before the current token. */
  private boolean ends(int start) {
    Token token = token();
    boolean next = at > start && roles.containsKey(token.start());
    boolean comment = token.is(Kind.COMMENT) && followedByEnd();
    return next || comment || token.is(Kind.OPEN) || token.is(Kind.CLOSE) || token.is(Kind.END);
  }

  /** Whether nothing of the current entry follows the comments at hand. */
  private boolean followedByEnd() {
    int i = at;
    while (tokens.get(i).is(Kind.COMMENT)) {
      i++;
    }
    Token next = tokens.get(i);
    return roles.containsKey(next.start()) || next.is(Kind.CLOSE) || next.is(Kind.END);
  }
}
