package dev.dryboot.simulator.replay;

import dev.dryboot.simulator.kernel.TieBreaker;
import dev.dryboot.simulator.systemd.SystemdVersion;
import dev.dryboot.simulator.systemd.unit.UnitFileCache;
import java.util.ArrayList;
import java.util.List;

/** Compares when jobs end in a simulated boot and in a recorded one. */
public final class TimeComparison {
  private TimeComparison() {}

  /**
   * How far a job's end is off.
   *
   * @param job {@code unit/type}
   * @param milliseconds positive where the simulated end is later
   */
  public record JobDeviation(String job, double milliseconds) {}

  /** The deviations of all jobs that the recording and the simulated boot have in common. */
  public static List<JobDeviation> of(Recording recording, int version) {
    Recording.Observed observed = recording.observed().get(version);
    List<JobDeviation> deviations = new ArrayList<>();
    if (observed == null) {
      return deviations;
    }
    RecordedRun run =
        new RecordedRun(
            recording,
            new RecordedRoot(recording),
            SystemdVersion.of(version),
            new UnitFileCache(),
            TieBreaker.CANONICAL,
            Schedule.canonical(SystemdVersion.of(version)));
    run.run();
    List<Recording.JobTime> simulated = new ArrayList<>(run.times());
    for (Recording.JobTime real : observed.times()) {
      for (Recording.JobTime one : simulated) {
        if (one.unit().equals(real.unit())
            && one.type().equals(real.type())
            && one.result().equals(real.result())) {
          simulated.remove(one);
          deviations.add(
              new JobDeviation(
                  real.unit() + "/" + real.type(), (one.finished() - real.finished()) * 1000));
          break;
        }
      }
    }
    return deviations;
  }
}
