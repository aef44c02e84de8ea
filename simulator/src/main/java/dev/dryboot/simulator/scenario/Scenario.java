package dev.dryboot.simulator.scenario;

import dev.dryboot.simulator.kernel.Limits;
import dev.dryboot.simulator.kernel.TieBreaker;
import java.util.List;
import java.util.Optional;

/**
 * What is to happen in a simulation.
 *
 * @param name for people
 * @param seed of everything that chance decides: jitter, random delays
 * @param shuffle the seed by which events of one moment are shuffled; empty for the canonical order
 * @param boots how many boots at most
 * @param between how a boot ends that did not end by itself, when another one follows
 * @param until microseconds that a boot may take, from its own beginning
 * @param bandwidth bytes per second from the network
 * @param givens how long programs take and how they end, where the scenario says so
 * @param happenings what is done, and when
 * @param limits of the whole simulation
 */
public record Scenario(
    String name,
    long seed,
    Optional<Long> shuffle,
    int boots,
    Between between,
    long until,
    long bandwidth,
    List<Given> givens,
    List<Happening> happenings,
    Limits limits) {

  /** How one boot gives way to the next. */
  public enum Between {
    REBOOT,
    POWER_CUT
  }

  /**
   * Ten simulated minutes: longer than any default timeout of systemd, shorter than most timers.
   */
  public static final long USUAL_UNTIL = 600_000_000L;

  /** 10 MiB/s, some 84 Mbit/s: a modest line, on which pulls are seen to take time. */
  public static final long USUAL_BANDWIDTH = 10L << 20;

  /** A first boot in canonical order, with nothing else happening. */
  public static final Scenario FIRST_BOOT =
      new Scenario(
          "first boot",
          0,
          Optional.empty(),
          1,
          Between.REBOOT,
          USUAL_UNTIL,
          USUAL_BANDWIDTH,
          List.of(),
          List.of(),
          Limits.USUAL);

  public Scenario {
    givens = List.copyOf(givens);
    happenings = List.copyOf(happenings);
    if (boots < 1 || bandwidth < 1 || until < 1) {
      throw new IllegalArgumentException("boots, bandwidth and time of a scenario are above 0");
    }
  }

  public TieBreaker tieBreaker() {
    return shuffle.map(TieBreaker::shuffled).orElse(TieBreaker.CANONICAL);
  }

  public Scenario named(String other) {
    return new Scenario(
        other, seed, shuffle, boots, between, until, bandwidth, givens, happenings, limits);
  }

  /** The same in another schedule; its chance is drawn from the same seed. */
  public Scenario shuffled(long by) {
    return new Scenario(
        name, by, Optional.of(by), boots, between, until, bandwidth, givens, happenings, limits);
  }

  public Scenario boots(int count, Between how) {
    return new Scenario(
        name, seed, shuffle, count, how, until, bandwidth, givens, happenings, limits);
  }

  public Scenario until(long microseconds) {
    return new Scenario(
        name, seed, shuffle, boots, between, microseconds, bandwidth, givens, happenings, limits);
  }

  public Scenario bandwidth(long bytesPerSecond) {
    return new Scenario(
        name, seed, shuffle, boots, between, until, bytesPerSecond, givens, happenings, limits);
  }

  public Scenario given(List<Given> more) {
    return new Scenario(
        name, seed, shuffle, boots, between, until, bandwidth, more, happenings, limits);
  }

  public Scenario happening(List<Happening> more) {
    return new Scenario(
        name, seed, shuffle, boots, between, until, bandwidth, givens, more, limits);
  }
}
