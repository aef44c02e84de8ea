package dev.dryboot.simulator.replay;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one phase of a case came to: the boot, or one action.
 *
 * @param jobs {@code unit/type=result}, sorted
 * @param states {@code Active/Sub/Result/NRestarts} by unit
 * @param exitStatus of the action's command
 * @param deleted {@code unit/type} of jobs dropped to break a cycle, sorted
 */
public record Phase(
    List<String> jobs,
    Map<String, String> states,
    Optional<Integer> exitStatus,
    List<String> deleted) {
  public Phase {
    jobs = jobs.stream().sorted().toList();
    states = Collections.unmodifiableMap(new TreeMap<>(states));
    deleted = deleted.stream().sorted().toList();
  }
}
