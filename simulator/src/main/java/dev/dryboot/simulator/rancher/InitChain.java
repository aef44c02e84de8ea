package dev.dryboot.simulator.rancher;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.Power;
import dev.dryboot.simulator.process.Typical;
import dev.dryboot.simulator.rancher.config.RancherConfig;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What {@code ros} does before it becomes system-docker, step by step (rancher/os,
 * cmd/init/init.go). A step that fails leads to the recovery console.
 */
final class InitChain {
  static final String INIT = "ros-init";

  /** Kept on the state partition once the system's images are loaded. */
  private static final String IMAGES_STAMP = "/var/lib/rancher/.sysimages_loaded.done";

  private final RancherBoot boot;
  private final Machine machine;
  private final Optional<RancherConfig> config;

  /** A step; it calls what follows when it is over, or the recovery console. */
  private record Step(String name, Consumer<Runnable> act) {}

  InitChain(RancherBoot boot) {
    this.boot = boot;
    this.machine = boot.machine();
    this.config = boot.config();
  }

  void run() {
    machine.publish(new Fact.StageStarted(INIT, "init"));
    step(steps(), 0);
  }

  private List<Step> steps() {
    return List.of(
        quick("set env"),
        quick("preparefs"),
        quick("save init cmdline"),
        quick("mount OEM"),
        quick("debug save cfg"),
        new Step("load modules", this::loadModules),
        quick("recovery console"),
        quick("b2d env"),
        new Step("mount STATE and bootstrap", this::state),
        new Step("cloud-init", then -> new Datasources(boot).poll(then)),
        new Step("read cfg and log files", this::readConfig),
        quick("switchroot"),
        quick("mount OEM2"),
        quick("mount BOOT"),
        new Step("write cfg and log files", this::writeConfig),
        quick("b2d Env"),
        quick("hypervisor tools"),
        quick("preparefs2"),
        quick("load modules2"),
        quick("set proxy env"),
        quick("init SELinux"),
        quick("setupSharedRoot"),
        quick("sysinit"));
  }

  private Step quick(String name) {
    return new Step(name, then -> boot.after(Typical.COMMAND.amount(), then));
  }

  private void step(List<Step> steps, int at) {
    if (at == steps.size()) {
      machine.publish(new Fact.StageEnded(INIT, "init", Optional.empty()));
      boot.after(Typical.DOCKERD_READY.amount(), this::sysinit);
      return;
    }
    Step step = steps.get(at);
    boot.log(INIT, "[%d/%d] %s".formatted(at + 1, steps.size(), step.name()));
    step.act().accept(() -> step(steps, at + 1));
  }

  private void loadModules(Runnable then) {
    var modules = config.map(RancherConfig::modules).orElse(List.of());
    modules.forEach(m -> boot.log(INIT, "modprobe " + m.value()));
    boot.after(Typical.MODPROBE.amount() * (1 + modules.size()), then);
  }

  private void state(Runnable then) {
    new StateDisk(boot).mount(then, this::recover);
  }

  private void recover(String why) {
    machine.publish(new Fact.StageEnded(INIT, "init", Optional.of(why)));
    machine
        .port(Power.class)
        .ifPresentOrElse(
            p -> p.end("recovery", why),
            () -> machine.publish(new Fact.MachineEnded("recovery", why)));
  }

  private void readConfig(Runnable then) {
    if (config.isEmpty() && userData().isPresent()) {
      boot.log(INIT, "the config cannot be read and is dropped; the defaults are used");
    }
    boot.after(Typical.COMMAND.amount(), then);
  }

  private void writeConfig(Runnable then) {
    userData()
        .filter(text -> config.isPresent())
        .ifPresent(
            text ->
                boot.write(
                    "/var/lib/rancher/conf/cloud-config.d/boot.yml", text, 0600, "root", INIT));
    boot.after(Typical.COMMAND.amount(), then);
  }

  private Optional<SourceText> userData() {
    return machine
        .port(MachineImage.class)
        .flatMap(i -> Optional.ofNullable(i.artifacts().get("user-data")));
  }

  /** system-docker is process 1 now; what {@code ros} left behind starts the services. */
  private void sysinit() {
    machine.publish(new Fact.StageStarted(INIT, "sysinit"));
    boolean load = !machine.files().exists(IMAGES_STAMP);
    long time = load ? Typical.ROS_LOAD_IMAGES.amount() : Typical.COMMAND.amount();
    boot.after(
        time,
        () -> {
          boot.startEngine(load);
          if (load) {
            boot.write(IMAGES_STAMP, SourceText.of(IMAGES_STAMP, ""), 0644, "root", INIT);
          }
          Project project = new Project(boot);
          boot.project(project);
          project.up(problem -> machine.publish(new Fact.StageEnded(INIT, "sysinit", problem)));
        });
  }
}
