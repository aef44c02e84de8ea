package dev.dryboot.language.format;

import dev.dryboot.language.reading.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One thing of a file as the formatter sees it: a member or a comment on a line of its own. */
final class Entry {
  final Role role;

  /** The tokens up to its brace or its end. */
  final List<Token> head = new ArrayList<>();

  /** What its braces hold. */
  Optional<List<Entry>> body = Optional.empty();

  /** Whether its braces stood on one line. */
  boolean together;

  /** Whether a blank line stood before it. */
  final boolean apart;

  /** The comment behind it, on its line; may be empty. */
  String trailing = "";

  Entry(Role role, boolean apart) {
    this.role = role;
    this.apart = apart;
  }

  /** What decides how an entry is aligned. */
  enum Role {
    /** Its value is aligned with those of its neighbours. */
    SETTING,
    /** A named thing: braces are aligned with those of its neighbours of one kind. */
    BLOCK,
    /** Stands for itself. */
    OTHER,
    COMMENT
  }

  String word() {
    return head.getFirst().text();
  }

  boolean hasTextBlock() {
    return head.stream().anyMatch(token -> token.kind() == Token.Kind.BLOCK)
        || body.stream().flatMap(List::stream).anyMatch(Entry::hasTextBlock);
  }

  boolean hasComment() {
    return role == Role.COMMENT
        || !trailing.isEmpty()
        || body.stream().flatMap(List::stream).anyMatch(Entry::hasComment);
  }
}
