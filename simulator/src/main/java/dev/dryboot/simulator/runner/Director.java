package dev.dryboot.simulator.runner;

import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Power;
import dev.dryboot.simulator.machine.ProcessObserver;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.ServiceManager;
import dev.dryboot.simulator.machine.Uplink;
import dev.dryboot.simulator.scenario.Happening;
import dev.dryboot.simulator.scenario.Happening.Action;
import dev.dryboot.simulator.scenario.Happening.Trigger;
import dev.dryboot.simulator.scenario.Scenario;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a scenario's happenings happen, each one once. */
final class Director {
  private static final ProcessObserver NOBODY = (pid, end) -> {};

  private final Scenario scenario;
  private final Set<Happening> done = new LinkedHashSet<>();
  private final Set<Integer> ended = new LinkedHashSet<>();
  private int boot;
  private long began;

  Director(Scenario scenario) {
    this.scenario = scenario;
  }

  /** A boot begins on a new machine. */
  void boot(Machine machine, int number, long at) {
    boot = number;
    began = at;
    resume(machine);
  }

  /** The same boot goes on with another machine: the root was switched. */
  void resume(Machine machine) {
    boolean listening = false;
    for (Happening happening : scenario.happenings()) {
      switch (happening.trigger()) {
        case Trigger.At at when at.boot() == boot && !done.contains(happening) ->
            machine
                .kernel()
                .after(
                    began + at.time() - machine.kernel().now(),
                    Stage.WORLD,
                    () -> perform(happening, machine));
        case Trigger.At at -> {}
        case Trigger.When when -> listening = true;
      }
    }
    if (listening) {
      machine.listen(fact -> heard(fact, machine));
    }
  }

  /** The scenario itself ends boot {@code number}. */
  void ends(int number) {
    ended.add(number);
  }

  /** Whether it was the scenario that ended boot {@code number}. */
  boolean endedBoot(int number) {
    return ended.contains(number);
  }

  private void heard(Fact fact, Machine machine) {
    for (Happening happening : scenario.happenings()) {
      if (happening.trigger() instanceof Trigger.When when
          && !done.contains(happening)
          && Events.matches(fact, when.subject(), when.state())) {
        perform(happening, machine);
      }
    }
  }

  private void perform(Happening happening, Machine machine) {
    if (done.add(happening)) {
      machine.kernel().after(0, Stage.WORLD, () -> act(happening.action(), machine));
    }
  }

  /** Does it now. */
  void act(Action action, Machine machine) {
    machine.publish(new Fact.ScenarioActed(Events.describe(action)));
    switch (action) {
      case Action.ToUnit a -> request(machine, a.verb(), List.of(a.unit()));
      case Action.Kill a ->
          machine.port(ServiceManager.class).ifPresent(m -> m.kill(a.unit(), a.signal(), a.whom()));
      case Action.OutOfMemory a ->
          machine
              .port(ServiceManager.class)
              .flatMap(m -> m.mainPid(a.unit()))
              .ifPresent(machine.processes()::outOfMemory);
      case Action.Shutdown a -> {
        ends(boot);
        request(machine, a.how(), List.of());
      }
      case Action.CutPower a -> {
        ends(boot);
        machine.port(Power.class).orElseThrow().cut();
      }
      case Action.Uplink a -> machine.port(Uplink.class).ifPresent(u -> u.cut(!a.up()));
      case Action.DaemonReload a -> request(machine, "daemon-reload", List.of());
      case Action.RemovePath a -> machine.files().remove(a.path());
      case Action.Run a ->
          machine
              .processes()
              .spawn(
                  new ProcessSpec(
                      a.argv(),
                      Map.of(),
                      "scenario",
                      "/user.slice/scenario",
                      "root",
                      Optional.empty(),
                      ProcessSpec.Purpose.CALL),
                  NOBODY,
                  0,
                  executed -> {});
      case Action.AddDevice a -> {
        machine
            .port(BlockDevices.class)
            .ifPresent(d -> d.add(new BlockDevices.Device(a.node(), a.size(), Optional.empty())));
        machine.publish(new Fact.DeviceAppeared(a.node()));
      }
    }
  }

  private static void request(Machine machine, String verb, List<String> units) {
    machine
        .port(ServiceManager.class)
        .ifPresent(
            m ->
                m.request(
                    ServiceManager.Request.of("scenario", "--no-block", verb).withUnits(units),
                    code -> {}));
  }
}
