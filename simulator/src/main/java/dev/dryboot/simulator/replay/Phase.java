package dev.dryboot.simulator.replay;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

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
  /** The instance for a connection, whose name ends in the process id and user of its peer. */
  private static final Pattern CONNECTION = Pattern.compile("@([0-9]+)-[0-9]+-[0-9]+\\.service");

  public Phase {
    jobs = jobs.stream().map(Phase::withoutPeer).sorted().toList();
    states = Collections.unmodifiableMap(new TreeMap<>(states));
    deleted = deleted.stream().sorted().toList();
  }

  /** Which process id the recorder's client had is not to be known. */
  private static String withoutPeer(String job) {
    return CONNECTION.matcher(job).replaceAll("@$1.service");
  }
}
