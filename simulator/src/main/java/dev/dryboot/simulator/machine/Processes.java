package dev.dryboot.simulator.machine;

import dev.dryboot.simulator.kernel.Stage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The process table: who runs, in which control group, and who watches. */
public final class Processes {
  /** What systemd's child answers where execve fails (systemd.exec: EXIT_EXEC). */
  public static final int EXIT_EXEC = 203;

  public static final int SIGKILL = 9;

  private final Machine machine;
  private final Map<Integer, RunningProcess> running = new LinkedHashMap<>();
  private final ControlGroups groups = new ControlGroups();
  private final Map<String, Runnable> emptied = new LinkedHashMap<>();
  private final Map<Integer, Long> placesOfEnded = new HashMap<>();
  private long places;
  private int nextPid = 2;

  Processes(Machine machine) {
    this.machine = machine;
  }

  Machine machine() {
    return machine;
  }

  /**
   * Forks and executes: the process exists at once, its program begins after the time that fork and
   * execve take.
   *
   * @param execTime microseconds until execve has happened
   * @param executed called when it has, with whether it could
   */
  public RunningProcess spawn(
      ProcessSpec spec,
      ProcessObserver observer,
      long execTime,
      java.util.function.Consumer<Boolean> executed) {
    return spawn(spec, machine.behaviourOf(spec), observer, execTime, executed);
  }

  /** The same for a program whose behaviour its starter knows. */
  public RunningProcess spawn(
      ProcessSpec spec,
      ProcessModel.Behaviour behaviour,
      ProcessObserver observer,
      long execTime,
      java.util.function.Consumer<Boolean> executed) {
    RunningProcess process = create(spec, behaviour, observer);
    execute(process, execTime, executed);
    return process;
  }

  /** Forks without executing yet: the process exists and waits for {@link #execute}. */
  public RunningProcess create(ProcessSpec spec, ProcessObserver observer) {
    return create(spec, machine.behaviourOf(spec), observer);
  }

  private RunningProcess create(
      ProcessSpec spec, ProcessModel.Behaviour behaviour, ProcessObserver observer) {
    RunningProcess process = new RunningProcess(this, nextPid++, spec, behaviour, observer);
    enter(process);
    return process;
  }

  private void enter(RunningProcess process) {
    process.place(places++);
    running.put(process.pid(), process);
    groups.enter(process);
  }

  /** Has a process that was only created execute its program after {@code execTime}. */
  public void execute(
      RunningProcess process, long execTime, java.util.function.Consumer<Boolean> executed) {
    process.after(
        execTime,
        () -> {
          boolean executable = process.behaviour().executable();
          executed.accept(executable);
          if (executable) {
            start(process);
          } else {
            process.exit(EXIT_EXEC);
          }
        });
  }

  /**
   * A program looks at what it is told to look at; mount(8) does not look into the place itself.
   */
  private void start(RunningProcess process) {
    Runnable go = () -> startUnlessEnded(process);
    Optional<Automounts> automounts = machine.port(Automounts.class);
    if (automounts.isEmpty() || process.spec().owner().endsWith(".mount")) {
      go.run();
    } else {
      automounts.get().access(process, go);
    }
  }

  private static void startUnlessEnded(RunningProcess process) {
    if (process.alive()) {
      process.behaviour().start(process);
    }
  }

  RunningProcess fork(RunningProcess parent, ProcessModel.Behaviour behaviour) {
    RunningProcess child =
        new RunningProcess(this, nextPid++, parent.spec(), behaviour, parent.observer());
    enter(child);
    parent.forked().add(child);
    parent.observer().forked(parent.pid(), child.pid());
    child.after(0, () -> behaviour.start(child));
    return child;
  }

  RunningProcess call(
      RunningProcess parent,
      ProcessSpec spec,
      ProcessModel.Behaviour behaviour,
      java.util.function.Consumer<ProcessEnd> done) {
    ProcessObserver above = parent.observer();
    int own = nextPid++;
    ProcessObserver both =
        new ProcessObserver() {
          @Override
          public void ended(int pid, ProcessEnd end) {
            above.ended(pid, end);
            // Those that the child calls or forks are observed by this, too.
            if (pid == own && parent.alive()) {
              done.accept(end);
            }
          }

          @Override
          public void notified(int pid, Map<String, String> message) {
            above.notified(pid, message);
          }

          @Override
          public void forked(int from, int child) {
            above.forked(from, child);
          }

          @Override
          public void outOfMemory(String controlGroup) {
            above.outOfMemory(controlGroup);
          }

          @Override
          public void emptied(String controlGroup) {
            above.emptied(controlGroup);
          }
        };
    RunningProcess child = new RunningProcess(this, own, spec, behaviour, both);
    enter(child);
    parent.forked().add(child);
    above.forked(parent.pid(), child.pid());
    child.after(0, () -> behaviour.start(child));
    return child;
  }

  /** Sends a signal; says whether there is such a process. */
  public boolean signal(int pid, int signal) {
    RunningProcess process = running.get(pid);
    if (process == null) {
      return false;
    }
    machine
        .kernel()
        .after(
            0,
            Stage.WORLD,
            () -> {
              if (!process.alive()) {
                return;
              }
              if (signal == SIGKILL) {
                process.die(signal);
              } else if (signal != 0) {
                process.behaviour().signalled(process, signal);
              }
            });
    return true;
  }

  /**
   * Memory runs out, and the kernel ends a process; says whether there is such a process. Whoever
   * watches it hears of that first (Linux, memory.events).
   */
  public boolean outOfMemory(int pid) {
    RunningProcess process = running.get(pid);
    if (process == null) {
      return false;
    }
    machine.publish(new Fact.OutOfMemory(pid, process.spec().owner()));
    process.observer().outOfMemory(process.spec().controlGroup());
    return signal(pid, SIGKILL);
  }

  /** The processes of a control group and those below it, oldest first. */
  public List<Integer> in(String controlGroup) {
    return groups.in(controlGroup);
  }

  /** Whether there is no process in a control group or below it. */
  public boolean isEmpty(String controlGroup) {
    return groups.isEmpty(controlGroup);
  }

  /** Calls once when the last process of a control group and those below it has ended. */
  public void whenEmptied(String controlGroup, Runnable told) {
    emptied.put(controlGroup, told);
  }

  /** All processes, in the order in which they were started. */
  public List<RunningProcess> all() {
    return List.copyOf(running.values());
  }

  public Optional<RunningProcess> get(int pid) {
    return Optional.ofNullable(running.get(pid));
  }

  /** Every process is gone at once: the power is cut. */
  public void clear() {
    running.clear();
    groups.clear();
    emptied.clear();
    placesOfEnded.clear();
  }

  /**
   * Where a process that has ended stood among the children of process 1, which hears of several at
   * once in that order (wait(2) takes the first of the kernel's list). Children of a process that
   * ends come last from then on. It is told once.
   */
  public long placeOfEnded(int pid) {
    Long place = placesOfEnded.remove(pid);
    return place == null ? 0 : place;
  }

  void ended(RunningProcess process, ProcessEnd end) {
    String group = process.spec().controlGroup();
    running.remove(process.pid());
    groups.leave(process);
    placesOfEnded.put(process.pid(), process.place());
    process.forked().forEach(child -> child.place(places++));
    process.observer().ended(process.pid(), end);
    if (isEmpty(group)) {
      process.observer().emptied(group);
    }
    if (!emptied.isEmpty()) {
      tellEmptied(group);
    }
  }

  private void tellEmptied(String group) {
    for (String watched : List.copyOf(emptied.keySet())) {
      boolean within = group.equals(watched) || group.startsWith(watched + "/");
      if (within && isEmpty(watched)) {
        Runnable told = emptied.remove(watched);
        if (told != null) {
          told.run();
        }
      }
    }
  }
}
