package dev.dryboot.cli;

import dev.dryboot.compiler.document.Artifact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder that artifacts are written to, all or nothing: they are written aside first, and then
 * put in place by renaming. What was there under another name stays.
 */
final class ArtifactFolder {
  private final Path folder;

  ArtifactFolder(Path folder) {
    this.folder = folder;
  }

  /** Writes {@code all}, by their paths below the folder; those that are there stay. */
  void write(Map<String, Artifact> all) throws IOException {
    Map<String, Artifact> artifacts = new LinkedHashMap<>(all);
    artifacts.entrySet().removeIf(e -> isThere(folder.resolve(e.getKey()), e.getValue()));
    if (artifacts.isEmpty() && !all.isEmpty()) {
      return;
    }
    Path above = folder.toAbsolutePath().normalize().getParent();
    Files.createDirectories(above == null ? folder : above);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new java.nio.file.FileSystemException(
          folder.toString(), null, "it is a file, not a folder");
    }
    Path aside = Files.createTempDirectory(above, ".dryboot-");
    try {
      for (var entry : artifacts.entrySet()) {
        Path file = aside.resolve("new").resolve(entry.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, entry.getValue().text().text());
      }
      place(artifacts, aside);
    } finally {
      remove(aside);
    }
  }

  /**
   * Whether a file holds the artifact already: to replace it would cost a disk more than to look.
   */
  private static boolean isThere(Path file, Artifact artifact) {
    byte[] bytes = artifact.text().text().getBytes(StandardCharsets.UTF_8);
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && Files.size(file) == bytes.length
          && Arrays.equals(Files.readAllBytes(file), bytes);
    } catch (IOException e) {
      return false;
    }
  }

  private void place(Map<String, Artifact> artifacts, Path aside) throws IOException {
    if (!Files.exists(folder) && !artifacts.isEmpty()) {
      Files.move(aside.resolve("new"), folder, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    Map<Path, Path> replaced = new LinkedHashMap<>();
    Path before = Files.createDirectory(aside.resolve("old"));
    try {
      for (String path : artifacts.keySet()) {
        Path target = folder.resolve(path);
        Path old = before.resolve(Integer.toString(replaced.size()));
        Files.createDirectories(target.getParent());
        if (Files.exists(target)) {
          keep(target, old);
        }
        replaced.put(target, old);
        Files.move(aside.resolve("new").resolve(path), target, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      putBack(replaced);
      throw e;
    }
  }

  /** A second name for a file costs less than a second file, where there can be one. */
  private static void keep(Path file, Path second) throws IOException {
    try {
      Files.createLink(second, file);
    } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
      Files.copy(file, second);
    }
  }

  private static void putBack(Map<Path, Path> replaced) throws IOException {
    for (var entry : replaced.entrySet()) {
      if (Files.exists(entry.getValue())) {
        Files.move(entry.getValue(), entry.getKey(), StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.deleteIfExists(entry.getKey());
      }
    }
  }

  private static void remove(Path aside) throws IOException {
    try (Stream<Path> paths = Files.walk(aside)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
