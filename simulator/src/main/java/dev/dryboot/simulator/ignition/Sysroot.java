package dev.dryboot.simulator.ignition;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * The real root while it is mounted below another one: links in it lead to places in it, never out
 * of it (ignition 2.26, util.JoinPath).
 */
final class Sysroot {
  private static final int MAX_LINKS = 40;

  private final Machine machine;
  private final String root;

  Sysroot(Machine machine, String root) {
    this.machine = machine;
    this.root = root;
  }

  private VirtualFileSystem files() {
    return machine.files();
  }

  /** Where {@code path} of the real root is; a link at its end is not followed. */
  String path(String path) {
    ArrayDeque<String> rest = new ArrayDeque<>(parts(path));
    String done = "";
    int links = 0;
    while (!rest.isEmpty()) {
      String next = done + "/" + rest.removeFirst();
      Optional<FileNode> node = rest.isEmpty() ? Optional.empty() : at(next);
      if (node.isPresent()
          && node.get() instanceof FileNode.SymbolicLink link
          && links++ < MAX_LINKS) {
        String target = link.target().startsWith("/") ? link.target() : done + "/" + link.target();
        List<String> onTheWay = parts(VirtualFileSystem.normal(target));
        onTheWay.reversed().forEach(rest::addFirst);
        done = "";
      } else {
        done = next;
      }
    }
    return done.isEmpty() ? "/" : done;
  }

  private static List<String> parts(String path) {
    return List.of(VirtualFileSystem.normal(path).substring(1).split("/")).stream()
        .filter(p -> !p.isEmpty())
        .toList();
  }

  private Optional<FileNode> at(String resolved) {
    return files().getNoFollow(root + resolved);
  }

  /** What is at {@code path} itself. */
  Optional<FileNode> get(String path) {
    return at(path(path));
  }

  /** The text of the file at {@code path}; empty where there is none. */
  String text(String path) {
    return get(path)
        .map(n -> n instanceof FileNode.Regular file ? file.content().text() : "")
        .orElse("");
  }

  List<String> list(String path) {
    return files().list(root + path(path));
  }

  void remove(String path) {
    files().remove(root + path(path));
  }

  /** Writes a node; answers what stood in the way. */
  Optional<String> write(String path, FileNode node) {
    String real = path(path);
    VirtualFileSystem.Written written = files().write(root + real, node);
    if (written == VirtualFileSystem.Written.DONE) {
      machine.publish(new Fact.FileWritten(real, "ignition"));
      return Optional.empty();
    }
    machine.publish(new Fact.FileRefused(real, "ignition", written.reason()));
    return Optional.of("cannot write %s: %s".formatted(path, written.reason()));
  }

  /** Whether the directory at {@code directory} has entries. */
  boolean hasAnything(String directory) {
    return !list(directory).isEmpty();
  }
}
