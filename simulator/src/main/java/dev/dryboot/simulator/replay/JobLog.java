package dev.dryboot.simulator.replay;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.systemd.core.Job;
import dev.dryboot.simulator.systemd.core.JobEvent;
import dev.dryboot.simulator.systemd.core.JobResult;
import dev.dryboot.simulator.systemd.core.ManagerObserver;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.DeletedJob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes what becomes of jobs in a phase, as the recorder reads it from the manager's log. */
final class JobLog implements ManagerObserver {
  private final Map<Integer, Entry> jobs = new LinkedHashMap<>();
  private final List<String> deleted = new ArrayList<>();
  private final List<Recording.JobTime> times = new ArrayList<>();
  private long last;

  private static final class Entry {
    final String unit;
    final String type;
    String result = "-";

    Entry(String unit, String type) {
      this.unit = unit;
      this.type = type;
    }
  }

  /** A new phase begins. */
  void begin() {
    jobs.clear();
    deleted.clear();
  }

  @Override
  public void job(Job job, JobEvent event, @Nullable JobResult result) {
    Entry entry =
        jobs.computeIfAbsent(job.id(), id -> new Entry(job.unit().id(), job.type().word()));
    last = job.owner().processOne().now();
    if (result != null) {
      entry.result = result.word();
      times.add(new Recording.JobTime(entry.unit, entry.type, entry.result, last / 1_000_000.0));
    }
  }

  @Override
  public void unit(RunningUnit unit, ActiveState from, ActiveState to) {
    last = unit.processOne().now();
  }

  @Override
  public void deleted(DeletedJob job) {
    deleted.add(job.unit().id() + "/" + job.type().word());
  }

  void hear(Fact fact) {
    // what is not about jobs is of no interest, but that something happened is
  }

  /** When something was last logged, in microseconds. */
  long last() {
    return last;
  }

  List<String> jobs() {
    return jobs.values().stream().map(e -> e.unit + "/" + e.type + "=" + e.result).toList();
  }

  List<String> deleted() {
    return deleted;
  }

  /** When each job ended, in seconds. */
  List<Recording.JobTime> times() {
    return times;
  }
}
