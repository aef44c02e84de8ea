package dev.dryboot.simulator.ignition;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.process.Typical;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Partitions disks, assembles RAIDs, opens encrypted volumes and makes file systems. */
final class DisksStage {
  /** systemd waits for a device unit for 90 s (DefaultDeviceTimeoutSec). */
  private static final long DEVICE_TIMEOUT = 90_000_000;

  private static final long STEP = 200_000;

  /** What came of it, and how many microseconds it took. */
  record Result(Optional<String> problem, long time) {}

  Result run(Machine machine, Storage storage) {
    Optional<BlockDevices> port = machine.port(BlockDevices.class);
    boolean nothing =
        storage.disks().isEmpty()
            && storage.raid().isEmpty()
            && storage.luks().isEmpty()
            && storage.filesystems().isEmpty();
    if (nothing) {
      return new Result(Optional.empty(), 0);
    }
    if (port.isEmpty()) {
      machine.publish(new Fact.NotModelled("ignition", "disks of this machine"));
      return new Result(Optional.empty(), 0);
    }
    BlockDevices devices = port.get();
    long time = 0;
    for (Storage.Disk disk : storage.disks()) {
      Optional<String> missing = missing(devices, disk.device().value());
      if (missing.isPresent()) {
        return new Result(missing, time + DEVICE_TIMEOUT);
      }
      Optional<String> problem = new Partitioning(machine, devices).apply(disk);
      time += STEP * (1 + disk.partitions().size());
      if (problem.isPresent()) {
        return new Result(problem, time);
      }
    }
    return volumes(machine, devices, storage, time);
  }

  private static Result volumes(
      Machine machine, BlockDevices devices, Storage storage, long before) {
    long time = before;
    for (Storage.Raid raid : storage.raid()) {
      Optional<String> missing =
          missing(devices, raid.devices().stream().map(Located::value).toList());
      if (missing.isPresent()) {
        return new Result(missing, time + DEVICE_TIMEOUT);
      }
      assemble(machine, devices, raid);
      time += STEP;
    }
    for (Storage.Luks luks : storage.luks()) {
      String device = luks.device().map(Located::value).orElse("");
      Optional<String> missing = missing(devices, device);
      if (missing.isPresent()) {
        return new Result(missing, time + DEVICE_TIMEOUT);
      }
      Optional<String> problem = open(machine, devices, luks, device);
      time += 2 * Typical.MKFS.amount();
      if (problem.isPresent()) {
        return new Result(problem, time);
      }
    }
    List<Storage.Filesystem> made =
        storage.filesystems().stream().filter(f -> !format(f).isEmpty()).toList();
    for (Storage.Filesystem filesystem : made) {
      Optional<String> missing = missing(devices, filesystem.device().value());
      if (missing.isPresent()) {
        return new Result(missing, time + DEVICE_TIMEOUT);
      }
      Optional<String> problem = make(machine, devices, filesystem);
      time += Typical.MKFS.amount();
      if (problem.isPresent()) {
        return new Result(problem, time);
      }
    }
    return new Result(Optional.empty(), time);
  }

  private static Optional<String> missing(BlockDevices devices, String device) {
    return missing(devices, List.of(device));
  }

  private static Optional<String> missing(BlockDevices devices, List<String> wanted) {
    return wanted.stream()
        .filter(d -> !devices.exists(d))
        .findFirst()
        .map(d -> "the device %s did not appear within 90 s".formatted(d));
  }

  private static void assemble(Machine machine, BlockDevices devices, Storage.Raid raid) {
    List<Long> sizes =
        raid.devices().stream()
            .map(d -> devices.find(d.value()).map(BlockDevices.Device::size).orElse(0L))
            .toList();
    long least = sizes.stream().mapToLong(Long::longValue).min().orElse(0);
    long size =
        switch (raid.level().value()) {
          case "linear" -> sizes.stream().mapToLong(Long::longValue).sum();
          case "raid0", "0", "stripe" -> least * sizes.size();
          case "raid4", "4", "raid5", "5" -> least * Math.max(1, sizes.size() - 1 - raid.spares());
          case "raid6", "6" -> least * Math.max(1, sizes.size() - 2 - raid.spares());
          case "raid10", "10" -> least * Math.max(1, (sizes.size() - raid.spares()) / 2);
          default -> least;
        };
    add(machine, devices, "/dev/md/" + raid.name().value(), size);
  }

  private static void add(Machine machine, BlockDevices devices, String node, long size) {
    Optional<BlockDevices.FileSystem> before =
        devices.find(node).flatMap(BlockDevices.Device::content);
    devices.add(new BlockDevices.Device(node, size, before));
    machine.publish(new Fact.DeviceAppeared(node));
  }

  private static Optional<String> open(
      Machine machine, BlockDevices devices, Storage.Luks luks, String device) {
    BlockDevices.Device below = devices.find(device).orElseThrow();
    String held = below.content().map(BlockDevices.FileSystem::format).orElse("");
    if (!held.isEmpty() && !held.equals("crypto_LUKS") && !luks.wipeVolume()) {
      return Optional.of(
          "%s holds %s, and wipeVolume is not set for %s"
              .formatted(device, held, luks.name().value()));
    }
    if (!luks.keyFile().local()) {
      machine.publish(
          new Fact.NotModelled("ignition", "the fetched key of " + luks.name().value()));
    }
    devices.format(
        device,
        new BlockDevices.FileSystem(
            "crypto_LUKS", luks.label().orElse(""), uuid(luks), FileTree.empty()));
    machine.publish(new Fact.DeviceAppeared("/dev/disk/by-uuid/" + uuid(luks)));
    String node = "/dev/mapper/" + luks.name().value();
    add(machine, devices, node, below.size());
    devices.link("/dev/disk/by-id/dm-name-" + luks.name().value(), node);
    machine.publish(new Fact.DeviceAppeared("/dev/disk/by-id/dm-name-" + luks.name().value()));
    return Optional.empty();
  }

  /** cryptsetup makes a random one where the document gives none; here it is the volume's name. */
  static String uuid(Storage.Luks luks) {
    return luks.uuid().orElse(luks.name().value());
  }

  private static String format(Storage.Filesystem filesystem) {
    return filesystem.format().map(Located::value).orElse("");
  }

  private static Optional<String> make(
      Machine machine, BlockDevices devices, Storage.Filesystem filesystem) {
    String device = filesystem.device().value();
    String format = format(filesystem);
    Optional<BlockDevices.FileSystem> held =
        devices.find(device).flatMap(BlockDevices.Device::content);
    String label = filesystem.label().map(Located::value).orElse("");
    String uuid = filesystem.uuid().map(Located::value).orElse("");
    if (held.isPresent() && !filesystem.wipeFilesystem()) {
      List<String> differing = differences(held.get(), format, label, uuid);
      return differing.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "%s holds a file system already, with another %s, and wipeFilesystem is not set"
                  .formatted(device, String.join(" and ", differing)));
    }
    if (format.equals("none")) {
      devices
          .find(device)
          .ifPresent(
              d -> devices.add(new BlockDevices.Device(d.node(), d.size(), Optional.empty())));
      return Optional.empty();
    }
    devices.format(device, new BlockDevices.FileSystem(format, label, uuid, FileTree.empty()));
    if (!label.isEmpty()) {
      machine.publish(new Fact.DeviceAppeared("/dev/disk/by-label/" + label));
    }
    if (!uuid.isEmpty()) {
      machine.publish(new Fact.DeviceAppeared("/dev/disk/by-uuid/" + uuid));
    }
    return Optional.empty();
  }

  private static List<String> differences(
      BlockDevices.FileSystem held, String format, String label, String uuid) {
    List<String> differing = new ArrayList<>();
    if (!held.format().equals(format)) {
      differing.add("format (%s)".formatted(held.format()));
    }
    if (!label.isEmpty() && !held.label().equals(label)) {
      differing.add("label (%s)".formatted(held.label()));
    }
    if (!uuid.isEmpty() && !held.uuid().equalsIgnoreCase(uuid)) {
      differing.add("uuid (%s)".formatted(held.uuid()));
    }
    return differing;
  }
}
