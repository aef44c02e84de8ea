package dev.dryboot.foreign.unitfile;

import dev.dryboot.source.Span;

/** A line that is neither a section header nor an assignment, and what systemd does about it. */
public record StrayLine(Kind kind, Span span) {

  /** Why a line is stray. */
  public enum Kind {
    /** An assignment in front of the first section header: ignored with a warning. */
    OUTSIDE_SECTION(false),
    /** Neither a header nor an assignment: ignored with a warning. */
    MISSING_EQUALS(false),
    /** Nothing in front of the equals sign: ignored with a warning. */
    MISSING_NAME(false),
    /** A line that opens a bracket and does not end in one: the whole file is refused. */
    BROKEN_HEADER(true),
    /** A section name with control characters, quotes or backslashes: the file is refused. */
    UNSAFE_HEADER(true),
    /** A line of more than 1 MiB: the whole file is refused. */
    TOO_LONG(true);

    private final boolean fatal;

    Kind(boolean fatal) {
      this.fatal = fatal;
    }

    /** Whether systemd stops reading here and does not load the unit. */
    public boolean fatal() {
      return fatal;
    }
  }
}
