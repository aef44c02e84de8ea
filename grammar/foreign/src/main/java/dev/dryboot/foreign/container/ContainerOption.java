package dev.dryboot.foreign.container;

/**
 * An option of a container command.
 *
 * @param name its long name without dashes: {@code publish}
 * @param value empty for a flag that is merely set
 * @param index of the word that holds the name
 * @param valueIndex of the word that holds the value; that of the name where it is glued to it
 */
public record ContainerOption(String name, String value, int index, int valueIndex) {

  /** Whether a flag is on: set, and not to {@code false}. */
  public boolean isOn() {
    return value.isEmpty() || value.equals("true") || value.equals("1") || value.equals("t");
  }
}
