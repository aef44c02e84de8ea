package dev.dryboot.simulator.process;

import dev.dryboot.foreign.config.Glob;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import java.util.List;
import java.util.Optional;

/**
 * What {@code test} says of files, texts and numbers; what it says of anything else, and of what is
 * not known, is taken to hold.
 */
final class FileTest {
  private FileTest() {}

  static boolean holds(List<String> words, VirtualFileSystem files) {
    List<String> inner =
        words.stream().skip(1).filter(w -> !w.equals("]") && !w.equals("]]")).toList();
    boolean negated = !inner.isEmpty() && inner.getFirst().equals("!");
    List<String> test = negated ? inner.subList(1, inner.size()) : inner;
    if (test.stream().anyMatch(w -> w.contains("$"))) {
      return true;
    }
    return switch (test.size()) {
      case 1 -> test.getFirst().isEmpty() == negated;
      case 2 -> ofOne(test.getFirst(), test.getLast(), files).map(h -> h != negated).orElse(true);
      case 3 ->
          ofTwo(test.getFirst(), test.get(1), test.getLast()).map(h -> h != negated).orElse(true);
      default -> true;
    };
  }

  private static Optional<Boolean> ofOne(String operator, String word, VirtualFileSystem files) {
    return switch (operator) {
      case "-n" -> Optional.of(!word.isEmpty());
      case "-z" -> Optional.of(word.isEmpty());
      default -> word.startsWith("/") ? Optional.of(one(operator, word, files)) : Optional.empty();
    };
  }

  /** {@code [[} takes what stands to the right for a pattern, {@code [} seldom has one there. */
  private static Optional<Boolean> ofTwo(String left, String operator, String right) {
    boolean numbers = left.matches("-?[0-9]{1,9}") && right.matches("-?[0-9]{1,9}");
    int order = numbers ? Integer.compare(Integer.parseInt(left), Integer.parseInt(right)) : 0;
    return switch (operator) {
      case "=", "==" -> Optional.of(Glob.matches(right, left));
      case "!=" -> Optional.of(!Glob.matches(right, left));
      case "-eq" -> numbers ? Optional.of(order == 0) : Optional.empty();
      case "-ne" -> numbers ? Optional.of(order != 0) : Optional.empty();
      case "-lt" -> numbers ? Optional.of(order < 0) : Optional.empty();
      case "-le" -> numbers ? Optional.of(order <= 0) : Optional.empty();
      case "-gt" -> numbers ? Optional.of(order > 0) : Optional.empty();
      case "-ge" -> numbers ? Optional.of(order >= 0) : Optional.empty();
      default -> Optional.empty();
    };
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
