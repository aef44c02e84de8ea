package dev.dryboot.simulator.replay;

import dev.dryboot.simulator.kernel.Kernel;
import dev.dryboot.simulator.kernel.Limits;
import dev.dryboot.simulator.kernel.RunEnd;
import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.kernel.TieBreaker;
import dev.dryboot.simulator.machine.KernelCommandLine;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.process.StandardPrograms;
import dev.dryboot.simulator.systemd.SystemdManager;
import dev.dryboot.simulator.systemd.SystemdOptions;
import dev.dryboot.simulator.systemd.SystemdVersion;
import dev.dryboot.simulator.systemd.core.HostFacts;
import dev.dryboot.simulator.systemd.core.Job;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.simulator.systemd.unit.UnitFileCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One simulation of a recorded case, phase by phase, as the recorder went through them. */
final class RecordedRun {
  private static final long STUCK_AFTER = 2_000_000;
  private static final long POLL = 150_000;
  private static final long CAP = 12_000_000;
  private static final Limits LIMITS = new Limits(400_000, 3_600_000_000L);

  private final Recording recording;
  private final Machine machine;
  private final SystemdManager manager;
  private final JobLog log;
  private final long settle;
  private final Schedule schedule;

  RecordedRun(
      Recording recording,
      RecordedRoot root,
      SystemdVersion version,
      UnitFileCache cache,
      TieBreaker ties,
      Schedule schedule) {
    this.recording = recording;
    this.settle = SettleTime.of(recording);
    this.schedule = schedule;
    Kernel kernel = new Kernel(ties, schedule.seed(), LIMITS);
    VirtualFileSystem files = root.files();
    this.machine =
        new Machine(
            kernel, files, KernelCommandLine.EMPTY, "x86-64", programs(schedule), new Trace());
    this.log = new JobLog();
    machine.listen(log::hear);
    HostFacts facts =
        new HostFacts(
            "oracle",
            "0123456789abcdef0123456789abcdef",
            "container-other",
            false,
            4L << 30,
            2,
            List.of(),
            Map.of("container", "oracle", "PATH", "/usr/sbin:/usr/bin:/sbin:/bin"),
            HostFacts.USUAL_KERNEL,
            HostFacts.osRelease(files));
    this.manager =
        SystemdManager.boot(
            machine,
            SystemdOptions.usual(version, "oracle")
                .withUnitPaths(List.of(RecordedRoot.UNITS))
                .withDefaultTarget(recording.defaultTarget())
                .withFacts(facts)
                .withTimes(schedule.fork(), schedule.exec())
                .withCache(cache),
            log);
  }

  private static List<ProcessModel> programs(Schedule schedule) {
    List<ProcessModel> programs = new ArrayList<>(StandardPrograms.few());
    programs.add(new LookProgram());
    programs.add(new StubProgram(schedule.late()));
    return programs;
  }

  /** When the jobs of the boot ended. */
  List<Recording.JobTime> times() {
    return log.times();
  }

  List<Phase> run() {
    if (recording.isTransaction()) {
      return List.of(transaction());
    }
    List<Phase> phases = new ArrayList<>();
    phases.add(phase(Optional.empty()));
    for (Recording.Action action : recording.actions()) {
      phases.add(
          manager.processOne().ended()
              ? new Phase(List.of(), Map.of(), Optional.of(1), List.of())
              : phase(Optional.of(action)));
    }
    return phases;
  }

  /** The jobs as they were installed, before any has run. */
  private Phase transaction() {
    List<String> jobs = new ArrayList<>();
    for (Job job : manager.processOne().jobs().installed()) {
      jobs.add(job.unit().id() + "/" + job.type().word());
    }
    return new Phase(jobs, Map.of(), Optional.empty(), List.of());
  }

  private Phase phase(Optional<Recording.Action> action) {
    List<Integer> exitStatus = new ArrayList<>();
    action.ifPresent(
        a -> {
          log.begin();
          RecordedCommand command = new RecordedCommand(a.command(), machine, manager);
          machine
              .kernel()
              .after(schedule.command(), Stage.WORLD, () -> command.run(exitStatus::add));
          long limit = machine.kernel().now() + 20_000_000;
          while (exitStatus.isEmpty() && machine.kernel().now() < limit) {
            advance(Math.min(limit, machine.kernel().now() + 20_000));
          }
        });
    if (action.flatMap(Recording.Action::noWait).isPresent()) {
      long wait = action.flatMap(Recording.Action::noWait).orElse(0L) * 1000 + schedule.listing();
      advance(machine.kernel().now() + wait);
    } else {
      waitUntilQuiet();
    }
    List<String> jobs = log.jobs();
    List<String> deleted = List.copyOf(log.deleted());
    if (action.flatMap(Recording.Action::noWait).isPresent()) {
      advance(machine.kernel().now() + schedule.showing());
    }
    return new Phase(jobs, states(), exitStatus.stream().findFirst(), deleted);
  }

  /** Lets time pass, also where nothing is to be done. */
  private void advance(long until) {
    Kernel kernel = machine.kernel();
    kernel.after(until - kernel.now(), Stage.IDLE, () -> {});
    RunEnd end = kernel.run(until);
    if (end == RunEnd.EVENT_LIMIT || end == RunEnd.TIME_LIMIT) {
      throw new IllegalStateException(recording.name() + " does not come to an end: " + end);
    }
  }

  /** The recorder waits until nothing was logged for a while and nothing is under way. */
  private void waitUntilQuiet() {
    Kernel kernel = machine.kernel();
    long end = kernel.now() + CAP;
    while (!manager.processOne().ended()) {
      long quietAt = log.last() + settle;
      if (quietAt > kernel.now()) {
        if (kernel.now() > end) {
          return;
        }
        advance(Math.min(quietAt, Math.max(end, kernel.now() + 10_000)) + 1);
        continue;
      }
      if (!busy()
          || kernel.now() > end
          || kernel.now() > log.last() + Math.max(STUCK_AFTER, settle * 3)) {
        return;
      }
      advance(kernel.now() + POLL);
    }
  }

  private boolean busy() {
    if (!manager.processOne().jobs().isEmpty()) {
      return true;
    }
    for (Unit unit : manager.graph().units()) {
      ActiveState state = manager.processOne().running(unit).active();
      if (state == ActiveState.ACTIVATING
          || state == ActiveState.DEACTIVATING
          || state == ActiveState.RELOADING) {
        return true;
      }
    }
    return false;
  }

  private Map<String, String> states() {
    Map<String, String> states = new TreeMap<>();
    if (manager.processOne().ended()) {
      return states;
    }
    for (String name : recording.observe()) {
      states.put(name, state(name));
    }
    return states;
  }

  private String state(String name) {
    Optional<RunningUnit> unit = manager.processOne().load(name);
    if (unit.isEmpty()) {
      return "inactive/dead/-/-";
    }
    RunningUnit of = unit.get();
    int restarts = of.machine().restarts();
    return of.active().word()
        + "/"
        + of.machine().sub()
        + "/"
        + of.machine().result()
        + "/"
        + (restarts < 0 ? "-" : String.valueOf(restarts));
  }
}
