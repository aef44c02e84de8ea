package dev.dryboot.simulator.systemd;

import dev.dryboot.foreign.value.Words;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Generator;
import dev.dryboot.simulator.machine.Hardware;
import dev.dryboot.simulator.machine.Init;
import dev.dryboot.simulator.machine.InitKind;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.systemd.core.HostFacts;
import dev.dryboot.simulator.systemd.generator.CryptsetupGenerator;
import dev.dryboot.simulator.systemd.generator.DebugGenerator;
import dev.dryboot.simulator.systemd.generator.FstabGenerator;
import dev.dryboot.simulator.systemd.generator.GettyGenerator;
import dev.dryboot.simulator.systemd.generator.GptAutoGenerator;
import dev.dryboot.simulator.systemd.generator.HibernateResumeGenerator;
import dev.dryboot.simulator.systemd.generator.RcLocalGenerator;
import dev.dryboot.simulator.systemd.generator.RunGenerator;
import dev.dryboot.simulator.systemd.generator.SshGenerator;
import dev.dryboot.simulator.systemd.generator.SystemUpdateGenerator;
import dev.dryboot.simulator.systemd.generator.SysvGenerator;
import dev.dryboot.simulator.systemd.unit.UnitFileCache;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** systemd as the process 1 of machine images: the release and the facts come from the image. */
public final class SystemdInit implements Init {
  /** How the kernel's command line turns something off. */
  private static final List<String> OFF = List.of("0", "off", "n");

  private final UnitFileCache cache;

  public SystemdInit() {
    this(new UnitFileCache());
  }

  /**
   * @param cache unit files that were read in boots before
   */
  public SystemdInit(UnitFileCache cache) {
    this.cache = cache;
  }

  @Override
  public InitKind kind() {
    return InitKind.SYSTEMD;
  }

  @Override
  public List<Generator> generators() {
    return List.of(
        new CryptsetupGenerator(),
        new DebugGenerator(),
        new FstabGenerator(),
        new GettyGenerator(),
        new GptAutoGenerator(),
        new HibernateResumeGenerator(),
        new RcLocalGenerator(),
        new RunGenerator(),
        new SshGenerator(),
        new SystemUpdateGenerator(),
        new SysvGenerator());
  }

  @Override
  public void boot(Machine machine) {
    SystemdVersion version =
        machine
            .port(MachineImage.class)
            .map(image -> SystemdVersion.of(image.systemVersion()))
            .orElse(SystemdVersion.V257);
    MachineId identity = MachineId.settle(machine);
    String hostname =
        machine.files().read("/etc/hostname").map(t -> t.text().strip()).orElse("localhost");
    SystemdOptions options =
        SystemdOptions.usual(version, hostname)
            .withFacts(facts(machine, hostname, identity))
            .withCache(cache)
            .withPresets(identity.firstBoot());
    consoles(machine);
    SystemdManager.boot(machine, options);
  }

  /** The kernel makes the nodes of its consoles. */
  private static void consoles(Machine machine) {
    for (String argument : machine.commandLine().arguments()) {
      if (argument.matches("console=[a-zA-Z0-9]+(,.*)?")) {
        String node = "/dev/" + argument.substring(8).replaceFirst(",.*$", "");
        if (machine.files().getNoFollow(node).isEmpty()) {
          machine.files().write(node, new FileNode.Special("character", 0600));
        }
      }
    }
  }

  /** Units can be told otherwise than it is (condition.c: condition_test_first_boot). */
  private static boolean saysFirstBoot(Machine machine, boolean otherwise) {
    return machine
        .commandLine()
        .value("systemd.condition_first_boot")
        .or(() -> machine.commandLine().value("systemd.condition-first-boot"))
        .map(v -> List.of("1", "yes", "true", "on").contains(v))
        .orElse(otherwise);
  }

  /**
   * What is in force of what the image's kernel can do: the kernel's command line can turn each of
   * them off, and {@code /etc/selinux/config} SELinux (kernel-parameters.txt, selinux_config(5)).
   */
  private static List<String> security(Machine machine) {
    String known = machine.port(MachineImage.class).map(i -> i.facts().get("security")).orElse("");
    List<String> inForce = new ArrayList<>(Words.split(known, Words.Style.PLAIN).texts());
    inForce.removeIf(w -> machine.commandLine().value(w).filter(OFF::contains).isPresent());
    boolean disabled =
        machine
            .files()
            .read("/etc/selinux/config")
            .filter(t -> t.text().lines().anyMatch(l -> l.strip().equals("SELINUX=disabled")))
            .isPresent();
    if (disabled) {
      inForce.remove("selinux");
    }
    return inForce;
  }

  /** What the kernel hands to process 1: also parameters that it does not know (init/main.c). */
  private static Map<String, String> ownEnvironment(Machine machine) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("HOME", "/");
    variables.put("TERM", "linux");
    variables.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin");
    for (String argument : machine.commandLine().arguments()) {
      if (argument.matches("[A-Z_][A-Z0-9_]*=.*")) {
        int equals = argument.indexOf('=');
        variables.put(argument.substring(0, equals), argument.substring(equals + 1));
      }
    }
    return variables;
  }

  private static HostFacts facts(Machine machine, String hostname, MachineId identity) {
    Optional<Hardware> hardware = machine.port(Hardware.class);
    return new HostFacts(
        hostname,
        identity.id(),
        hardware.map(Hardware::virtualization).orElse("kvm"),
        saysFirstBoot(machine, identity.firstBoot()),
        hardware.map(Hardware::memory).orElse(4L << 30),
        hardware.map(h -> (long) h.processors()).orElse(2L),
        security(machine),
        ownEnvironment(machine),
        machine
            .port(MachineImage.class)
            .map(i -> i.facts().get("kernel.version"))
            .orElse(HostFacts.USUAL_KERNEL),
        HostFacts.osRelease(machine.files()));
  }
}
