package dev.dryboot.foreign.value;

/**
 * The value of a condition or an assertion: {@code |!/etc/hosts}.
 *
 * @param triggering whether it begins with a bar: one of all such conditions suffices
 * @param negated whether it begins with an exclamation mark
 * @param parameter the rest
 * @param from offset of the rest in the value
 */
public record ConditionValue(boolean triggering, boolean negated, String parameter, int from) {

  /** Reads a value that is not empty; an empty one resets all conditions. */
  public static ConditionValue read(String text) {
    int at = 0;
    boolean triggering = text.startsWith("|");
    if (triggering) {
      at = 1;
    }
    boolean negated = text.startsWith("!", at);
    if (negated) {
      at++;
    }
    return new ConditionValue(triggering, negated, text.substring(at), at);
  }

  @Override
  public String toString() {
    return (triggering ? "|" : "") + (negated ? "!" : "") + parameter;
  }
}
