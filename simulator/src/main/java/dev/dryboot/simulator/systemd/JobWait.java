package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.systemd.core.Job;
import dev.dryboot.simulator.systemd.core.JobResult;
import java.util.function.Consumer;

/** Waits for the jobs that one command asked for, and then says what it exits with. */
final class JobWait {
  private final boolean blocking;
  private final Consumer<Integer> answered;
  private int open = 1;
  private int status;

  JobWait(boolean blocking, Consumer<Integer> answered) {
    this.blocking = blocking;
    this.answered = answered;
  }

  void forJob(Job job) {
    if (blocking) {
      open++;
      job.whenEnded(this::ended);
    }
  }

  private void ended(JobResult result) {
    if (status == 0) {
      status = result.exitStatus();
    }
    close();
  }

  void refused(int exitStatus) {
    if (status == 0) {
      status = exitStatus;
    }
  }

  /** Everything was asked for. */
  void asked() {
    close();
  }

  private void close() {
    if (--open == 0) {
      answered.accept(status);
    }
  }
}
