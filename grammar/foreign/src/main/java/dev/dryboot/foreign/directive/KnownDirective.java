package dev.dryboot.foreign.directive;

import java.util.List;
import java.util.Optional;

/**
 * A directive that systemd or podman knows.
 *
 * @param name its spelling
 * @param kind what value it takes
 * @param choices words that it takes; those of {@link ValueKind#ENUM} are all, those of {@link
 *     ValueKind#BOOLEAN} come on top
 * @param least the least number
 * @param most the greatest number
 * @param blankSince the version since which an empty value is taken; a huge one where it never is
 * @param fatal whether systemd refuses the unit for a value that it does not take
 * @param repeat what a second assignment does
 * @param since the version of systemd that brought it; empty where that is long ago or unknown
 * @param podman the version of podman that brought it; empty for systemd's own
 * @param legacy the name to write instead; a dash where it has no successor
 */
public record KnownDirective(
    String name,
    ValueKind kind,
    List<Choice> choices,
    long least,
    long most,
    int blankSince,
    boolean fatal,
    Repeat repeat,
    Optional<Integer> since,
    Optional<String> podman,
    Optional<String> legacy) {

  /** What a second assignment of a directive does. */
  public enum Repeat {
    /** It takes the place of the first one. */
    REPLACES,
    /** It adds to the list; an empty value empties the list. */
    ADDS,
    /** It adds to the list, which cannot be emptied. */
    ADDS_FOREVER
  }

  /**
   * A word that a directive takes.
   *
   * @param word a trailing asterisk stands for anything
   * @param since the version of systemd that brought it; 0 where that is long ago
   */
  public record Choice(String word, int since) {
    boolean takes(String value) {
      return word.endsWith("*")
          ? value.startsWith(word.substring(0, word.length() - 1))
          : word.equals(value);
    }
  }

  public KnownDirective {
    choices = List.copyOf(choices);
  }

  /** Whether {@code version} of systemd knows it. */
  public boolean isIn(SystemdVersion version) {
    return since.isEmpty() || version.has(since.get());
  }
}
