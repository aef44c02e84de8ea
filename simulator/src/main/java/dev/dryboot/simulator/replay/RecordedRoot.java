package dev.dryboot.simulator.replay;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.source.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The root file system of recordings: a small Debian, with the case's units as its only ones. */
final class RecordedRoot {
  static final String UNITS = "/case/units";

  private final Map<String, FileNode> nodes = new LinkedHashMap<>();

  RecordedRoot(Recording recording) {
    addSystem();
    addUnits(recording);
  }

  /** The files, new for each run; their texts are the same ones. */
  VirtualFileSystem files() {
    FileTree tree = FileTree.empty();
    nodes.forEach(tree::put);
    return new VirtualFileSystem(tree);
  }

  private void addSystem() {
    for (String file : List.of("/etc/hostname", "/etc/os-release", "/etc/fstab")) {
      nodes.put(file, new FileNode.Regular(SourceText.of(file, "debian\n")));
    }
    for (String file : List.of("/etc/passwd", "/etc/group")) {
      nodes.put(
          file,
          new FileNode.Regular(
              SourceText.of(file, "root:x:0:\nnobody:x:65534:\nnogroup:x:65534:\n")));
    }
    for (String program : List.of(StubProgram.PATH, "/usr/bin/python3", "/usr/bin/sh")) {
      nodes.put(program, new FileNode.Regular(SourceText.of(program, "ELF"), 0755, "root", "root"));
    }
    for (String directory :
        List.of(
            "/run",
            "/tmp",
            "/var/tmp",
            "/var/lib",
            "/dev",
            "/proc",
            "/mnt",
            "/srv",
            "/usr",
            "/home")) {
      nodes.put(directory, new FileNode.Directory());
    }
    nodes.put("/dev/null", new FileNode.Special("character", 0666));
  }

  private void addUnits(Recording recording) {
    recording
        .units()
        .forEach(
            (name, text) -> {
              String path = UNITS + "/" + name;
              SourceText source = SourceText.of(path, text);
              nodes.put(
                  path,
                  text.startsWith("-> ")
                      ? new FileNode.SymbolicLink(text.substring(3).strip(), source)
                      : new FileNode.Regular(source));
            });
  }
}
