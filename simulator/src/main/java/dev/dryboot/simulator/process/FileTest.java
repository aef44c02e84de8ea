package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import java.util.List;

/** What {@code test} says of files; what it says of anything else is taken to hold. */
final class FileTest {
  private FileTest() {}

  static boolean holds(List<String> words, VirtualFileSystem files) {
    List<String> inner =
        words.stream().skip(1).filter(w -> !w.equals("]") && !w.equals("]]")).toList();
    boolean negated = !inner.isEmpty() && inner.getFirst().equals("!");
    List<String> test = negated ? inner.subList(1, inner.size()) : inner;
    if (test.size() != 2 || !test.get(1).startsWith("/")) {
      return true;
    }
    return one(test.get(0), test.get(1), files) != negated;
  }

  private static boolean one(String operator, String path, VirtualFileSystem files) {
    return switch (operator) {
      case "-e", "-r", "-w" -> files.exists(path);
      case "-f" -> files.get(path).orElse(null) instanceof FileNode.Regular;
      case "-s" -> files.read(path).filter(t -> !t.text().isEmpty()).isPresent();
      case "-d" -> files.isDirectory(path);
      case "-x" -> files.get(path).filter(n -> (n.mode() & 0111) != 0).isPresent();
      case "-L", "-h" -> files.getNoFollow(path).orElse(null) instanceof FileNode.SymbolicLink;
      default -> true;
    };
  }
}
