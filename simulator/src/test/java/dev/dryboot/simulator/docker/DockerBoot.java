package dev.dryboot.simulator.docker;

import dev.dryboot.simulator.container.Container;
import dev.dryboot.simulator.kernel.Kernel;
import dev.dryboot.simulator.kernel.Limits;
import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.Hardware;
import dev.dryboot.simulator.machine.InitKind;
import dev.dryboot.simulator.machine.KernelCommandLine;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.Mount;
import dev.dryboot.simulator.machine.OperatingSystem;
import dev.dryboot.simulator.machine.PreloadedImage;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.ProcessObserver;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.Program;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.network.Network;
import dev.dryboot.simulator.podman.Podman;
import dev.dryboot.simulator.process.StandardPrograms;
import dev.dryboot.simulator.scenario.Scenario;
import dev.dryboot.simulator.systemd.SystemdManager;
import dev.dryboot.simulator.systemd.SystemdOptions;
import dev.dryboot.simulator.systemd.SystemdVersion;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small Debian with Docker, for tests: boots, runs commands as root, is asked for its state. */
public final class DockerBoot {
  private static final String SYSTEM = "/usr/lib/systemd/system/";
  private static final Pattern PID =
      Pattern.compile("\\$\\(docker inspect -f \"\\{\\{\\.State\\.Pid}}\" (\\S+)\\)");

  private final FileTree tree;
  private final List<PreloadedImage> images = new ArrayList<>();
  private SystemdVersion version = SystemdVersion.V257;
  private Optional<Long> shuffle = Optional.empty();

  private DockerBoot(FileTree tree) {
    this.tree = tree;
    images.add(new PreloadedImage("docker", "bb"));
    images.add(new PreloadedImage("podman", "bb"));
  }

  public static DockerBoot debian() {
    DockerBoot boot = new DockerBoot(FileTree.empty());
    for (String name : List.of("docker.service", "docker.socket", "containerd.service")) {
      boot.file(SYSTEM + name, resource(name));
    }
    boot.file(SYSTEM + "sysinit.target", "[Unit]\nAfter=local-fs.target\nWants=local-fs.target\n");
    boot.file(
        SYSTEM + "basic.target",
        "[Unit]\nRequires=sysinit.target\nWants=sockets.target\nAfter=sysinit.target"
            + " sockets.target\n");
    for (String name :
        List.of("sockets", "local-fs", "network", "network-online", "umount", "final")) {
      boot.file(SYSTEM + name + ".target", "[Unit]\nDescription=" + name + "\n");
    }
    boot.file(SYSTEM + "shutdown.target", "[Unit]\nDefaultDependencies=no\n");
    boot.file(
        SYSTEM + "multi-user.target",
        "[Unit]\nRequires=basic.target\nAfter=basic.target rescue.target\n"
            + "Conflicts=rescue.target\nAllowIsolate=yes\n");
    boot.file(
        SYSTEM + "rescue.target",
        "[Unit]\nRequires=sysinit.target\nAfter=sysinit.target\nAllowIsolate=yes\n");
    boot.link(SYSTEM + "default.target", SYSTEM + "multi-user.target");
    boot.link(
        "/etc/systemd/system/multi-user.target.wants/docker.service", SYSTEM + "docker.service");
    boot.link(
        "/etc/systemd/system/multi-user.target.wants/containerd.service",
        SYSTEM + "containerd.service");
    boot.link("/etc/systemd/system/sockets.target.wants/docker.socket", SYSTEM + "docker.socket");
    boot.file("/etc/machine-id", "0123456789abcdef0123456789abcdef\n");
    boot.file("/etc/hostname", "debian\n");
    return boot;
  }

  private static String resource(String name) {
    try (var stream = DockerBoot.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public DockerBoot unit(String name, String text) {
    return file("/etc/systemd/system/" + name, text);
  }

  public DockerBoot file(String path, String text) {
    tree.put(path, new FileNode.Regular(SourceText.of(path, text)));
    return this;
  }

  public DockerBoot link(String path, String target) {
    tree.put(path, new FileNode.SymbolicLink(target, SourceText.of(path, "")));
    return this;
  }

  public DockerBoot without(String path) {
    tree.remove(path);
    return this;
  }

  public DockerBoot version(SystemdVersion other) {
    version = other;
    return this;
  }

  /** Another schedule: containers start with other delays. */
  public DockerBoot shuffled(long seed) {
    shuffle = Optional.of(seed);
    return this;
  }

  /** Boots for ten seconds. */
  public Booted boot() {
    Scenario scenario = Scenario.FIRST_BOOT;
    if (shuffle.isPresent()) {
      scenario = scenario.shuffled(shuffle.get());
    }
    Kernel kernel =
        new Kernel(
            shuffle.isPresent()
                ? dev.dryboot.simulator.kernel.TieBreaker.shuffled(shuffle.get())
                : dev.dryboot.simulator.kernel.TieBreaker.CANONICAL,
            scenario.seed(),
            Limits.USUAL);
    Hardware hardware = Hardware.small("eth0");
    MachineImage image =
        new MachineImage(
            new OperatingSystem("debian", "12", "Debian 12"),
            InitKind.SYSTEMD,
            "252",
            hardware,
            KernelCommandLine.EMPTY,
            Optional.empty(),
            List.of(new Mount("/", "/dev/vda1", "ext4", false, tree)),
            BlockDevices.of(hardware),
            images,
            List.of(),
            MachineImage.USUAL_USER_OWNED,
            Map.of(),
            Map.of());
    Docker docker = new Docker();
    List<Program> programs =
        List.of(
            StandardPrograms.first(), new Network(), docker, new Podman(), StandardPrograms.last());
    Machine machine =
        new Machine(
            kernel,
            new VirtualFileSystem(tree),
            KernelCommandLine.EMPTY,
            "x86-64",
            programs.stream().flatMap(p -> p.models().stream()).toList(),
            new Trace());
    machine.offer(MachineImage.class, image);
    machine.offer(Hardware.class, hardware);
    machine.offer(BlockDevices.class, image.devices());
    machine.offer(Scenario.class, scenario);
    for (Program program : programs) {
      program.generators().forEach(machine::add);
      program.install(machine);
    }
    machine.publish(new Fact.BootStarted(1));
    SystemdManager manager = SystemdManager.boot(machine, SystemdOptions.usual(version, "debian"));
    Booted booted = new Booted(machine, manager, docker, tree);
    booted.pass(10_000_000);
    return booted;
  }

  /** A machine that has booted. */
  public record Booted(Machine machine, SystemdManager manager, Docker docker, FileTree tree) {
    private static final ProcessObserver NOBODY = (pid, end) -> {};

    /** Lets time pass. */
    public Booted pass(long microseconds) {
      Kernel kernel = machine.kernel();
      kernel.after(microseconds, Stage.IDLE, () -> {});
      kernel.run(kernel.now() + microseconds);
      return this;
    }

    public long now() {
      return machine.kernel().now();
    }

    /** Runs a shell line and waits for its end, a minute at most; -1 where it does not end. */
    public int run(String line) {
      Matcher pid = PID.matcher(line);
      if (!pid.find()) {
        return runAsWritten(line);
      }
      runAsWritten("docker inspect " + pid.group(1)); // which may start the daemon
      return runAsWritten(
          pid.replaceAll(m -> container(m.group(1)).map(c -> "" + c.pid()).orElse("")));
    }

    private int runAsWritten(String text) {
      List<Integer> codes = new ArrayList<>();
      ProcessSpec spec =
          new ProcessSpec(
              List.of("/bin/sh", "-c", text),
              Map.of(),
              "test",
              "/user.slice/test",
              "root",
              Optional.empty(),
              ProcessSpec.Purpose.CALL);
      int[] shell = {0};
      shell[0] =
          machine
              .processes()
              .spawn(
                  spec,
                  (pid, end) -> {
                    if (pid == shell[0]) {
                      codes.add(
                          switch (end) {
                            case ProcessEnd.Exited e -> e.code();
                            case ProcessEnd.Killed k -> 128 + k.signal();
                          });
                    }
                  },
                  0,
                  executed -> {})
              .pid();
      long limit = now() + 60_000_000;
      while (codes.isEmpty() && now() < limit) {
        pass(10_000);
      }
      return codes.isEmpty() ? -1 : codes.getFirst();
    }

    public Optional<Container> container(String name) {
      return docker.containers().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** {@code running}, {@code exited 137}, {@code none}. */
    public String containerState(String name) {
      return container(name)
          .map(
              c ->
                  c.state() == Container.State.EXITED
                      ? "exited " + c.exitCode()
                      : c.state().name().toLowerCase(java.util.Locale.ROOT))
          .orElse("none");
    }

    /** {@code active/running/success} of a unit. */
    public String state(String name) {
      return unit(name)
          .map(u -> u.active().word() + "/" + u.machine().sub() + "/" + u.machine().result())
          .orElse("no unit");
    }

    public Optional<RunningUnit> unit(String name) {
      return manager.processOne().load(name);
    }

    /** Containers' control groups with live processes. */
    public long scopes() {
      return docker.containers().stream()
          .map(c -> "/system.slice/docker-" + c.id() + ".scope")
          .filter(group -> !machine.processes().isEmpty(group))
          .count();
    }

    public <F extends Fact> List<F> facts(Class<F> type) {
      return machine.trace().of(type).toList();
    }

    /** The next boot of the same disks, as after a power cut. */
    public DockerBoot again() {
      return new DockerBoot(tree);
    }
  }
}
