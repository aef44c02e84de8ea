package dev.dryboot.simulator.runner;

import dev.dryboot.simulator.kernel.Kernel;
import dev.dryboot.simulator.kernel.RunEnd;
import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.BootLoader;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Hardware;
import dev.dryboot.simulator.machine.Init;
import dev.dryboot.simulator.machine.KernelCommandLine;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.Power;
import dev.dryboot.simulator.machine.Program;
import dev.dryboot.simulator.machine.SeenUnits;
import dev.dryboot.simulator.machine.ServiceManager;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.runner.BootEvidence.Boot;
import dev.dryboot.simulator.scenario.Happening.Action;
import dev.dryboot.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One simulation of one image: boot after boot on one clock. */
final class Simulation {
  /** A machine that reboots by itself more often than this has a boot loop. */
  private static final int OWN_REBOOTS = 4;

  private static final String NEXT_ROOT = "/run/nextroot";

  private final MachineImage image;
  private final Scenario scenario;
  private final List<Program> programs;
  private final Kernel kernel;
  private final Trace trace = new Trace();
  private final Disks disks;
  private final Director director;
  private final List<Boot> boots = new ArrayList<>();
  private @Nullable Machine machine;
  private @Nullable String newRoot;
  private boolean softReboot;
  private int softReboots;
  private boolean inInitramfs;
  private KernelCommandLine commandLine = KernelCommandLine.EMPTY;
  private Optional<Fact.MachineEnded> end = Optional.empty();
  private Optional<Long> goal = Optional.empty();
  private SeenUnits initramfsUnits = SeenUnits.NONE;

  Simulation(MachineImage image, Scenario scenario, List<Program> programs) {
    this.image = image;
    this.scenario = scenario;
    this.programs = List.copyOf(programs);
    this.kernel = new Kernel(scenario.tieBreaker(), scenario.seed(), scenario.limits());
    this.disks = Disks.of(image);
    this.director = new Director(scenario);
  }

  BootEvidence run() {
    int settled = 0;
    int own = 0;
    while (true) {
      Boot boot = boot(boots.size() + 1, settled + 1 < scenario.boots());
      boots.add(boot);
      if (boot.runEnd() == RunEnd.EVENT_LIMIT || boot.runEnd() == RunEnd.TIME_LIMIT) {
        break;
      }
      boolean again =
          boot.end().filter(e -> e.how().equals("reboot") || e.how().equals("kexec")).isPresent();
      if (again && !director.endedBoot(boot.number())) {
        if (++own > OWN_REBOOTS) {
          break;
        }
      } else if (++settled >= scenario.boots()) {
        break;
      }
    }
    return new BootEvidence(image, scenario, trace, boots, disks.devices());
  }

  private Boot boot(int number, boolean more) {
    long began = kernel.now();
    int first = trace.entries().size();
    softReboots = 0;
    end = Optional.empty();
    goal = Optional.empty();
    initramfsUnits = SeenUnits.NONE;
    inInitramfs = image.initramfs().isPresent();
    commandLine = disks.next();
    start(inInitramfs ? disks.initramfs() : disks.root(), number, began);
    RunEnd runEnd = runUntil(began + scenario.until());
    if (end.isEmpty() && more) {
      runEnd = giveWay(number, runEnd);
    }
    Machine last = machine();
    var entries = trace.entries();
    return new Boot(
        number,
        began,
        kernel.now(),
        runEnd,
        end,
        goal,
        entries.subList(first, entries.size()),
        last.port(ServiceManager.class).map(ServiceManager::units).orElse(SeenUnits.NONE),
        initramfsUnits,
        last.files());
  }

  /** Runs on over each switch of the root. */
  private RunEnd runUntil(long deadline) {
    while (true) {
      RunEnd runEnd = kernel.run(deadline);
      if (end.isPresent() || newRoot == null && !softReboot) {
        return runEnd;
      }
      if (softReboot) {
        restartUserspace();
      } else {
        switchRoot(java.util.Objects.requireNonNull(newRoot));
      }
    }
  }

  private RunEnd giveWay(int number, RunEnd before) {
    if (before == RunEnd.EVENT_LIMIT || before == RunEnd.TIME_LIMIT) {
      return before;
    }
    director.ends(number);
    Machine running = machine();
    switch (scenario.between()) {
      case POWER_CUT -> director.act(new Action.CutPower(), running);
      case REBOOT -> director.act(new Action.Shutdown("reboot"), running);
    }
    RunEnd after = runUntil(kernel.now() + scenario.until());
    if (end.isEmpty()) {
      running.publish(new Fact.MachineEnded("power-cut", "the shutdown did not come to its end"));
      kernel.clear();
    }
    return after;
  }

  private void start(VirtualFileSystem files, int number, long began) {
    Machine next = newMachine(files);
    next.publish(new Fact.BootStarted(number));
    director.boot(next, number, began);
    init().boot(next);
  }

  private void switchRoot(String root) {
    newRoot = null;
    inInitramfs = false;
    Machine before = machine();
    initramfsUnits =
        before.port(ServiceManager.class).map(ServiceManager::units).orElse(SeenUnits.NONE);
    before.files().switchRoot(root);
    Machine next = newMachine(before.files());
    next.publish(new Fact.RootSwitched(root));
    director.resume(next);
    init().boot(next);
  }

  /** The same kernel goes on with the same files; programs begin anew. */
  private void restartUserspace() {
    softReboot = false;
    if (++softReboots > OWN_REBOOTS) {
      machine().publish(new Fact.MachineEnded("soft-reboot", "it reboots again and again"));
      return;
    }
    Machine before = machine();
    if (before.files().isMountPoint(NEXT_ROOT)) {
      before.files().switchRoot(NEXT_ROOT);
    }
    Machine next = newMachine(before.files());
    next.publish(new Fact.UserspaceRestarted());
    director.resume(next);
    init().boot(next);
  }

  private Machine newMachine(VirtualFileSystem files) {
    var models = programs.stream().flatMap(p -> p.models().stream()).toList();
    Machine next =
        new Machine(kernel, files, commandLine, image.hardware().architecture(), models, trace);
    machine = next;
    next.offer(MachineImage.class, image);
    next.offer(Hardware.class, image.hardware());
    next.offer(BootLoader.class, disks);
    next.offer(BlockDevices.class, disks.devices());
    next.offer(Scenario.class, scenario);
    next.offer(Power.class, new Switch(next));
    next.listen(this::heard);
    disks.follow(next);
    for (Program program : programs) {
      program.generators().forEach(next::add);
      program.install(next);
    }
    return next;
  }

  private void heard(Fact fact) {
    if (fact instanceof Fact.GoalReached && !inInitramfs && goal.isEmpty()) {
      goal = Optional.of(kernel.now());
    } else if (fact instanceof Fact.MachineEnded ended && end.isEmpty()) {
      end = Optional.of(ended);
      kernel.after(0, Stage.IDLE, kernel::clear);
    }
  }

  private Init init() {
    for (Program program : programs) {
      if (program instanceof Init init && init.kind() == image.init()) {
        return init;
      }
    }
    throw new IllegalStateException("no program can be process 1 of " + image.system().id());
  }

  private Machine machine() {
    if (machine == null) {
      throw new IllegalStateException("no boot has begun");
    }
    return machine;
  }

  /** The machine's own port for its power. */
  private final class Switch implements Power {
    private final Machine of;

    Switch(Machine of) {
      this.of = of;
    }

    @Override
    public void switchRoot(String root) {
      newRoot = root;
      kernel.after(0, Stage.IDLE, kernel::clear);
    }

    @Override
    public void softReboot() {
      softReboot = true;
      kernel.after(0, Stage.IDLE, kernel::clear);
    }

    @Override
    public void end(String how, String why) {
      of.publish(new Fact.MachineEnded(how, why));
    }

    @Override
    public void exit(int status, String why) {
      of.publish(new Fact.MachineEnded("exit", why, Optional.of(status)));
    }

    @Override
    public void cut() {
      of.publish(new Fact.MachineEnded("power-cut", "the power was cut"));
    }
  }
}
