package dev.dryboot.simulator.replay;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recorded case.
 *
 * @param name its name
 * @param units unit files by name; {@code -> x} is a symbolic link to x
 * @param defaultTarget what is booted
 * @param actions what is done after the boot, one after the other
 * @param observe the units whose states were noted
 * @param settle for how many milliseconds nothing had to happen for a phase to be over; empty where
 *     the recorder took it from the units
 * @param observed what was seen, by systemd version
 */
public record Recording(
    String name,
    Map<String, String> units,
    String defaultTarget,
    List<Action> actions,
    List<String> observe,
    Optional<Long> settle,
    Map<Integer, Observed> observed) {
  public Recording {
    units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
    actions = List.copyOf(actions);
    observe = List.copyOf(observe);
    observed = Collections.unmodifiableMap(new LinkedHashMap<>(observed));
  }

  /**
   * A command.
   *
   * @param command program and arguments
   * @param noWait go on after that many milliseconds instead of waiting until it is quiet
   */
  public record Action(List<String> command, Optional<Long> noWait) {
    public Action {
      command = List.copyOf(command);
    }
  }

  /**
   * What was seen with one version.
   *
   * @param outcomes the distinct outcomes of several runs; each has one entry per phase
   * @param times when each job of the boot ended in one run, in seconds, in order
   */
  public record Observed(List<List<Phase>> outcomes, List<JobTime> times) {
    public Observed {
      outcomes = outcomes.stream().map(List::copyOf).toList();
      times = List.copyOf(times);
    }
  }

  /** When a job ended, in seconds from its phase's beginning. */
  public record JobTime(String unit, String type, String result, double finished) {}

  /** The same case with other observations. */
  public Recording withObserved(Map<Integer, Observed> now) {
    return new Recording(name, units, defaultTarget, actions, observe, settle, now);
  }

  /** The newest release that it was recorded on; 0 for none. */
  public int newest() {
    return observed.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** Whether only the initial transaction was recorded. */
  public boolean isTransaction() {
    return observe.isEmpty() && actions.isEmpty();
  }
}
