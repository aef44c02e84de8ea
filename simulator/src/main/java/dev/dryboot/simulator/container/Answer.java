package dev.dryboot.simulator.container;

/** What an engine answers. */
public sealed interface Answer {
  /** It is done. */
  record Done(Container container) implements Answer {}

  /**
   * It is refused.
   *
   * @param problem in words
   * @param exitCode what a {@code run} ends with: 125 for the engine's errors, 126 and 127 for the
   *     container's command
   */
  record Refused(String problem, int exitCode) implements Answer {}
}
