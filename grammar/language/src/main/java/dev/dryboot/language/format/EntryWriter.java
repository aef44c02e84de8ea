package dev.dryboot.language.format;

import dev.dryboot.language.format.Entry.Role;
import dev.dryboot.language.reading.Token;
import dev.dryboot.language.reading.Token.Kind;
import java.util.List;

/** Writes entries: indentation, alignment, line breaks. */
final class EntryWriter {
  private static final int MAX_WIDTH = 120;

  private final StringBuilder out = new StringBuilder();

  String write(List<Entry> entries) {
    block(entries, 0);
    return out.toString();
  }

  private void block(List<Entry> entries, int indentation) {
    int i = 0;
    while (i < entries.size()) {
      int end = runEnd(entries, i, indentation);
      List<Entry> run = entries.subList(i, end);
      int width = run.size() > 1 || run.getFirst().role == Role.SETTING ? width(run) : 0;
      for (Entry entry : run) {
        entry(entry, indentation, width, run);
      }
      i = end;
    }
  }

  /** The end of the entries from {@code start} on that are aligned with each other. */
  private int runEnd(List<Entry> entries, int start, int indentation) {
    int end = start + 1;
    while (end < entries.size()
        && !entries.get(end).apart
        && joins(entries.get(start), entries.get(end), indentation)) {
      end++;
    }
    return end;
  }

  private boolean joins(Entry first, Entry next, int indentation) {
    if (!onOneLine(first, indentation) || !onOneLine(next, indentation)) {
      return false;
    }
    return switch (first.role) {
      case SETTING -> next.role == Role.SETTING && first.head.size() > 1 && next.head.size() > 1;
      case BLOCK -> next.role == Role.BLOCK && first.word().equals(next.word());
      case OTHER, COMMENT -> false;
    };
  }

  private boolean onOneLine(Entry entry, int indentation) {
    if (entry.hasTextBlock()) {
      return false;
    }
    return entry.body.isEmpty() || inline(entry, indentation);
  }

  private boolean inline(Entry entry, int indentation) {
    boolean comments = entry.body.stream().flatMap(List::stream).anyMatch(Entry::hasComment);
    return (entry.together || entry.body.stream().allMatch(List::isEmpty))
        && !comments
        && !entry.hasTextBlock()
        && indentation + oneLine(entry).length() <= MAX_WIDTH;
  }

  /** The column of the values of settings, or of the braces of blocks. */
  private static int width(List<Entry> run) {
    int width = 0;
    for (Entry entry : run) {
      width =
          Math.max(
              width, entry.role == Role.BLOCK ? head(entry.head).length() : entry.word().length());
    }
    return width;
  }

  private void entry(Entry entry, int indentation, int width, List<Entry> run) {
    if (entry.apart) {
      out.append('\n');
    }
    String blanks = " ".repeat(indentation);
    if (entry.role == Role.COMMENT) {
      out.append(blanks).append(entry.head.getFirst().text().stripTrailing()).append('\n');
      return;
    }
    out.append(blanks);
    if (onOneLine(entry, indentation)) {
      out.append(aligned(entry, width, run));
    } else {
      text(entry.head, indentation);
      if (entry.body.isPresent()) {
        out.append(" {\n");
        block(entry.body.get(), indentation + 2);
        out.append(blanks).append('}');
      }
    }
    if (!entry.trailing.isEmpty()) {
      out.append("  ").append(entry.trailing);
    }
    out.append('\n');
  }

  private static String aligned(Entry entry, int width, List<Entry> run) {
    if (entry.role == Role.BLOCK) {
      String head = head(entry.head);
      String padded = head + " ".repeat(Math.max(0, width - head.length()));
      return padded + Columns.body(entry, run);
    }
    if (entry.role == Role.SETTING && entry.head.size() > 1) {
      String word = entry.word();
      String padded = word + " ".repeat(Math.max(0, width - word.length()));
      return padded + " " + head(entry.head.subList(1, entry.head.size())) + body(entry);
    }
    return oneLine(entry);
  }

  static String oneLine(Entry entry) {
    return head(entry.head) + body(entry);
  }

  private static String body(Entry entry) {
    if (entry.body.isEmpty()) {
      return "";
    }
    List<String> parts = entry.body.get().stream().map(EntryWriter::oneLine).toList();
    return parts.isEmpty() ? " { }" : " { " + String.join("  ", parts) + " }";
  }

  static String head(List<Token> tokens) {
    StringBuilder line = new StringBuilder();
    for (Token token : tokens) {
      if (!line.isEmpty() && !token.is(Kind.COMMA)) {
        line.append(' ');
      }
      line.append(token.text());
    }
    return line.toString();
  }

  /** A head that may hold text blocks, which are indented anew. */
  private void text(List<Token> tokens, int indentation) {
    boolean first = true;
    for (Token token : tokens) {
      if (!first && !token.is(Kind.COMMA)) {
        out.append(' ');
      }
      out.append(
          token.is(Kind.BLOCK) ? TextBlocks.indented(token.text(), indentation + 2) : token.text());
      first = false;
    }
  }
}
