package dev.dryboot.simulator.systemd;

import dev.dryboot.foreign.calendar.CalendarEvent;
import dev.dryboot.simulator.machine.Automounts;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Generator;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.SeenUnits;
import dev.dryboot.simulator.machine.ServiceManager;
import dev.dryboot.simulator.machine.SocketActivation;
import dev.dryboot.simulator.machine.TransientUnits;
import dev.dryboot.simulator.systemd.core.DeviceMachine;
import dev.dryboot.simulator.systemd.core.HostFacts;
import dev.dryboot.simulator.systemd.core.ManagerObserver;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.mount.MountTable;
import dev.dryboot.simulator.systemd.mount.WaitingAutomounts;
import dev.dryboot.simulator.systemd.scope.ScopeMachine;
import dev.dryboot.simulator.systemd.service.ServiceOptions;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.transaction.Refusal;
import dev.dryboot.simulator.systemd.trigger.Listeners;
import dev.dryboot.simulator.systemd.trigger.TimerClock;
import dev.dryboot.simulator.systemd.unit.Enablement;
import dev.dryboot.simulator.systemd.unit.ManagerDefaults;
import dev.dryboot.simulator.systemd.unit.Specifiers;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.simulator.systemd.unit.UnitGraph;
import dev.dryboot.simulator.systemd.unit.UnitLoading;
import dev.dryboot.simulator.systemd.unit.UnitPath;
import dev.dryboot.simulator.systemd.unit.UnitType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * systemd as process 1 of a machine: started by {@link #boot}, asked through the {@link
 * ServiceManager} port, and seen through {@link #units}.
 */
public final class SystemdManager implements ServiceManager {
  private static final String GENERATED = "/run/systemd/generator";

  private final Machine machine;
  private final SystemdOptions options;
  private final Map<Character, String> specifiers;
  private final ProcessOne processOne;
  private final Verbs verbs;
  private boolean presetsApplied;

  private SystemdManager(Machine machine, SystemdOptions options) {
    this.machine = machine;
    this.options = options;
    machine.offer(SystemdVersion.class, options.version());
    this.specifiers =
        Specifiers.host(
            options.facts().hostname(),
            HostFacts.prettyHostname(machine.files()),
            options.facts().machineId(),
            "00000000000000000000000000000001",
            options.facts().kernelRelease(),
            machine.architecture(),
            options.facts().osRelease());
    long now = machine.kernel().now();
    var automounts = new WaitingAutomounts();
    machine.offer(Automounts.class, automounts);
    Machines machines =
        new Machines(
            new ServiceOptions(
                options.version(), specifiers, options.forkTime(), options.execTime()),
            new TimerClock(now, now, this::nextCalendar),
            specifiers,
            automounts);
    this.processOne =
        new ProcessOne(machine, options.version(), options.facts(), machines, this::readUnits);
    this.verbs = new Verbs(processOne);
  }

  /**
   * Starts the manager: generators run, units are read, the default target's jobs are installed.
   */
  public static SystemdManager boot(
      Machine machine, SystemdOptions options, ManagerObserver... observers) {
    SystemdManager manager = new SystemdManager(machine, options);
    for (ManagerObserver observer : observers) {
      manager.processOne.observe(observer);
    }
    machine.offer(ServiceManager.class, manager);
    BusNameWatch.begin(manager.processOne);
    Transients transients = new Transients(manager.processOne);
    manager.processOne.observe(transients);
    machine.offer(TransientUnits.class, transients);
    Listeners listeners = new Listeners(manager.processOne);
    machine.offer(Listeners.class, listeners);
    machine.offer(SocketActivation.class, address -> listeners.connect(address, true));
    new MountTable(manager.processOne).listen();
    manager.listen();
    manager.startDefaultTarget();
    return manager;
  }

  private UnitGraph readUnits() {
    runGenerators();
    if (options.presets() && !presetsApplied) {
      presetsApplied = true;
      new Enablement(
              machine.files(),
              new UnitPath(machine.files(), options.unitPaths()),
              options.cache(),
              options.version())
          .presetEnableOnly();
    }
    return new UnitGraph(
        new UnitLoading(
            options.version(),
            new UnitPath(machine.files(), options.unitPaths()),
            options.cache(),
            specifiers,
            machine.files()::isMountPoint,
            machine.files().exists("/etc/initrd-release"),
            ManagerDefaults.of(machine.files(), machine.commandLine(), options.cache())));
  }

  /** What they wrote before is taken away first (manager_run_generators). */
  private void runGenerators() {
    List<Generator> installed =
        machine.generators().stream().filter(g -> g.installed(machine)).toList();
    if (!installed.isEmpty()) {
      List.of(GENERATED, GENERATED + ".early", GENERATED + ".late")
          .forEach(machine.files()::remove);
    }
    for (Generator generator : installed) {
      generator.generate(machine, GENERATED, GENERATED + ".early", GENERATED + ".late");
    }
  }

  private long nextCalendar(String expression, long from) {
    Instant at = options.epoch().plusNanos(from * 1000);
    return CalendarEvent.read(expression)
        .value()
        .flatMap(e -> e.next(at, ZoneOffset.UTC))
        .map(i -> java.time.Duration.between(options.epoch(), i).toNanos() / 1000)
        .orElse(-1L);
  }

  private void listen() {
    machine.listen(
        fact -> {
          switch (fact) {
            case Fact.FileWritten written -> fileChanged(written.path());
            case Fact.Mounted mounted -> fileChanged(mounted.where());
            case Fact.DeviceAppeared device -> deviceAppeared();
            case Fact.OutOfMemory memory -> outOfMemory(memory.pid());
            default -> {}
          }
        });
    EmergencyAction action = new EmergencyAction(processOne);
    processOne.observe(
        new ManagerObserver() {
          @Override
          public void emergency(String what, Optional<Integer> exitStatus, String why) {
            action.carryOut(what, exitStatus, why);
          }
        });
  }

  private void deviceAppeared() {
    processOne.post(
        () -> {
          for (Unit unit : processOne.units()) {
            if (unit.type() == UnitType.DEVICE
                && processOne.running(unit).machine() instanceof DeviceMachine device) {
              device.look();
            }
          }
        });
  }

  /** Processes of scopes were started by others, who hear of their end. */
  private void outOfMemory(int pid) {
    for (Unit unit : processOne.units()) {
      if (unit.type() == UnitType.SCOPE
          && processOne.running(unit).machine() instanceof ScopeMachine scope
          && machine.processes().in(unit.controlGroup()).contains(pid)) {
        scope.outOfMemory();
      }
    }
  }

  private void fileChanged(String path) {
    processOne.graph().path().fileChanged(path);
    machine.port(Listeners.class).ifPresent(l -> l.fileChanged(path));
  }

  /** main.c: do_queue_default_job. */
  private void startDefaultTarget() {
    processOne.loadPerpetual();
    String name = options.defaultTarget().orElseGet(() -> DefaultTarget.of(machine));
    Optional<Unit> target = processOne.graph().load(name).filter(Unit::isLoaded);
    if (target.isEmpty()) {
      target = processOne.graph().load("rescue.target").filter(Unit::isLoaded);
    }
    if (target.isEmpty()) {
      freeze("neither " + name + " nor rescue.target can be loaded");
      return;
    }
    Unit unit = target.get();
    ProcessOne.Added added = processOne.addJob(JobType.START, unit, JobMode.ISOLATE);
    if (added.refusal().filter(r -> r.error() == Refusal.Error.NO_ISOLATION).isPresent()) {
      added = processOne.addJob(JobType.START, unit, JobMode.REPLACE);
    }
    if (added.refusal().isPresent()) {
      freeze(added.refusal().get().message());
    } else if (added.job() != null) {
      added
          .job()
          .whenEnded(
              result -> {
                if (result.exitStatus() == 0) {
                  processOne.publish(new Fact.GoalReached(unit.id()));
                }
              });
    }
  }

  private void freeze(String why) {
    processOne.publish(new Fact.MachineEnded("frozen", why));
    processOne.end();
  }

  /** The manager at work, for those that look closer than the port allows. */
  public ProcessOne processOne() {
    return processOne;
  }

  /** The units it knows, and what they are to each other. */
  public UnitGraph graph() {
    return processOne.graph();
  }

  @Override
  public SeenUnits units() {
    return UnitRecords.of(processOne);
  }

  @Override
  public Optional<Integer> mainPid(String unit) {
    return find(Verbs.mangle(unit, ".service"))
        .map(u -> u.machine().mainPid())
        .filter(pid -> pid > 0);
  }

  @Override
  public boolean kill(String unit, int signal, String whom) {
    return find(Verbs.mangle(unit, ".service"))
        .filter(u -> u.machine().kill(whom, signal) == UnitMachine.Killed.SIGNALLED)
        .isPresent();
  }

  /** The unit of that name with its state, where it is known. */
  public Optional<RunningUnit> find(String name) {
    return processOne.graph().find(name).map(processOne::running);
  }

  @Override
  public void request(Request request, Consumer<Integer> answered) {
    processOne.post(() -> verbs.carryOut(request, answered));
  }

  @Override
  public Optional<String> activeState(String unit) {
    return processOne
        .graph()
        .find(Verbs.mangle(unit, ".service"))
        .map(u -> processOne.running(u).active().word());
  }

  @Override
  public Optional<String> unitFileState(String unit) {
    return verbs.unitFileState(Verbs.mangle(unit, ".service"));
  }
}
