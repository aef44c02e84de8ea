package dev.dryboot.simulator.replay;

import dev.dryboot.simulator.kernel.TieBreaker;
import dev.dryboot.simulator.systemd.SystemdVersion;
import dev.dryboot.simulator.systemd.unit.UnitFileCache;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Simulates recordings and says how they compare. */
public final class Replay {
  /** How many runs the open outcomes of one case are explored with at most. */
  private static final int MAX_RUNS = 64;

  private Replay() {}

  /** Runs those of {@code recordings} that were made on a release, on that release. */
  public static ReplaySummary run(List<Recording> recordings, int version) {
    List<ReplayedCase> cases = new ArrayList<>();
    for (Recording recording : recordings) {
      if (recording.observed().containsKey(version)) {
        cases.add(one(recording, version));
      }
    }
    return new ReplaySummary(cases);
  }

  /** Runs each recording on the newest release that it was made on. */
  public static ReplaySummary run(List<Recording> recordings) {
    List<ReplayedCase> cases = new ArrayList<>();
    for (Recording recording : recordings) {
      if (!recording.observed().isEmpty()) {
        cases.add(one(recording, recording.newest()));
      }
    }
    return new ReplaySummary(cases);
  }

  /** All outcomes that are predicted for a recording. */
  public static Outcomes.Explored predict(Recording recording, int version) {
    SystemdVersion release = SystemdVersion.of(version);
    UnitFileCache cache = new UnitFileCache();
    RecordedRoot root = new RecordedRoot(recording);
    Schedule usual = Schedule.canonical(release);
    Outcomes.Explored explored =
        Outcomes.explore(
            MAX_RUNS, ties -> new RecordedRun(recording, root, release, cache, ties, usual).run());
    if (recording.isTransaction()) {
      return explored;
    }
    List<List<Phase>> more = new ArrayList<>();
    int at = 0;
    for (Schedule other : Schedule.others(release)) {
      for (List<Integer> script : scripts(explored, at++)) {
        TieBreaker ties = TieBreaker.scripted(script);
        more.add(new RecordedRun(recording, root, release, cache, ties, other).run());
      }
    }
    return Outcomes.union(explored, more);
  }

  /** Each schedule is tried with the first choices, and with those that led to another outcome. */
  private static List<List<Integer>> scripts(Outcomes.Explored explored, int schedule) {
    List<List<Integer>> all = explored.scripts();
    return all.size() == 1
        ? all
        : List.of(all.getFirst(), all.get(1 + schedule % (all.size() - 1)));
  }

  private static ReplayedCase one(Recording recording, int version) {
    Set<List<Phase>> observed =
        new LinkedHashSet<>(
            Optional.ofNullable(recording.observed().get(version))
                .map(Recording.Observed::outcomes)
                .orElse(List.of()));
    try {
      return compare(recording, version, observed, predict(recording, version));
    } catch (RuntimeException e) {
      String where = e.getStackTrace().length > 0 ? " at " + e.getStackTrace()[0] : "";
      return ReplayedCase.crashed(recording.name(), version, observed.size(), e + where);
    }
  }

  private static ReplayedCase compare(
      Recording recording, int version, Set<List<Phase>> observed, Outcomes.Explored explored) {
    List<List<Phase>> predicted = explored.outcomes();
    Set<List<Phase>> found = new LinkedHashSet<>();
    Comparison best = Comparison.NONE;
    boolean canonical = false;
    for (List<Phase> one : predicted) {
      for (List<Phase> other : observed) {
        Comparison same = Comparison.of(one, other, recording.isTransaction());
        best = best.or(same);
        if (same.agrees()) {
          canonical |= one.equals(predicted.getFirst());
          found.add(other);
        }
      }
    }
    String difference =
        best.wholly()
            ? ""
            : Comparison.describe(predicted.getFirst(), List.copyOf(observed), version);
    return new ReplayedCase(
        recording.name(),
        version,
        best,
        false,
        canonical,
        !recording.isTransaction() && observed.stream().anyMatch(Replay::givesUp),
        new ReplayedCase.OutcomeCount(
            observed.size(), predicted.size(), found.size(), explored.cut()),
        difference);
  }

  /** Where process 1 has given up there are no states any more. */
  private static boolean givesUp(List<Phase> outcome) {
    return outcome.getFirst().states().isEmpty();
  }
}
