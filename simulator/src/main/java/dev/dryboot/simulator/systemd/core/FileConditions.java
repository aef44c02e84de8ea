package dev.dryboot.simulator.systemd.core;

import dev.dryboot.foreign.value.Scalars;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.KernelCommandLine;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import java.util.List;
import java.util.Optional;

/** Conditions that the file system answers (condition.c: condition_test_path_exists and others). */
final class FileConditions {
  /** What counts as hidden or as a copy (path-util.c: hidden_or_backup_file). */
  private static final List<String> BACKUPS =
      List.of(
          "~",
          ".swp",
          ".bak",
          ".old",
          ".new",
          ".rpmsave",
          ".rpmorig",
          ".rpmnew",
          ".dpkg-old",
          ".dpkg-new",
          ".dpkg-tmp",
          ".dpkg-dist",
          ".dpkg-bak",
          ".dpkg-backup",
          ".dpkg-remove",
          ".ucf-new",
          ".ucf-old",
          ".ucf-dist");

  private final ProcessOne processOne;

  FileConditions(ProcessOne processOne) {
    this.processOne = processOne;
  }

  private Machine machine() {
    return processOne.machine();
  }

  /** Whether the condition holds; empty where it is of another kind. */
  Optional<Boolean> holds(String kind, String what) {
    VirtualFileSystem files = machine().files();
    return switch (kind) {
      case "PathExists" -> Optional.of(files.exists(what));
      case "PathExistsGlob" -> Optional.of(Globs.matches(files, what));
      case "PathIsDirectory" -> Optional.of(files.isDirectory(what));
      case "PathIsSymbolicLink" ->
          Optional.of(
              files.getNoFollow(what).filter(FileNode.SymbolicLink.class::isInstance).isPresent());
      case "PathIsMountPoint" -> Optional.of(files.isMountPoint(what));
      case "PathIsReadWrite" -> Optional.of(files.exists(what) && !files.mountOf(what).readOnly());
      case "PathIsEncrypted" -> Optional.of(files.exists(what) && isEncrypted(what));
      case "DirectoryNotEmpty" ->
          Optional.of(files.list(what).stream().anyMatch(FileConditions::counts));
      case "FileNotEmpty" ->
          Optional.of(files.read(what).filter(t -> !t.text().isEmpty()).isPresent());
      case "FileIsExecutable" -> Optional.of(isExecutable(what));
      default -> Optional.empty();
    };
  }

  private static boolean counts(String name) {
    return !name.startsWith(".") && BACKUPS.stream().noneMatch(name::endsWith);
  }

  /** Volumes of the device mapper are the encrypted ones that were opened. */
  private boolean isEncrypted(String path) {
    return machine().files().mountOf(path).what().startsWith("/dev/mapper/");
  }

  private boolean isExecutable(String path) {
    return machine()
        .files()
        .get(path)
        .filter(n -> n instanceof FileNode.Regular && (n.mode() & 0111) != 0)
        .isPresent();
  }

  /**
   * Whether {@code directory} is to be brought up to date with {@code /usr}: nobody has said that
   * it is ({@code .updated}). Of files no times are known, so one that is there is new enough.
   */
  boolean needUpdate(String directory) {
    KernelCommandLine commandLine = machine().commandLine();
    Optional<Boolean> said =
        commandLine
            .value("systemd.condition_needs_update")
            .or(() -> commandLine.value("systemd.condition-needs-update"))
            .flatMap(v -> Scalars.readBoolean(v).value());
    if (said.isPresent()) {
      return said.get();
    }
    VirtualFileSystem files = machine().files();
    if (files.exists("/etc/initrd-release")) {
      return false;
    }
    boolean readOnly = files.exists(directory) && files.mountOf(directory).readOnly();
    return !directory.startsWith("/") || !readOnly && !files.exists(directory + "/.updated");
  }
}
