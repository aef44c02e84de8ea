package dev.dryboot.simulator.ignition;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Optional;

/** Disks, what is made of them, and the files on them. */
public record Storage(
    List<Disk> disks,
    List<Raid> raid,
    List<Luks> luks,
    List<Filesystem> filesystems,
    List<Directory> directories,
    List<File> files,
    List<Link> links) {
  public Storage {
    disks = List.copyOf(disks);
    raid = List.copyOf(raid);
    luks = List.copyOf(luks);
    filesystems = List.copyOf(filesystems);
    directories = List.copyOf(directories);
    files = List.copyOf(files);
    links = List.copyOf(links);
  }

  /** A disk and its partition table. */
  public record Disk(
      Located<String> device, boolean wipeTable, List<Partition> partitions, Span at) {
    public Disk {
      partitions = List.copyOf(partitions);
    }
  }

  /**
   * A partition. Sizes and starts in MiB; 0 means the greatest there is and the first that fits,
   * absent means that an existing one's is taken.
   */
  public record Partition(
      long number,
      Optional<Located<String>> label,
      Optional<Located<Long>> startMiB,
      Optional<Located<Long>> sizeMiB,
      Optional<Located<String>> typeGuid,
      Optional<Located<String>> guid,
      boolean wipePartitionEntry,
      boolean shouldExist,
      boolean resize,
      Span at) {}

  /** A RAID to be assembled. */
  public record Raid(
      Located<String> name,
      Located<String> level,
      List<Located<String>> devices,
      long spares,
      List<Located<String>> options,
      Span at) {
    public Raid {
      devices = List.copyOf(devices);
      options = List.copyOf(options);
    }
  }

  /** An encrypted volume; {@code tang}, {@code tpm2}, {@code custom} and {@code cex} unlock it. */
  public record Luks(
      Located<String> name,
      Optional<Located<String>> device,
      Resource keyFile,
      Optional<String> label,
      Optional<String> uuid,
      boolean wipeVolume,
      boolean discard,
      List<String> openOptions,
      List<Located<String>> tang,
      boolean tpm2,
      boolean customPin,
      boolean cex,
      Span at) {
    public Luks {
      openOptions = List.copyOf(openOptions);
      tang = List.copyOf(tang);
    }
  }

  /** A file system; {@code path} is where it is mounted while Ignition writes. */
  public record Filesystem(
      Located<String> device,
      Optional<Located<String>> format,
      Optional<Located<String>> path,
      Optional<Located<String>> label,
      Optional<Located<String>> uuid,
      boolean wipeFilesystem,
      List<Located<String>> options,
      List<Located<String>> mountOptions,
      Span at) {
    public Filesystem {
      options = List.copyOf(options);
      mountOptions = List.copyOf(mountOptions);
    }
  }

  /**
   * What files, directories and links have in common.
   *
   * @param path absolute
   * @param overwrite empty means false, but for directories true
   * @param user name or number
   * @param group name or number
   */
  public record Node(
      Located<String> path,
      Optional<Located<Boolean>> overwrite,
      Optional<Owner> user,
      Optional<Owner> group,
      Span at) {}

  /** A user or group by name or number. */
  public record Owner(Optional<Located<String>> name, Optional<Located<Long>> id) {
    /** The name, or the number in digits. */
    public String text() {
      return name.map(Located::value).orElseGet(() -> id.map(i -> "" + i.value()).orElse("root"));
    }
  }

  /** A directory; {@code mode} in Unix bits. */
  public record Directory(Node node, Optional<Located<Long>> mode) {}

  /**
   * A file.
   *
   * @param contents empty where the file is only to be there, or to be appended to
   * @param append what is put behind it, in order
   */
  public record File(
      Node node, Optional<Located<Long>> mode, Optional<Resource> contents, List<Resource> append) {
    public File {
      append = List.copyOf(append);
    }
  }

  /** A symbolic link, or a hard one. */
  public record Link(Node node, Located<String> target, boolean hard) {}
}
