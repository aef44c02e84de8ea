package dev.dryboot.simulator.scenario;

import java.util.Optional;

/**
 * What a scenario says of a unit's or container's program: {@code given backup takes 3min}.
 *
 * @param unit the unit ({@code backup.service}) or container ({@code db})
 * @param takes microseconds that it takes: to its end for a oneshot, to its readiness for a daemon
 * @param exits the exit code with which it then ends
 * @param boot the boot it is said of; empty for every one
 */
public record Given(
    String unit, Optional<Long> takes, Optional<Integer> exits, Optional<Integer> boot) {
  public static Given takes(String unit, long microseconds) {
    return new Given(unit, Optional.of(microseconds), Optional.empty(), Optional.empty());
  }

  public static Given exits(String unit, int code) {
    return new Given(unit, Optional.empty(), Optional.of(code), Optional.empty());
  }

  /** Whether it is said of {@code owner} in boot {@code number}. */
  public boolean concerns(String owner, int number) {
    return (owner.equals(unit) || owner.equals(unit + ".service"))
        && boot.map(b -> b == number).orElse(true);
  }
}
