package dev.dryboot.compiler.model;

import dev.dryboot.source.Origin;
import java.util.List;
import java.util.Optional;

/** Disks and what is made of them. */
public record Storage(
    List<Disk> disks,
    List<Raid> raids,
    List<Luks> luks,
    List<Filesystem> filesystems,
    List<Swap> swaps,
    Optional<BootDevice> bootDevice) {
  public Storage {
    disks = List.copyOf(disks);
    raids = List.copyOf(raids);
    luks = List.copyOf(luks);
    filesystems = List.copyOf(filesystems);
    swaps = List.copyOf(swaps);
  }

  /** A block device, by what makes it or by its path. */
  public sealed interface Device {
    Origin origin();

    record OfDisk(String name, Origin origin) implements Device {}

    record OfPartition(String name, Origin origin) implements Device {}

    record OfRaid(String name, Origin origin) implements Device {}

    record OfLuks(String name, Origin origin) implements Device {}

    record Path(Text path, Origin origin) implements Device {}
  }

  /** How big a partition is. */
  public sealed interface Size {
    record MiB(long count) implements Size {}

    record Percent(int of) implements Size {}

    record Rest() implements Size {}
  }

  public record Disk(
      Traced<String> name,
      Text device,
      Optional<Traced<Boolean>> wipeTable,
      Optional<Text> tableType,
      List<Partition> partitions) {
    public Disk {
      partitions = List.copyOf(partitions);
    }
  }

  public record Partition(
      Traced<String> name,
      Optional<Traced<Size>> size,
      Optional<Traced<Long>> startMiB,
      Optional<Traced<Long>> number,
      Optional<Text> type,
      Optional<Traced<Boolean>> resize,
      Optional<Traced<Boolean>> wipe) {}

  public record Raid(
      Traced<String> name,
      Text level,
      List<Device> devices,
      Optional<Traced<Long>> spares,
      List<Text> options) {
    public Raid {
      devices = List.copyOf(devices);
      options = List.copyOf(options);
    }
  }

  /** What opens an encrypted volume. */
  public record Opening(
      Optional<Content> key,
      Optional<Traced<Boolean>> tpm2,
      List<Tang> tang,
      Optional<Traced<Long>> threshold,
      Optional<Traced<Boolean>> discard) {
    public Opening {
      tang = List.copyOf(tang);
    }

    /** Whether the network is needed to open it. */
    public boolean needsNetwork() {
      return !tang.isEmpty();
    }
  }

  public record Luks(
      Traced<String> name,
      Device device,
      Optional<Text> label,
      Opening opening,
      Optional<Traced<Boolean>> wipeVolume) {}

  public record Tang(
      Text url, Optional<Text> thumbprint, Optional<Text> advertisement, Origin origin) {}

  public record Filesystem(
      Traced<String> name,
      Device device,
      Optional<Text> format,
      Optional<Text> path,
      Optional<Text> label,
      Optional<Text> uuid,
      List<Text> mountOptions,
      List<Text> options,
      Optional<Traced<Boolean>> wipe) {
    public Filesystem {
      mountOptions = List.copyOf(mountOptions);
      options = List.copyOf(options);
    }

    /** Whether it comes over the network. */
    public boolean isRemote() {
      return format
              .map(Text::plain)
              .filter(f -> f.matches("nfs4?|cifs|smb3?|ceph|glusterfs|9p"))
              .isPresent()
          || mountOptions.stream().anyMatch(o -> o.plain().equals("_netdev"));
    }
  }

  public record Swap(
      Traced<String> name,
      Optional<Device> device,
      Optional<Text> path,
      Optional<Traced<Long>> sizeMiB) {}

  /** The disk the operating system is on. */
  public record BootDevice(
      Optional<Text> layout, List<Text> mirror, Optional<Opening> luks, Origin origin) {
    public BootDevice {
      mirror = List.copyOf(mirror);
    }
  }
}
