package dev.dryboot.foreign.directive;

/**
 * Why systemd does not take a value.
 *
 * @param from offset in the value
 * @param to offset behind the last character that is wrong
 * @param message what is wrong, in words
 * @param effect what systemd does about it
 */
public record Rejection(int from, int to, String message, Effect effect) {

  /** What systemd does about a value that it does not take. */
  public enum Effect {
    /** The assignment is ignored, as if the line were not there. */
    IGNORED,
    /** The word is left out, the rest of the line counts. */
    WORD_IGNORED,
    /** The unit is not loaded. */
    UNIT_REFUSED
  }

  /** In words for people. */
  public String consequence() {
    return switch (effect) {
      case IGNORED -> "systemd ignores the line with a warning and goes on without it";
      case WORD_IGNORED -> "systemd leaves this word out with a warning and takes the rest";
      case UNIT_REFUSED -> "systemd refuses to load the unit, so it never starts";
    };
  }
}
