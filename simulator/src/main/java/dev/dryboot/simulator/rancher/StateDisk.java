package dev.dryboot.simulator.rancher;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.Mount;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.ProcessObserver;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.process.Typical;
import dev.dryboot.simulator.rancher.config.RancherConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds and mounts the state partition. Where it does not mount at once, or {@code bootcmd} has
 * something to run, a Docker without a network runs {@code ros-bootstrap} first: udev, {@code
 * autoformat}, {@code bootcmd}.
 */
final class StateDisk {
  private static final String BOOTSTRAP = "bootstrap";
  private static final String USUAL = "LABEL=RANCHER_STATE";

  private final RancherBoot boot;
  private final Machine machine;
  private final Optional<RancherConfig> config;

  StateDisk(RancherBoot boot) {
    this.boot = boot;
    this.machine = boot.machine();
    this.config = boot.config();
  }

  void mount(Runnable then, Consumer<String> failed) {
    boolean commands = config.map(c -> !c.bootcmd().isEmpty()).orElse(false);
    if (mounted() && !commands) {
      boot.after(Typical.MOUNT.amount(), then);
      return;
    }
    machine.publish(new Fact.StageStarted(InitChain.INIT, BOOTSTRAP));
    long udev = Typical.UDEV_COLDPLUG.amount();
    boot.after(
        Typical.DOCKERD_READY.amount() + Typical.DOCKER_START.amount() + udev,
        () -> autoformat(() -> bootcmd(0, () -> finish(then, failed))));
  }

  private String wanted() {
    return config.flatMap(c -> c.state().dev()).map(Located::value).orElse(USUAL);
  }

  private boolean required() {
    return config.map(c -> c.state().required()).orElse(false);
  }

  private Optional<BlockDevices.Device> device() {
    return machine
        .port(BlockDevices.class)
        .flatMap(d -> d.find(wanted()))
        .filter(d -> d.content().isPresent());
  }

  private boolean mounted() {
    Optional<BlockDevices.Device> found = device();
    found.filter(d -> !d.node().equals(machine.files().mountOf("/").what())).ifPresent(this::root);
    return found.isPresent();
  }

  private void root(BlockDevices.Device device) {
    BlockDevices.FileSystem content = device.content().orElseThrow();
    machine.files().mount(new Mount("/", device.node(), content.format(), false, content.tree()));
    machine.publish(new Fact.Mounted("/", device.node()));
  }

  /** The first of the listed disks that is there and empty becomes the state partition. */
  private void autoformat(Runnable then) {
    Optional<BlockDevices> disks = machine.port(BlockDevices.class);
    List<Located<String>> candidates = config.map(c -> c.state().autoformat()).orElse(List.of());
    Optional<BlockDevices.Device> empty =
        candidates.stream()
            .flatMap(c -> disks.flatMap(d -> d.find(c.value())).stream())
            .filter(d -> d.content().isEmpty())
            .findFirst();
    if (device().isPresent() || empty.isEmpty()) {
      then.run();
      return;
    }
    boot.log(BOOTSTRAP, "formats " + empty.get().node() + " for the state");
    boot.after(
        Typical.MKFS.amount(),
        () -> {
          disks.ifPresent(
              d ->
                  d.format(
                      empty.get().node(),
                      new BlockDevices.FileSystem("ext4", "RANCHER_STATE", "", fresh())));
          then.run();
        });
  }

  private FileTree fresh() {
    return machine.port(MachineImage.class).map(i -> i.root().copy()).orElse(FileTree.empty());
  }

  private void bootcmd(int at, Runnable then) {
    List<RancherConfig.Command> commands = config.map(RancherConfig::bootcmd).orElse(List.of());
    if (at == commands.size()) {
      then.run();
      return;
    }
    RancherConfig.Command command = commands.get(at);
    ProcessObserver next =
        new ProcessObserver() {
          @Override
          public void ended(int pid, ProcessEnd end) {}

          @Override
          public void emptied(String controlGroup) {
            machine.kernel().after(0, Stage.WORLD, () -> bootcmd(at + 1, then));
          }
        };
    machine
        .processes()
        .spawn(
            new ProcessSpec(
                command.argv(),
                Map.of(),
                BOOTSTRAP,
                "/bootstrap/bootcmd-" + at,
                "root",
                Optional.of(command.at()),
                ProcessSpec.Purpose.of("container", "oneshot")),
            next,
            0,
            executed -> {});
  }

  private void finish(Runnable then, Consumer<String> failed) {
    boolean there = mounted();
    Optional<String> problem =
        there ? Optional.empty() : Optional.of("there is no device " + wanted());
    machine.publish(new Fact.StageEnded(InitChain.INIT, BOOTSTRAP, problem));
    if (there) {
      boot.after(Typical.MOUNT.amount(), then);
    } else if (required()) {
      failed.accept("the state has no device " + wanted());
    } else {
      boot.log(InitChain.INIT, "the state is kept in memory and is gone at the next boot");
      machine.files().mount(new Mount("/", "tmpfs", "tmpfs", false, fresh()));
      boot.after(Typical.MOUNT.amount(), then);
    }
  }
}
