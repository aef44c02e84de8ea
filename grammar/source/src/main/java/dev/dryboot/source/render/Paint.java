package dev.dryboot.source.render;

import dev.dryboot.source.Severity;

/** How stretches of a report are told apart: by terminal colours, or not at all. */
public enum Paint {
  PLAIN,
  COLOURED;

  private static final String RESET = "\u001b[0m";

  /** The colour of a severity: red, yellow, cyan; all bold. */
  public String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> painted("\u001b[1;31m", text);
      case WARNING -> painted("\u001b[1;33m", text);
      case NOTE -> painted("\u001b[1;36m", text);
    };
  }

  /** Line numbers, arrows and rules of the gutter. */
  public String gutter(String text) {
    return painted("\u001b[34m", text);
  }

  public String bold(String text) {
    return painted("\u001b[1m", text);
  }

  public String faint(String text) {
    return painted("\u001b[2m", text);
  }

  public String good(String text) {
    return painted("\u001b[32m", text);
  }

  public String bad(String text) {
    return painted("\u001b[1;31m", text);
  }

  private String painted(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : code + text + RESET;
  }
}
