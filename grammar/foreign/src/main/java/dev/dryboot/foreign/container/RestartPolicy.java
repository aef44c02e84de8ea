package dev.dryboot.foreign.container;

import dev.dryboot.foreign.value.Reading;

/**
 * What an engine does when a container ends.
 *
 * @param kind the policy
 * @param retries how often {@code on-failure} tries again; 0 for as often as it takes
 */
public record RestartPolicy(Kind kind, int retries) {
  public static final RestartPolicy NONE = new RestartPolicy(Kind.NO, 0);

  /** The policies that engines have. */
  public enum Kind {
    NO,
    ALWAYS,
    UNLESS_STOPPED,
    ON_FAILURE
  }

  /** Reads a value of {@code --restart}. */
  public static Reading<RestartPolicy> read(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    String count = colon < 0 ? "0" : text.substring(colon + 1);
    if (!count.matches("[0-9]{1,9}")) {
      return Reading.fault(colon + 1, text.length(), "the number of retries is missing");
    }
    if (colon >= 0 && !name.equals("on-failure") && !count.equals("0")) {
      return Reading.fault(colon, text.length(), "only on-failure has a number of retries");
    }
    return switch (name) {
      case "no", "" -> Reading.of(NONE);
      case "always" -> Reading.of(new RestartPolicy(Kind.ALWAYS, 0));
      case "unless-stopped" -> Reading.of(new RestartPolicy(Kind.UNLESS_STOPPED, 0));
      case "on-failure" -> Reading.of(new RestartPolicy(Kind.ON_FAILURE, Integer.parseInt(count)));
      default ->
          Reading.fault(
              0, name.length(), "no, always, unless-stopped or on-failure is expected here");
    };
  }

  /** Whether the engine starts the container again by itself. */
  public boolean restarts() {
    return kind != Kind.NO;
  }
}
