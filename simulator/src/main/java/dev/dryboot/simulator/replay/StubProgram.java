package dev.dryboot.simulator.replay;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The program that services of recordings run, {@code /usr/bin/b key=value …}: it sleeps, exits,
 * forks, gets ready and dies as its arguments say, from left to right. Beside it there is a bus
 * daemon; programs of any other name are not there.
 */
public final class StubProgram implements ProcessModel {
  public static final String PATH = "/usr/bin/b";

  /** How much sooner a program dies of a signal than it begins, on a machine that is busy. */
  private static final int DYING = 16;

  private static final int SIGHUP = 1;
  private static final int SIGTERM = 15;

  private final long jitter;

  /**
   * @param jitter microseconds that a program begins late at most; it dies late, too
   */
  public StubProgram(long jitter) {
    this.jitter = jitter;
  }

  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    if (spec.programName().equals("dbus-daemon")) {
      return Optional.of(new Stub(List.of("ready=30", "run=inf"), new Termination(), 0));
    }
    boolean inPath = spec.program().equals("b");
    if (!spec.program().equals(PATH) && !inPath) {
      return Optional.of(new Missing());
    }
    List<String> steps = spec.argv().subList(1, spec.argv().size());
    long late = jitter == 0 ? 0 : machine.kernel().random().nextLong(jitter);
    return Optional.of(new Stub(steps, new Termination(), late));
  }

  /** A program that cannot be executed. */
  private static final class Missing implements Behaviour {
    @Override
    public void start(RunningProcess self) {}

    @Override
    public boolean executable() {
      return false;
    }
  }

  /** What a process does on SIGTERM. */
  private static final class Termination {
    /** Milliseconds until it exits; -1 where it dies of the signal, -2 where it ignores it. */
    private long after = -1;

    private int exitCode;
  }

  private static final class Stub implements Behaviour {
    private final List<String> steps;
    private final Termination termination;
    private int next;
    private final long late;
    private int failure = 1;
    private String pidFile = "";

    /** What it does on SIGHUP: {@code HOW:MS}. */
    private String reload = "";

    Stub(List<String> steps, Termination termination, long late) {
      this.steps = steps;
      this.termination = termination;
      this.late = late;
    }

    @Override
    public void start(RunningProcess self) {
      if (late == 0) {
        proceed(self);
      } else {
        self.after(late, () -> proceed(self));
      }
    }

    @Override
    public void signalled(RunningProcess self, int signal) {
      if (signal == SIGHUP && !reload.isEmpty()) {
        StubMessages.reload(self, reload);
        return;
      }
      if (signal == SIGTERM && termination.after == -2) {
        return;
      }
      if (signal == SIGTERM && termination.after >= 0) {
        next = steps.size() + 1;
        self.after(termination.after * 1000, () -> self.exit(termination.exitCode));
        return;
      }
      if (late == 0) {
        self.die(signal);
      } else {
        self.after(late / DYING, () -> self.die(signal));
      }
    }

    /** Does steps until one takes time. */
    private void proceed(RunningProcess self) {
      while (next < steps.size()) {
        String step = steps.get(next++);
        int equals = step.indexOf('=');
        if (equals > 0 && !step(self, step.substring(0, equals), step.substring(equals + 1))) {
          return;
        }
      }
      if (next == steps.size()) {
        self.exit(0);
      }
    }

    /** Says whether the next step follows at once. */
    private boolean step(RunningProcess self, String key, String value) {
      switch (key) {
        case "term" -> termination.after = value.equals("ignore") ? -2 : Long.parseLong(value);
        case "termexit" -> termination.exitCode = Integer.parseInt(value);
        case "sleep" -> {
          return later(self, value, () -> {});
        }
        case "ready" -> {
          return later(self, value, () -> self.notify(Map.of("READY", "1")));
        }
        case "stopping" -> {
          return later(self, value, () -> self.notify(Map.of("STOPPING", "1")));
        }
        case "run" -> {
          return !value.equals("inf") && later(self, value, () -> {});
        }
        case "fork" -> {
          return fork(self, value);
        }
        case "pid" -> pidFile = value;
        case "hup" -> reload = value;
        case "notify" -> self.notify(StubMessages.read(value));
        case "fds" -> self.notify(Map.of("FDSTORE", "1", "FDS", value));
        case "name", "unname" -> StubMessages.busName(self, value, key.equals("name"));
        case "wd" -> {
          return feedWatchdog(self, value);
        }
        case "touch" -> write(self, value, "");
        case "rm" -> self.machine().files().remove(value);
        case "fail" -> failure = Integer.parseInt(value);
        case "flaky" -> {
          return flaky(self, value);
        }
        case "exit" -> {
          self.exit(Integer.parseInt(value) & 255);
          return false;
        }
        case "sig" -> {
          self.die(Integer.parseInt(value));
          return false;
        }
        default -> {}
      }
      return true;
    }

    private boolean later(RunningProcess self, String milliseconds, Runnable then) {
      int resumed = next;
      self.after(
          Long.parseLong(milliseconds) * 1000,
          () -> {
            if (next == resumed) {
              then.run();
              proceed(self);
            }
          });
      return false;
    }

    /** Every so many milliseconds, so many times. */
    private boolean feedWatchdog(RunningProcess self, String value) {
      int colon = value.indexOf(':');
      String times = value.substring(colon + 1);
      long left = times.equals("inf") ? Long.MAX_VALUE : Long.parseLong(times);
      feedWatchdog(self, Long.parseLong(value.substring(0, colon)) * 1000, left, next);
      return false;
    }

    private void feedWatchdog(RunningProcess self, long period, long left, int resumed) {
      if (next != resumed) {
        return;
      }
      if (left == 0) {
        proceed(self);
        return;
      }
      self.after(
          period,
          () -> {
            self.notify(Map.of("WATCHDOG", "1"));
            feedWatchdog(self, period, left - 1, resumed);
          });
    }

    /** The child goes on with what follows; the parent exits after a while. */
    private boolean fork(RunningProcess self, String milliseconds) {
      Stub child = new Stub(new ArrayList<>(steps.subList(next, steps.size())), termination, 0);
      child.failure = failure;
      child.reload = reload;
      RunningProcess forked = self.fork(child);
      if (!pidFile.isEmpty()) {
        write(self, pidFile, forked.pid() + "\n");
      }
      next = steps.size() + 1;
      self.after(Long.parseLong(milliseconds) * 1000, () -> self.exit(0));
      return false;
    }

    /** Fails the first times; how often it has run is in a file. */
    private boolean flaky(RunningProcess self, String value) {
      int colon = value.indexOf(':');
      String path = value.substring(colon + 1);
      String counted = self.machine().files().read(path).map(t -> t.text().strip()).orElse("0");
      int runs = counted.matches("[0-9]{1,9}") ? Integer.parseInt(counted) : 0;
      write(self, path, String.valueOf(runs + 1));
      if (runs < Integer.parseInt(value.substring(0, colon))) {
        self.exit(failure);
        return false;
      }
      return true;
    }

    private static void write(RunningProcess self, String path, String text) {
      self.machine().files().write(path, new FileNode.Regular(SourceText.of(path, text)));
      self.machine().publish(new Fact.FileWritten(path, self.spec().owner()));
    }
  }
}
