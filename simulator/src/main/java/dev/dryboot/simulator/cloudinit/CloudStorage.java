package dev.dryboot.simulator.cloudinit;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Disks, file systems, mounts and swap of a cloud-config.
 *
 * @param mountDefaults what the missing fields of a mount are, six of them
 * @param growRoot whether the root partition is made as large as its disk
 */
public record CloudStorage(
    List<Disk> disks,
    List<Filesystem> filesystems,
    List<Mount> mounts,
    List<Optional<String>> mountDefaults,
    Optional<Swap> swap,
    boolean growRoot) {
  public CloudStorage {
    disks = List.copyOf(disks);
    filesystems = List.copyOf(filesystems);
    mounts = List.copyOf(mounts);
    mountDefaults = List.copyOf(mountDefaults);
  }

  /** A disk that gets a partition table; {@code partitions} 0 means none. */
  public record Disk(
      Located<String> device, String tableType, int partitions, boolean overwrite, Span at) {}

  /**
   * A file system that is made.
   *
   * @param partition {@code auto}, {@code any}, {@code none} or a number
   */
  public record Filesystem(
      Located<String> device,
      Located<String> format,
      Optional<Located<String>> label,
      String partition,
      boolean overwrite,
      Span at) {}

  /**
   * A line of fstab, as written: up to six fields. A single field takes an earlier line away, and
   * so does nothing as second one.
   */
  public record Mount(List<Optional<Located<String>>> fields, Span at) {
    public Mount {
      fields = List.copyOf(fields);
    }
  }

  /** A swap file; {@code size} is in bytes, or empty for a size by the memory there is. */
  public record Swap(Located<String> filename, Optional<Long> size, Span at) {}
}
