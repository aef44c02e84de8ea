package dev.dryboot.simulator.replay;

import dev.dryboot.simulator.kernel.TieBreaker;
import dev.dryboot.simulator.systemd.SystemdVersion;
import dev.dryboot.simulator.systemd.unit.UnitFileCache;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Simulates recordings and says how many agree. */
public final class Replay {
  /** How many runs the open outcomes of one case are explored with at most. */
  private static final int MAX_RUNS = 64;

  /** How many other schedules are tried: programs begin late, timers have other phases. */
  private static final int SCHEDULES = 6;

  private final SystemdVersion version;

  private Replay(SystemdVersion version) {
    this.version = version;
  }

  /**
   * What came of one case.
   *
   * @param name the case
   * @param agrees whether a predicted outcome equals an observed one
   * @param jobs whether the jobs do
   * @param states whether Active/Sub/Result do
   * @param deleted whether the jobs dropped to break cycles do
   * @param fully whether restart counts and exit statuses do, too
   * @param crashed whether the simulation itself failed
   * @param canonical whether the canonical schedule's outcome is among the observed ones
   * @param covered how many of the observed outcomes were predicted
   * @param observed how many outcomes were observed
   * @param predicted how many outcomes were predicted
   * @param cut whether more outcomes are possible than were explored
   * @param difference the first difference, in words; empty where there is none
   */
  public record Case(
      String name,
      boolean agrees,
      boolean jobs,
      boolean states,
      boolean deleted,
      boolean fully,
      boolean crashed,
      boolean canonical,
      int covered,
      int observed,
      int predicted,
      boolean cut,
      String difference) {}

  /** What came of many cases. */
  public record Summary(List<Case> cases) {
    public Summary {
      cases = List.copyOf(cases);
    }

    public long agree() {
      return cases.stream().filter(Case::agrees).count();
    }

    public List<String> disagreeing() {
      return cases.stream().filter(c -> !c.agrees() && !c.crashed()).map(Case::name).toList();
    }

    public List<String> crashed() {
      return cases.stream().filter(Case::crashed).map(Case::name).toList();
    }

    /** The figures as one line of JSON. */
    public String json() {
      return "{\"cases\": "
          + cases.size()
          + ", \"agree\": "
          + agree()
          + ", \"jobs\": "
          + cases.stream().filter(Case::jobs).count()
          + ", \"states\": "
          + cases.stream().filter(Case::states).count()
          + ", \"deleted\": "
          + cases.stream().filter(Case::deleted).count()
          + ", \"disagreeing\": "
          + names(disagreeing())
          + ", \"crashed\": "
          + names(crashed())
          + "}";
    }

    private static String names(List<String> names) {
      return names.isEmpty() ? "[]" : "[\"" + String.join("\", \"", names) + "\"]";
    }
  }

  /** Runs {@code recordings} on the release that they are compared with. */
  public static Summary run(List<Recording> recordings, int version) {
    Replay replay = new Replay(SystemdVersion.of(version));
    List<Case> cases = new ArrayList<>();
    for (Recording recording : recordings) {
      if (recording.observed().containsKey(version)) {
        cases.add(replay.one(recording, version));
      }
    }
    return new Summary(cases);
  }

  /** All outcomes that are predicted for a recording. */
  public static Outcomes.Explored predict(Recording recording, int version) {
    SystemdVersion release = SystemdVersion.of(version);
    UnitFileCache cache = new UnitFileCache();
    RecordedRoot root = new RecordedRoot(recording);
    Outcomes.Explored explored =
        Outcomes.explore(
            MAX_RUNS,
            ties ->
                new RecordedRun(recording, root, release, cache, ties, RecordedRun.CANONICAL_SEED)
                    .run());
    if (recording.isTransaction()) {
      return explored;
    }
    List<List<Phase>> more = new ArrayList<>();
    for (long seed = 2; seed < 2 + SCHEDULES; seed++) {
      more.add(new RecordedRun(recording, root, release, cache, TieBreaker.CANONICAL, seed).run());
    }
    return Outcomes.union(explored, more);
  }

  private Case one(Recording recording, int number) {
    List<List<Phase>> observed =
        Optional.ofNullable(recording.observed().get(number))
            .map(Recording.Observed::outcomes)
            .orElse(List.of());
    Outcomes.Explored explored;
    try {
      explored = predict(recording, number);
    } catch (RuntimeException e) {
      return crashed(recording, observed, e);
    }
    List<List<Phase>> predicted = explored.outcomes();
    Set<List<Phase>> covered = new LinkedHashSet<>();
    boolean agrees = false;
    boolean jobs = false;
    boolean states = false;
    boolean deleted = false;
    boolean fully = false;
    boolean canonical = false;
    for (List<Phase> one : predicted) {
      for (List<Phase> other : observed) {
        Comparison same = Comparison.of(one, other, recording.isTransaction());
        jobs |= same.jobs();
        states |= same.states();
        deleted |= same.deleted();
        fully |= same.fully();
        if (same.agrees()) {
          agrees = true;
          canonical |= one.equals(predicted.getFirst());
          covered.add(other);
        }
      }
    }
    String difference =
        agrees && fully
            ? ""
            : Comparison.describe(predicted.getFirst(), observed, version.number());
    return new Case(
        recording.name(),
        agrees,
        jobs,
        states,
        deleted,
        fully,
        false,
        canonical,
        covered.size(),
        observed.size(),
        predicted.size(),
        explored.cut(),
        difference);
  }

  private static Case crashed(Recording recording, List<List<Phase>> observed, RuntimeException e) {
    return new Case(
        recording.name(),
        false,
        false,
        false,
        false,
        false,
        true,
        false,
        0,
        observed.size(),
        0,
        false,
        String.valueOf(e) + (e.getStackTrace().length > 0 ? " at " + e.getStackTrace()[0] : ""));
  }
}
