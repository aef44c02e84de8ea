package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.BusNames;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.ProcessModel.Behaviour;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.source.SourceText;
import java.util.Map;
import java.util.Optional;

/** The few ways in which most programs behave. */
public final class Behaviours {
  private Behaviours() {}

  /** A behaviour that says what it does with signals when it is process 1 of a container. */
  public interface Trapping extends Behaviour {
    /** Whether it has a handler for the signal. */
    boolean traps(RunningProcess self, int signal);
  }

  /** Runs for a time and exits. */
  public static Behaviour timed(long microseconds, int exitCode) {
    return self -> self.after(microseconds, () -> self.exit(exitCode));
  }

  /** Does something at once and exits with what it answers, after a time. */
  public static Behaviour doing(
      long microseconds, java.util.function.ToIntFunction<RunningProcess> act) {
    return self -> self.after(microseconds, () -> self.exit(act.applyAsInt(self)));
  }

  /** Runs for ever, and does nothing on signals: it dies of them. */
  public static Behaviour endless() {
    return self -> {};
  }

  /** There is no such program, or it may not be executed. */
  public static Behaviour notExecutable() {
    return new Behaviour() {
      @Override
      public void start(RunningProcess self) {
        self.exit(127);
      }

      @Override
      public boolean executable() {
        return false;
      }
    };
  }

  /**
   * A daemon as its service's type expects it: ready after a time, gone a little after SIGTERM.
   *
   * @param ready microseconds to readiness
   * @param onReady called when it is ready
   * @param onEnd called when it ends on a signal
   */
  public record Daemon(long ready, Runnable onReady, Runnable onEnd) implements Trapping {
    public Daemon(long ready) {
      this(ready, () -> {}, () -> {});
    }

    @Override
    public void start(RunningProcess self) {
      switch (self.spec().purpose().type()) {
        case "forking" -> fork(self);
        case "oneshot" -> {
          if (self.spec().purpose().role().equals("ExecStart")) {
            self.after(ready, onReady);
          } else {
            self.after(ready, () -> ready(self));
          }
        }
        default -> self.after(ready, () -> ready(self));
      }
    }

    private void ready(RunningProcess self) {
      onReady.run();
      announce(self);
    }

    /** Type=notify-reload: says when it begins to read its configuration, and when it is done. */
    private void reload(RunningProcess self) {
      if (self.spec().purpose().type().equals("notify-reload")) {
        String now = String.valueOf(self.machine().kernel().now());
        self.notify(Map.of("RELOADING", "1", "MONOTONIC_USEC", now));
        self.after(Typical.COMMAND.amount(), () -> self.notify(Map.of("READY", "1")));
      }
    }

    private void fork(RunningProcess self) {
      self.after(
          ready,
          () -> {
            RunningProcess child = self.fork(new Forked(this));
            self.spec().purpose().pidFile().ifPresent(path -> writePid(self, path, child.pid()));
            onReady.run();
            self.exit(0);
          });
    }

    @Override
    public boolean traps(RunningProcess self, int signal) {
      return signal == 15 || signal == 2 || signal == 3 || signal == 1;
    }

    @Override
    public void signalled(RunningProcess self, int signal) {
      if (signal == 1 || signal == 10 || signal == 12 || signal == 28 || signal == 18) {
        reload(self);
        return;
      }
      self.after(
          Typical.DAEMON_EXIT.amount(),
          () -> {
            onEnd.run();
            self.exit(0);
          });
    }
  }

  /** The child of a daemon that has gone to the background. */
  private record Forked(Daemon daemon) implements Behaviour {
    @Override
    public void start(RunningProcess self) {}

    @Override
    public void signalled(RunningProcess self, int signal) {
      daemon.signalled(self, signal);
    }
  }

  /** Tells whoever waits that the process is ready, in the way its type asks for. */
  public static void announce(RunningProcess self) {
    switch (self.spec().purpose().type()) {
      case "notify", "notify-reload" -> self.notify(Map.of("READY", "1"));
      case "dbus" ->
          self.spec()
              .purpose()
              .busName()
              .ifPresent(n -> self.machine().port(BusNames.class).ifPresent(b -> b.take(n, self)));
      default -> {}
    }
  }

  static void writePid(RunningProcess self, String path, int pid) {
    var text = SourceText.of(path, pid + "\n");
    self.machine().files().write(path, new FileNode.Regular(text));
  }

  static Optional<Behaviour> known(Behaviour behaviour) {
    return Optional.of(behaviour);
  }
}
