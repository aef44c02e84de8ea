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


  private final Recording recording;

  RecordedRoot(Recording recording) {
    this.recording = recording;
  }

  VirtualFileSystem files() {
    FileTree tree = FileTree.empty();
    for (String file :
        List.of("/etc/passwd", "/etc/group", "/etc/hostname", "/etc/os-release", "/etc/fstab")) {
      tree.put(file, new FileNode.Regular(SourceText.of(file, "debian\n")));
    }
    for (String program : List.of(StubProgram.PATH, "/usr/bin/python3", "/usr/bin/sh")) {
      tree.put(
          program,
          new FileNode.Regular(SourceText.of(program, "ELF"), 0755, "root", "root"));
    }
    for (String directory : List.of("/run", "/tmp", "/var/tmp", "/var/lib", "/dev", "/proc")) {
      tree.put(directory, new FileNode.Directory());
    }
    tree.put("/dev/null", new FileNode.Special("character", 0666));
    units().forEach((path, node) -> tree.put(path, node));
    return new VirtualFileSystem(tree);
  }

  private Map<String, FileNode> units() {
    Map<String, FileNode> nodes = new LinkedHashMap<>();
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
    return nodes;
  }
}
