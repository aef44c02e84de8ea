package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.RunningProcess;
import java.util.List;
import java.util.Optional;

/**
 * {@code systemd-cryptsetup}, which opens encrypted volumes, and {@code systemd-makefs}, which
 * makes a file system where there is none (systemd 257, cryptsetup.c, makefs.c).
 */
final class Encryption implements ProcessModel {
  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    List<String> argv = spec.argv();
    if (spec.purpose().role().equals("container")) {
      return Optional.empty();
    }
    return switch (spec.programName()) {
      case "systemd-cryptsetup" -> Optional.of(cryptsetup(argv));
      case "systemd-makefs" ->
          Optional.of(Behaviours.doing(Typical.MKFS.amount(), self -> makeFileSystem(self, argv)));
      default -> Optional.empty();
    };
  }

  private static Behaviour cryptsetup(List<String> argv) {
    if (argv.size() >= 4 && argv.get(1).equals("attach")) {
      String key = argv.size() > 4 ? argv.get(4) : "";
      String options = argv.size() > 5 ? argv.get(5) : "";
      return self ->
          self.after(
              Typical.COMMAND.amount(),
              () -> attach(self, argv.get(2), argv.get(3), key, List.of(options.split(",", -1))));
    }
    return Behaviours.timed(Typical.COMMAND.amount(), 0);
  }

  private static void attach(
      RunningProcess self, String name, String source, String key, List<String> options) {
    Machine machine = self.machine();
    Optional<BlockDevices> devices = machine.port(BlockDevices.class);
    boolean there =
        machine.files().exists(source) || devices.filter(d -> d.exists(source)).isPresent();
    if (!there) {
      self.exit(1);
    } else if (devices.filter(d -> d.exists("/dev/mapper/" + name)).isPresent()) {
      self.exit(0);
    } else if (opensByItself(machine, name, key, options)) {
      devices.ifPresent(d -> open(machine, d, name, source));
      self.exit(0);
    } else if (options.contains("headless") || options.contains("headless=1")) {
      self.exit(1);
    } else {
      ask(self, name, options);
    }
  }

  /** Whether there is a key, or a token that holds one. */
  private static boolean opensByItself(
      Machine machine, String name, String key, List<String> options) {
    boolean token =
        options.stream().anyMatch(o -> o.matches("(tpm2|fido2)-device=.*|pkcs11-uri=.*"));
    boolean named = !List.of("", "-", "none").contains(key);
    return token
        || named && (key.startsWith("/dev/") || machine.files().exists(key))
        || machine.files().exists("/etc/cryptsetup-keys.d/" + name + ".key")
        || machine.files().exists("/run/cryptsetup-keys.d/" + name + ".key");
  }

  private static void open(Machine machine, BlockDevices devices, String name, String source) {
    String node = "/dev/mapper/" + name;
    long size = devices.find(source).map(BlockDevices.Device::size).orElse(0L);
    devices.add(new BlockDevices.Device(node, size, Optional.empty()));
    machine.publish(new Fact.DeviceAppeared(node));
  }

  /** Somebody has to type the passphrase; on a host that boots alone, nobody does. */
  private static void ask(RunningProcess self, String name, List<String> options) {
    self.machine()
        .publish(new Fact.Waiting(self.spec().owner(), "the passphrase of " + name, "console"));
    options.stream()
        .filter(o -> o.matches("timeout=[1-9][0-9]*s?"))
        .findFirst()
        .map(o -> Long.parseLong(o.replaceAll("[^0-9]", "")))
        .ifPresent(seconds -> self.after(seconds * 1_000_000, () -> self.exit(1)));
  }

  /** What has a file system already stays as it is. */
  private static int makeFileSystem(RunningProcess self, List<String> argv) {
    Optional<BlockDevices> devices = self.machine().port(BlockDevices.class);
    if (argv.size() < 3 || devices.isEmpty()) {
      return 1;
    }
    Optional<BlockDevices.Device> device = devices.get().find(argv.get(2));
    if (device.isEmpty()) {
      return 1;
    }
    if (device.get().content().isEmpty()) {
      devices
          .get()
          .format(
              device.get().node(),
              new BlockDevices.FileSystem(argv.get(1), "", "", FileTree.empty()));
    }
    return 0;
  }
}
