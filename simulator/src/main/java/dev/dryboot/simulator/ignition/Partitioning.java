package dev.dryboot.simulator.ignition;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes a disk's partitions what a config says (ignition 2.26, operator notes: when a partition is
 * reused, made anew or refused).
 */
final class Partitioning {
  private static final long MIB = 1L << 20;

  private final Machine machine;
  private final BlockDevices devices;

  Partitioning(Machine machine, BlockDevices devices) {
    this.machine = machine;
    this.devices = devices;
  }

  Optional<String> apply(Storage.Disk disk) {
    BlockDevices.Device whole = devices.find(disk.device().value()).orElseThrow();
    Map<Integer, BlockDevices.Device> there = partitions(whole.node());
    if (disk.wipeTable()) {
      there.values().forEach(d -> devices.remove(d.node()));
      there.clear();
    }
    for (Storage.Partition partition : disk.partitions()) {
      Optional<String> problem = apply(disk, whole, partition, there);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Map<Integer, BlockDevices.Device> partitions(String disk) {
    var there = new TreeMap<Integer, BlockDevices.Device>();
    String prefix = prefix(disk);
    for (BlockDevices.Device device : devices.all()) {
      String node = device.node();
      if (node.startsWith(prefix) && node.substring(prefix.length()).matches("[0-9]{1,3}")) {
        there.put(Integer.parseInt(node.substring(prefix.length())), device);
      }
    }
    return there;
  }

  private static String prefix(String disk) {
    return Character.isDigit(disk.charAt(disk.length() - 1)) ? disk + "p" : disk;
  }

  private Optional<String> apply(
      Storage.Disk disk,
      BlockDevices.Device whole,
      Storage.Partition partition,
      Map<Integer, BlockDevices.Device> there) {
    int number = number(partition, there);
    BlockDevices.Device existing = there.get(number);
    if (existing == null) {
      if (partition.shouldExist()) {
        create(whole, partition, number, there);
      }
      return Optional.empty();
    }
    if (!partition.shouldExist()) {
      if (!partition.wipePartitionEntry()) {
        return Optional.of(refused(disk, number, "is to go"));
      }
      devices.remove(existing.node());
      there.remove(number);
      return Optional.empty();
    }
    boolean sizeDiffers =
        partition
            .sizeMiB()
            .filter(s -> s.value() != 0 && s.value() * MIB != existing.size())
            .isPresent();
    boolean labelDiffers =
        partition
            .label()
            .filter(l -> !l.value().isEmpty() && !labelled(existing, l.value()))
            .isPresent();
    if (!sizeDiffers && !labelDiffers) {
      return Optional.empty();
    }
    if (!labelDiffers && partition.resize()) {
      long size = partition.sizeMiB().map(Located::value).orElse(0L) * MIB;
      devices.add(new BlockDevices.Device(existing.node(), size, existing.content()));
      return Optional.empty();
    }
    if (!partition.wipePartitionEntry()) {
      return Optional.of(
          refused(disk, number, sizeDiffers ? "has another size" : "has another label"));
    }
    devices.remove(existing.node());
    create(whole, partition, number, there);
    return Optional.empty();
  }

  private static String refused(Storage.Disk disk, int number, String why) {
    return "partition %d of %s is there and %s, and wipePartitionEntry is not set"
        .formatted(number, disk.device().value(), why);
  }

  private boolean labelled(BlockDevices.Device device, String label) {
    return device.node().equals(devices.links().get(byLabel(label)));
  }

  private static String byLabel(String label) {
    return "/dev/disk/by-partlabel/" + label;
  }

  /** Number 0 means: the partition of that label, or else the first free number. */
  private int number(Storage.Partition partition, Map<Integer, BlockDevices.Device> there) {
    if (partition.number() != 0) {
      return (int) Math.min(partition.number(), Integer.MAX_VALUE);
    }
    String label = partition.label().map(Located::value).orElse("");
    for (Map.Entry<Integer, BlockDevices.Device> entry : there.entrySet()) {
      if (labelled(entry.getValue(), label)) {
        return entry.getKey();
      }
    }
    int free = 1;
    while (there.containsKey(free)) {
      free++;
    }
    return free;
  }

  private void create(
      BlockDevices.Device whole,
      Storage.Partition partition,
      int number,
      Map<Integer, BlockDevices.Device> there) {
    long used = there.values().stream().mapToLong(BlockDevices.Device::size).sum();
    long wanted = partition.sizeMiB().map(s -> s.value() * MIB).orElse(0L);
    long size = wanted > 0 ? wanted : Math.max(MIB, whole.size() - used - 2 * MIB);
    var made = new BlockDevices.Device(prefix(whole.node()) + number, size, Optional.empty());
    devices.add(made);
    there.put(number, made);
    machine.publish(new Fact.DeviceAppeared(made.node()));
    stableNames(whole.node(), made.node(), number);
    partition
        .label()
        .filter(l -> !l.value().isEmpty())
        .ifPresent(
            l -> {
              devices.link(byLabel(l.value()), made.node());
              machine.publish(new Fact.DeviceAppeared(byLabel(l.value())));
            });
    partition.typeGuid().ifPresent(t -> devices.partitionType(made.node(), t.value()));
    partition
        .guid()
        .filter(g -> !g.value().isEmpty())
        .ifPresent(
            g -> {
              String link = "/dev/disk/by-partuuid/" + g.value().toLowerCase(java.util.Locale.ROOT);
              devices.link(link, made.node());
              machine.publish(new Fact.DeviceAppeared(link));
            });
  }

  /**
   * udev's 60-persistent-storage.rules: {@code by-id/x} has the partition {@code by-id/x-part1}.
   */
  private void stableNames(String disk, String partition, int number) {
    for (Map.Entry<String, String> link : new TreeMap<>(devices.links()).entrySet()) {
      if (link.getValue().equals(disk) && link.getKey().matches("/dev/disk/by-(id|path)/.*")) {
        devices.link(link.getKey() + "-part" + number, partition);
        machine.publish(new Fact.DeviceAppeared(link.getKey() + "-part" + number));
      }
    }
  }
}
