package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.systemd.core.DeviceMachine;
import dev.dryboot.simulator.systemd.core.PlainMachine;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.core.UnitMachines;
import dev.dryboot.simulator.systemd.mount.AutomountMachine;
import dev.dryboot.simulator.systemd.mount.MountMachine;
import dev.dryboot.simulator.systemd.mount.SwapMachine;
import dev.dryboot.simulator.systemd.mount.WaitingAutomounts;
import dev.dryboot.simulator.systemd.scope.ScopeMachine;
import dev.dryboot.simulator.systemd.service.ServiceMachine;
import dev.dryboot.simulator.systemd.service.ServiceOptions;
import dev.dryboot.simulator.systemd.trigger.PathMachine;
import dev.dryboot.simulator.systemd.trigger.SocketMachine;
import dev.dryboot.simulator.systemd.trigger.TimerClock;
import dev.dryboot.simulator.systemd.trigger.TimerMachine;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.simulator.systemd.unit.UnitType;
import java.util.Map;

/** The state machine for each type of unit. */
final class Machines implements UnitMachines {
  private final ServiceOptions services;
  private final TimerClock clock;
  private final Map<Character, String> specifiers;
  private final WaitingAutomounts automounts;

  Machines(
      ServiceOptions services,
      TimerClock clock,
      Map<Character, String> specifiers,
      WaitingAutomounts automounts) {
    this.services = services;
    this.clock = clock;
    this.specifiers = specifiers;
    this.automounts = automounts;
  }

  @Override
  public UnitMachine of(RunningUnit unit) {
    return switch (unit.unit().type()) {
      case SERVICE -> new ServiceMachine(unit, services);
      case SOCKET -> new SocketMachine(unit, services);
      case PATH -> new PathMachine(unit, specifiers);
      case TIMER -> new TimerMachine(unit, clock);
      case MOUNT -> new MountMachine(unit, services.execTime());
      case AUTOMOUNT -> new AutomountMachine(unit, automounts);
      case SWAP -> new SwapMachine(unit, services.execTime());
      case DEVICE -> new DeviceMachine(unit);
      case SCOPE -> new ScopeMachine(unit);
      case TARGET, SLICE -> new PlainMachine(unit);
    };
  }

  @Override
  public boolean mayBeginActive(Unit unit) {
    return unit.type() == UnitType.DEVICE || unit.type() == UnitType.MOUNT || unit.isPerpetual();
  }
}
