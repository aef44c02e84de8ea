package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.systemd.core.Answer;
import dev.dryboot.simulator.systemd.core.MachineState;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.core.UnitResult;
import dev.dryboot.simulator.systemd.unit.Specifiers;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.simulator.systemd.unit.UnitType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service, as the manager sees it (service.c: service_vtable). */
public final class ServiceMachine implements UnitMachine {
  private final RunningUnit owner;
  private final ServiceOptions options;
  private final Service service;

  public ServiceMachine(RunningUnit owner, ServiceOptions options) {
    this.owner = owner;
    this.options = options;
    Unit unit = owner.unit();
    this.service = new Service(owner, options, settings(unit), environment(unit));
  }

  private ServiceSettings settings(Unit unit) {
    return ServiceSettings.of(unit, options.version(), specifiers(unit));
  }

  private Environment environment(Unit unit) {
    VirtualFileSystem files = owner.processOne().machine().files();
    return new Environment(
        unit.settings(),
        UnitType.SERVICE,
        specifiers(unit),
        files,
        () -> owner.processOne().environment().handed(unit.defaults()),
        () -> owner.processOne().environment().own(unit.defaults()));
  }

  private Specifiers specifiers(Unit unit) {
    return Specifiers.of(unit, options.specifiers());
  }

  @Override
  public MachineState<?> state() {
    return service.state;
  }

  @Override
  public boolean reloadSucceeded() {
    return service.reloadResult == UnitResult.SUCCESS;
  }

  @Override
  public boolean willAutoRestart() {
    return service.willAutoRestart;
  }

  @Override
  public int mainPid() {
    return service.mainPid;
  }

  @Override
  public Optional<Integer> exitStatus() {
    return Optional.ofNullable(service.mainEnd)
        .map(end -> end instanceof ProcessEnd.Exited exited ? exited.code() : 255);
  }

  @Override
  public int restarts() {
    return service.restarts;
  }

  @Override
  public Answer mayStart() {
    if (owner.withinStartLimit()) {
      return Answer.OK;
    }
    service.stopping.dead(UnitResult.START_LIMIT_HIT, false);
    return Answer.FAILED;
  }

  @Override
  public Answer start() {
    if (service.state.now().stopping()) {
      return Answer.AGAIN;
    }
    switch (service.state.now()) {
      case CONDITION, START_PRE, START, START_POST -> {
        return Answer.OK;
      }
      case AUTO_RESTART -> {
        if (options.version().shortcutsAutoRestart()) {
          service.restarting.restart(true);
        }
        return Answer.AGAIN;
      }
      default -> {}
    }
    boolean automatic = service.state.now() == ServiceState.AUTO_RESTART_QUEUED;
    if (options.version().shortcutsAutoRestart() ? !automatic : service.flushRestarts) {
      service.restarts = 0;
      service.flushRestarts = false;
    }
    service.state.succeed();
    service.reloadResult = UnitResult.SUCCESS;
    service.mainPidKnown = false;
    service.mainEnd = null;
    service.forbidRestart = false;
    service.notifyState = Service.NotifyState.UNKNOWN;
    service.overrideWatchdog(-1);
    service.starting.condition();
    return Answer.OK;
  }

  @Override
  public Answer stop() {
    service.forbidRestart = true;
    switch (service.state.now()) {
      case AUTO_RESTART, AUTO_RESTART_QUEUED -> service.state.set(ServiceState.DEAD);
      case CONDITION,
          START_PRE,
          START,
          START_POST,
          RELOAD,
          RELOAD_SIGNAL,
          RELOAD_NOTIFY,
          STOP_WATCHDOG ->
          service.stopping.signal(ServiceState.STOP_SIGTERM, UnitResult.SUCCESS);
      case RUNNING, EXITED -> service.stopping.stop(UnitResult.SUCCESS);
      default -> {}
    }
    return Answer.OK;
  }

  @Override
  public boolean canReload() {
    return service.settings.has(ExecPhase.RELOAD)
        || service.settings.type() == ServiceSettings.Type.NOTIFY_RELOAD;
  }

  @Override
  public Answer reload() {
    service.reloading.reload();
    return Answer.OK;
  }

  /** A name on the bus has changed hands; its owner's pid, where it has one. */
  public void busNameChanged(String name, Optional<Integer> busOwner) {
    if (service.settings.busName().equals(name)) {
      service.busNameChanged(busOwner);
    }
  }

  @Override
  public boolean willRestart() {
    boolean queued =
        owner.job() != null
            && owner.job().type() == dev.dryboot.simulator.systemd.transaction.JobType.START;
    return switch (service.state.now()) {
      case DEAD_BEFORE_AUTO_RESTART,
          FAILED_BEFORE_AUTO_RESTART,
          AUTO_RESTART,
          AUTO_RESTART_QUEUED ->
          true;
      default -> queued || service.willAutoRestart;
    };
  }

  @Override
  public void resetFailed() {
    if (service.state.now() == ServiceState.FAILED) {
      service.state.set(service.dead());
    }
    service.state.succeed();
    service.reloadResult = UnitResult.SUCCESS;
    service.restarts = 0;
    service.flushRestarts = false;
  }

  @Override
  public boolean mayBeCollected() {
    return service.processes.mainGood() <= 0
        && !service.processes.controlGood()
        && (service.state.now() == ServiceState.DEAD || service.state.now() == ServiceState.FAILED)
        && service.processes.groupIsEmpty();
  }

  @Override
  public Killed kill(String whom, int signal) {
    boolean any = false;
    var processes = owner.processOne().machine().processes();
    for (int pid : processes.in(owner.controlGroup())) {
      boolean meant =
          switch (whom) {
            case "main" -> pid == service.mainPid;
            case "control" -> pid == service.controlPid;
            default -> true;
          };
      any |= meant && processes.signal(pid, signal);
    }
    return any ? Killed.SIGNALLED : Killed.NOBODY;
  }

  @Override
  public Map<String, List<String>> cleanable() {
    Map<String, List<String>> all = new LinkedHashMap<>(service.settings.directories().byKind());
    if (options.version().cleansStoredDescriptors()
        && owner.unit().settings().number("Service", "FileDescriptorStoreMax", 0) > 0) {
      all.put("fdstore", List.of());
    }
    return all;
  }

  /** What it runs, with the variables that {@code files} give, for those that read units. */
  public List<UnitRecord.Command> commands(VirtualFileSystem files) {
    Map<String, String> variables = service.environment.in(files).now().values();
    List<UnitRecord.Command> commands = new ArrayList<>();
    service
        .settings
        .commands()
        .forEach(
            (phase, list) ->
                list.forEach(
                    c ->
                        commands.add(
                            new UnitRecord.Command(
                                phase.directive(),
                                c.argv(variables),
                                c.ignoresFailure(),
                                Optional.of(c.written())))));
    return commands;
  }

  @Override
  public void reloaded(Unit unit) {
    service.settings = settings(unit);
    service.environment = environment(unit);
  }
}
