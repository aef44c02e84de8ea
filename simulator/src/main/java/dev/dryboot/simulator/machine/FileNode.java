package dev.dryboot.simulator.machine;

import dev.dryboot.source.SourceText;

/**
 * What is at a path. Owners are names or numbers as they were given; {@code mode} is in Unix bits.
 */
public sealed interface FileNode {
  int mode();

  String owner();

  String group();

  /** A regular file. Its text knows where it came from. */
  record Regular(SourceText content, int mode, String owner, String group) implements FileNode {
    public Regular(SourceText content) {
      this(content, 0644, "root", "root");
    }
  }

  /** A directory. */
  record Directory(int mode, String owner, String group) implements FileNode {
    public Directory() {
      this(0755, "root", "root");
    }
  }

  /** A symbolic link; {@code origin} is the text that asked for it, at its whole length. */
  record SymbolicLink(String target, SourceText origin) implements FileNode {
    @Override
    public int mode() {
      return 0777;
    }

    @Override
    public String owner() {
      return "root";
    }

    @Override
    public String group() {
      return "root";
    }
  }

  /** A device, socket or fifo. */
  record Special(String type, int mode) implements FileNode {
    @Override
    public String owner() {
      return "root";
    }

    @Override
    public String group() {
      return "root";
    }
  }
}
