package dev.dryboot.source;

/** How much a diagnostic weighs. Only an {@link #ERROR} makes a command fail. */
public enum Severity {
  ERROR,
  WARNING,
  NOTE;

  /** The word that reports use: {@code error}, {@code warning}, {@code note}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
