package dev.dryboot.simulator.machine;

import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.kernel.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A process while it lives, as its own behaviour sees it. */
public final class RunningProcess {
  private final Processes processes;
  private final int pid;
  private final ProcessSpec spec;
  private final ProcessModel.Behaviour behaviour;
  private final ProcessObserver observer;
  private final List<Ticket> agenda = new ArrayList<>(2);
  private final List<Runnable> atEnd = new ArrayList<>(1);
  private final List<RunningProcess> forked = new ArrayList<>(0);
  private final @Nullable Mount workplace;
  private long place;
  private boolean alive = true;

  RunningProcess(
      Processes processes,
      int pid,
      ProcessSpec spec,
      ProcessModel.Behaviour behaviour,
      ProcessObserver observer) {
    this.processes = processes;
    this.pid = pid;
    this.spec = spec;
    this.behaviour = behaviour;
    this.observer = observer;
    String directory = spec.workingDirectory();
    this.workplace = directory.equals("/") ? null : processes.machine().files().mountOf(directory);
  }

  public int pid() {
    return pid;
  }

  public ProcessSpec spec() {
    return spec;
  }

  public Machine machine() {
    return processes.machine();
  }

  /** Whether its working directory lies in {@code mount}, which is therefore in use. */
  public boolean worksIn(Mount mount) {
    return mount.equals(workplace);
  }

  public boolean alive() {
    return alive;
  }

  /** Does {@code action} after {@code delay} microseconds, unless the process has ended by then. */
  public Ticket after(long delay, Runnable action) {
    Ticket ticket =
        machine()
            .kernel()
            .after(
                delay,
                Stage.WORLD,
                () -> {
                  if (alive) {
                    action.run();
                  }
                });
    agenda.add(ticket);
    return ticket;
  }

  /** Ends with an exit code, 0 to 255. */
  public void exit(int code) {
    end(new ProcessEnd.Exited(code));
  }

  /** Dies of a signal. */
  public void die(int signal) {
    end(new ProcessEnd.Killed(signal));
  }

  /** Sends a message to the service manager, as sd_notify does: {@code READY} → {@code 1}. */
  public void notify(Map<String, String> message) {
    observer.notified(pid, message);
  }

  /** Starts a child in the same control group; whoever watches this process watches it too. */
  public RunningProcess fork(ProcessModel.Behaviour child) {
    return processes.fork(this, child);
  }

  /**
   * Runs a command as a child in the same control group and goes on when it has ended. Where the
   * program cannot be executed, it has ended with 127 at once, as in a shell.
   */
  public void call(List<String> argv, java.util.function.Consumer<ProcessEnd> done) {
    ProcessSpec.Purpose purpose =
        spec.purpose().role().equals("container")
            ? ProcessSpec.Purpose.of("container", "oneshot")
            : ProcessSpec.Purpose.CALL;
    ProcessSpec called = spec.withArgv(argv).withPurpose(purpose);
    ProcessModel.Behaviour child = machine().behaviourOf(called);
    if (child.executable()) {
      processes.call(this, called, child, done);
    } else {
      after(0, () -> done.accept(new ProcessEnd.Exited(127)));
    }
  }

  /** Does {@code action} when the process has ended, by whatever cause. */
  public void whenEnded(Runnable action) {
    atEnd.add(action);
  }

  /** Where it stands among the children of its parent: they are in the order in which they came. */
  long place() {
    return place;
  }

  void place(long among) {
    place = among;
  }

  /** Those it has forked. */
  List<RunningProcess> forked() {
    return forked;
  }

  ProcessModel.Behaviour behaviour() {
    return behaviour;
  }

  ProcessObserver observer() {
    return observer;
  }

  void end(ProcessEnd end) {
    if (!alive) {
      return;
    }
    alive = false;
    agenda.forEach(Ticket::cancel);
    behaviour.ended(this);
    processes.ended(this, end);
    atEnd.forEach(Runnable::run);
  }
}
