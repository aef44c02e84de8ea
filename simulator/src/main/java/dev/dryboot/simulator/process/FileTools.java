package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.ProcessModel.Behaviour;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.machine.UnknownSoftware;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.machine.VirtualFileSystem.Written;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The tools that make, copy, remove and unpack files, and say who may execute them. */
final class FileTools {
  private FileTools() {}

  static Behaviour of(String tool, List<String> argv) {
    List<String> paths = argv.stream().skip(1).filter(a -> a.startsWith("/")).toList();
    return switch (tool) {
      case "chmod" -> each(paths, (self, path) -> chmod(self, argv, path));
      case "rm", "rmdir" -> each(paths, (self, path) -> files(self).remove(path) == Written.DONE);
      case "mkdir" -> each(paths, (self, path) -> directory(self, argv.contains("-p"), path));
      case "touch", "tee" -> each(paths, FileTools::touch);
      case "install" ->
          argv.contains("-d")
              ? each(paths, (self, path) -> directory(self, true, path))
              : each(last(paths), (self, path) -> copy(self, paths, path, installMode(argv)));
      default -> each(last(paths), (self, path) -> copy(self, paths, path, Optional.empty()));
    };
  }

  /** What comes out of an archive is not known: programs and units may be among it. */
  static Behaviour unpacking(String tool, List<String> argv) {
    boolean lists = argv.size() > 1 && argv.get(1).matches("-?(c|t|l|-create|-list)[a-z]*");
    return Behaviours.doing(
        Typical.COMMAND.amount(),
        self -> {
          if (!lists) {
            UnknownSoftware.installed(self.machine(), "what " + tool + " unpacks");
          }
          return 0;
        });
  }

  private static Behaviour each(List<String> paths, BiPredicate<RunningProcess, String> change) {
    return Behaviours.doing(
        Typical.COMMAND.amount(),
        self -> {
          boolean inside = self.spec().purpose().role().equals("container");
          boolean done = true;
          for (String path : paths) {
            boolean expands = path.contains("*") || path.contains("$");
            done &= inside || expands || change.test(self, path);
          }
          return done ? 0 : 1;
        });
  }

  private static List<String> last(List<String> paths) {
    return paths.isEmpty() ? paths : paths.subList(paths.size() - 1, paths.size());
  }

  private static VirtualFileSystem files(RunningProcess self) {
    return self.machine().files();
  }

  private static boolean directory(RunningProcess self, boolean parents, String path) {
    return files(self).exists(path)
        ? parents
        : files(self).write(path, new FileNode.Directory()) == Written.DONE;
  }

  private static boolean touch(RunningProcess self, String path) {
    return files(self).exists(path)
        || self.machine()
                .write(path, new FileNode.Regular(SourceText.of(path, "")), self.spec().owner())
            == Written.DONE;
  }

  /** A copy is what its source is, where that is known. */
  private static boolean copy(
      RunningProcess self, List<String> paths, String to, Optional<Integer> mode) {
    Optional<FileNode> source =
        paths.size() < 2 ? Optional.empty() : files(self).get(paths.getFirst());
    if (source.orElse(null) instanceof FileNode.Regular file && !files(self).isDirectory(to)) {
      int own = mode.orElse(file.mode());
      return files(self)
              .write(to, new FileNode.Regular(file.content(), own, file.owner(), file.group()))
          == Written.DONE;
    }
    return touch(self, to);
  }

  /** install(1): 0755 unless {@code -m} says otherwise. */
  private static Optional<Integer> installMode(List<String> argv) {
    int at = argv.indexOf("-m");
    String word = at > 0 && at + 1 < argv.size() ? argv.get(at + 1) : "0755";
    return Optional.of(word.matches("[0-7]{3,4}") ? Integer.parseInt(word, 8) : 0755);
  }

  private static boolean chmod(RunningProcess self, List<String> argv, String path) {
    Optional<FileNode> node = files(self).get(path);
    if (node.orElse(null) instanceof FileNode.Regular file) {
      int mode =
          argv.stream()
              .skip(1)
              .filter(w -> !w.startsWith("/"))
              .map(w -> mode(w, file.mode()))
              .findFirst()
              .orElse(file.mode());
      files(self)
          .write(path, new FileNode.Regular(file.content(), mode, file.owner(), file.group()));
    }
    return node.isPresent();
  }

  /** {@code 0755}, or {@code a+x}: of the letters, only x matters here. */
  private static int mode(String word, int now) {
    if (word.matches("[0-7]{3,4}")) {
      return Integer.parseInt(word, 8);
    }
    if (word.matches("[ugoa]*\\+[rwXs]*x.*")) {
      return now | 0111;
    }
    return word.matches("a?-[rwXs]*x.*") ? now & ~0111 : now;
  }

  /** {@code > path}: what comes to stand in the file is not known. */
  static void redirected(RunningProcess self, String path) {
    boolean real = !path.startsWith("/dev/") && !path.startsWith("/proc/") && !path.contains("$");
    if (real && !self.spec().purpose().role().equals("container")) {
      self.machine()
          .write(path, new FileNode.Regular(SourceText.of(path, "")), self.spec().owner());
    }
  }
}
