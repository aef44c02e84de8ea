package dev.dryboot.simulator.cloudinit;

import dev.dryboot.simulator.config.JoinedText;
import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** disk_setup and mounts. */
final class StorageModules {
  private static final String FSTAB = "/etc/fstab";
  private static final List<String> DEFAULTS =
      List.of(
          "",
          "",
          "auto",
          "defaults,nofail,x-systemd.after=cloud-init-network.service,_netdev",
          "0",
          "2");

  private final RunningProcess self;
  private final CloudStorage storage;

  StorageModules(RunningProcess self, CloudStorage storage) {
    this.self = self;
    this.storage = storage;
  }

  private Machine machine() {
    return self.machine();
  }

  void setUp(Consumer<Optional<String>> then) {
    Optional<BlockDevices> port = machine().port(BlockDevices.class);
    List<String> problems = new ArrayList<>();
    for (CloudStorage.Disk disk : storage.disks()) {
      port.flatMap(d -> partition(d, disk)).ifPresent(problems::add);
    }
    List<List<String>> calls = new ArrayList<>();
    for (CloudStorage.Filesystem filesystem : storage.filesystems()) {
      String device = deviceOf(filesystem);
      boolean held =
          port.flatMap(d -> d.find(device)).flatMap(BlockDevices.Device::content).isPresent();
      if (!held || filesystem.overwrite()) {
        List<String> argv = new ArrayList<>();
        boolean swap = filesystem.format().value().equals("swap");
        argv.add(swap ? "mkswap" : "mkfs." + filesystem.format().value());
        filesystem.label().ifPresent(l -> argv.addAll(List.of("-L", l.value())));
        argv.add(device);
        calls.add(argv);
      }
    }
    ModuleCalls.inOrder(self, calls, p -> then.accept(p.or(() -> problems.stream().findFirst())));
  }

  private String deviceOf(CloudStorage.Filesystem filesystem) {
    String device = absolute(filesystem.device().value());
    String partition = filesystem.partition();
    boolean whole = List.of("none", "any").contains(partition);
    boolean first = partition.equals("auto");
    if (whole || !first && !partition.matches("[0-9]{1,3}")) {
      return device;
    }
    String number = first ? "1" : partition;
    String made =
        Character.isDigit(device.charAt(device.length() - 1))
            ? device + "p" + number
            : device + number;
    boolean there = machine().port(BlockDevices.class).filter(d -> d.exists(made)).isPresent();
    return first && !there ? device : made;
  }

  private Optional<String> partition(BlockDevices devices, CloudStorage.Disk disk) {
    String node = absolute(disk.device().value());
    Optional<BlockDevices.Device> found = devices.find(node);
    if (found.isEmpty()) {
      return Optional.of("there is no disk " + node);
    }
    String name = found.get().node();
    String prefix = Character.isDigit(name.charAt(name.length() - 1)) ? name + "p" : name;
    boolean used = devices.exists(prefix + "1") || found.get().content().isPresent();
    if (used && !disk.overwrite()) {
      return Optional.empty();
    }
    for (int i = 1; i <= disk.partitions(); i++) {
      devices.add(
          new BlockDevices.Device(
              prefix + i, found.get().size() / Math.max(1, disk.partitions()), Optional.empty()));
      machine().publish(new Fact.DeviceAppeared(prefix + i));
    }
    return Optional.empty();
  }

  /** A bare name means a device: {@code vdb} is {@code /dev/vdb}. */
  private static String absolute(String device) {
    return device.startsWith("/") || device.contains("=") || device.contains(":")
        ? device
        : "/dev/" + device;
  }

  void mount(Consumer<Optional<String>> then) {
    List<List<String>> calls = new ArrayList<>();
    for (CloudStorage.Mount mount : storage.mounts()) {
      line(mount, calls);
    }
    storage.swap().filter(s -> s.size().orElse(1L) > 0).ifPresent(s -> swap(s, calls));
    if (!calls.isEmpty()) {
      calls.add(List.of("systemctl", "daemon-reload"));
    }
    ModuleCalls.inOrder(self, calls, then);
  }

  private void swap(CloudStorage.Swap swap, List<List<String>> calls) {
    String file = swap.filename().value();
    if (!file.startsWith("/")) {
      return;
    }
    machine()
        .files()
        .write(
            file,
            new FileNode.Regular(SourceText.decoded(file, swap.at(), ""), 0600, "root", "root"));
    append(file + "\tnone\tswap\tsw,comment=cloudconfig\t0\t0", swap.at());
    calls.add(List.of("mkswap", file));
    calls.add(List.of("swapon", "-a"));
  }

  private void line(CloudStorage.Mount mount, List<List<String>> calls) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Optional<String> own =
          i < mount.fields().size() ? mount.fields().get(i).map(Located::value) : Optional.empty();
      int at = i;
      Optional<String> usual =
          i < storage.mountDefaults().size() ? storage.mountDefaults().get(i) : Optional.empty();
      fields.add(own.orElseGet(() -> usual.orElse(DEFAULTS.get(at))));
    }
    String device = absolute(fields.get(0));
    String where = fields.get(1);
    boolean named =
        fields.get(0).startsWith("/") || fields.get(0).contains("=") || fields.get(0).contains(":");
    boolean there = machine().port(BlockDevices.class).filter(d -> d.exists(device)).isPresent();
    if (where.isEmpty() || !there && (!named || isMetadataName(device))) {
      return;
    }
    fields.set(0, device);
    fields.set(3, fields.get(3) + ",comment=cloudconfig");
    append(String.join("\t", fields), mount.at());
    if (where.startsWith("/") && !where.equals("/")) {
      if (!machine().files().exists(where)) {
        machine().files().write(where, new FileNode.Directory());
      }
      if (!List.of(fields.get(3).split(",")).contains("noauto")
          && !machine().files().isMountPoint(where)) {
        calls.add(List.of("mount", "-t", fields.get(2), "-o", fields.get(3), device, where));
      }
    }
  }

  /**
   * A disk that some clouds have; where it is not there, its mount is passed over (cc_mounts.py,
   * sanitize_devname(): "Ignoring nonexistent named mount").
   */
  private static boolean isMetadataName(String device) {
    return device.matches("/dev/((ephemeral|ebs)[0-9]*|swap|root|ami)");
  }

  private void append(String line, Span at) {
    SourceText before = machine().files().read(FSTAB).orElseGet(() -> SourceText.of(FSTAB, ""));
    SourceText text = JoinedText.of(FSTAB, before, SourceText.decoded(FSTAB, at, line + "\n"));
    machine().files().write(FSTAB, new FileNode.Regular(text));
    machine().publish(new Fact.FileWritten(FSTAB, "cloud-init"));
  }
}
