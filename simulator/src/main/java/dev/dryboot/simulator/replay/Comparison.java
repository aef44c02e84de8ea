package dev.dryboot.simulator.replay;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * In which respects two outcomes are the same.
 *
 * @param jobs the jobs with their results
 * @param states Active, Sub and Result of the units
 * @param deleted the jobs dropped to break cycles
 * @param agrees all of these
 * @param restarts the units' restart counts
 * @param exitStatuses those of the actions' commands
 * @param wholly everything
 */
public record Comparison(
    boolean jobs,
    boolean states,
    boolean deleted,
    boolean agrees,
    boolean restarts,
    boolean exitStatuses,
    boolean wholly) {
  static final Comparison NONE = new Comparison(false, false, false, false, false, false, false);

  /** In which respects one or the other pair is the same. */
  Comparison or(Comparison other) {
    return new Comparison(
        jobs || other.jobs,
        states || other.states,
        deleted || other.deleted,
        agrees || other.agrees,
        restarts || other.restarts,
        exitStatuses || other.exitStatuses,
        wholly || other.wholly);
  }

  static Comparison of(List<Phase> predicted, List<Phase> observed, boolean jobsOnly) {
    if (predicted.size() != observed.size()) {
      return NONE;
    }
    boolean jobs = true;
    boolean states = true;
    boolean deleted = true;
    boolean restarts = true;
    boolean exitStatuses = true;
    for (int i = 0; i < predicted.size(); i++) {
      Phase one = predicted.get(i);
      Phase other = observed.get(i);
      jobs &= one.jobs().equals(other.jobs());
      states &= withoutRestarts(one.states()).equals(withoutRestarts(other.states()));
      deleted &= one.deleted().equals(other.deleted());
      restarts &= onlyRestarts(one.states()).equals(onlyRestarts(other.states()));
      exitStatuses &= one.exitStatus().equals(other.exitStatus());
    }
    if (jobsOnly) {
      return new Comparison(jobs, true, true, jobs, true, true, jobs);
    }
    boolean agrees = jobs && states && deleted;
    return new Comparison(
        jobs, states, deleted, agrees, restarts, exitStatuses, agrees && restarts && exitStatuses);
  }

  private static Map<String, String> onlyRestarts(Map<String, String> states) {
    Map<String, String> only = new TreeMap<>();
    states.forEach((unit, state) -> only.put(unit, state.substring(state.lastIndexOf('/') + 1)));
    return only;
  }

  private static Map<String, String> withoutRestarts(Map<String, String> states) {
    Map<String, String> without = new TreeMap<>();
    states.forEach(
        (unit, state) ->
            without.put(unit, state.substring(0, Math.max(0, state.lastIndexOf('/')))));
    return without;
  }

  /** The first phase that differs from the nearest observed outcome, and how. */
  static String describe(List<Phase> predicted, List<List<Phase>> observed, int version) {
    String best = "nothing was observed on " + version;
    int longest = -1;
    for (List<Phase> other : observed) {
      int same = 0;
      while (same < Math.min(predicted.size(), other.size())
          && predicted.get(same).equals(other.get(same))) {
        same++;
      }
      if (same > longest) {
        longest = same;
        best =
            same < predicted.size() && same < other.size()
                ? "phase " + same + ": " + difference(predicted.get(same), other.get(same))
                : "another number of phases: " + predicted.size() + ", not " + other.size();
      }
    }
    return best;
  }

  private static String difference(Phase predicted, Phase observed) {
    List<String> parts = new ArrayList<>();
    List<String> more = new ArrayList<>(predicted.jobs());
    observed.jobs().forEach(more::remove);
    List<String> fewer = new ArrayList<>(observed.jobs());
    predicted.jobs().forEach(fewer::remove);
    if (!more.isEmpty() || !fewer.isEmpty()) {
      parts.add("jobs +" + more + " -" + fewer);
    }
    Set<String> units = new LinkedHashSet<>(predicted.states().keySet());
    units.addAll(observed.states().keySet());
    for (String unit : units) {
      String one = predicted.states().getOrDefault(unit, "");
      String other = observed.states().getOrDefault(unit, "");
      if (!one.equals(other)) {
        parts.add(unit + " is " + one + ", not " + other);
      }
    }
    if (!predicted.deleted().equals(observed.deleted())) {
      parts.add("deleted " + predicted.deleted() + ", not " + observed.deleted());
    }
    if (!predicted.exitStatus().equals(observed.exitStatus())) {
      parts.add("exits " + predicted.exitStatus() + ", not " + observed.exitStatus());
    }
    return String.join("; ", parts);
  }
}
