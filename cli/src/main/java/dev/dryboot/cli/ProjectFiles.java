package dev.dryboot.cli;

import dev.dryboot.compiler.analysis.FileSource;
import dev.dryboot.language.BootLanguage;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.Rule;
import dev.dryboot.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of one project. Nothing outside its root is read: the root is the nearest folder above
 * the first file that holds {@code dryboot.root} or {@code .git}; where there is none, the current
 * directory if the file lies in it, else the file's own folder.
 */
final class ProjectFiles implements FileSource, dev.dryboot.language.FileSource {
  /** The largest file that {@code from "path"} brings along, and the largest artifact read. */
  static final long MAX_BYTES = 16L * 1024 * 1024;

  private static final int MOST_LISTED = 10_000;
  private static final List<String> MARKERS = List.of("dryboot.root", ".git");

  private final Path directory;
  private final Path root;

  private ProjectFiles(Path directory, Path root) {
    this.directory = directory;
    this.root = root;
  }

  /** The files of the project that {@code file}, as the user gave it, belongs to. */
  static ProjectFiles around(Path directory, String file) {
    Path start = real(directory.resolve(file));
    Path folder = Files.isDirectory(start) ? start : parent(start);
    Path here = real(directory);
    for (Path at = folder; at != null; at = at.getParent()) {
      Path candidate = at;
      if (MARKERS.stream().anyMatch(marker -> Files.exists(candidate.resolve(marker)))) {
        return new ProjectFiles(here, at);
      }
    }
    return new ProjectFiles(here, folder.startsWith(here) ? here : folder);
  }

  /** A file that was named on the command line, as text. */
  Outcome<SourceText> open(String name) {
    Path path = real(directory.resolve(name));
    SourceText empty = SourceText.of(name, "");
    if (!path.startsWith(root)) {
      return problem(
          empty,
          CommandRules.OUTSIDE_ROOT,
          "%s lies outside the project (%s)".formatted(name, root));
    }
    try {
      long size = Files.size(path);
      if (size > MAX_BYTES) {
        return problem(
            empty,
            CommandRules.TOO_LARGE,
            "%s has %d bytes; at most %d are read".formatted(name, size, MAX_BYTES));
      }
      return BootLanguage.decode(display(path, name), Files.readAllBytes(path));
    } catch (IOException e) {
      return problem(
          empty, CommandRules.MISSING, "%s cannot be read: %s".formatted(name, FileProblem.of(e)));
    }
  }

  /** The path of a text that this has read. */
  private Path pathOf(String name) {
    return directory.resolve(name);
  }

  @Override
  public dev.dryboot.language.FileSource.Found find(SourceText importer, String path) {
    Path target = real(parent(pathOf(importer.name())).resolve(path));
    if (!target.startsWith(root)) {
      return new Outside(root.toString());
    }
    try {
      long size = Files.size(target);
      return size > BootLanguage.MAX_BYTES
          ? new TooLarge(size)
          : new Content(display(target, ""), Files.readAllBytes(target));
    } catch (IOException e) {
      return new dev.dryboot.language.FileSource.Missing(FileProblem.of(e));
    }
  }

  @Override
  public Answer read(String from, String path) {
    Path target = real(parent(pathOf(from)).resolve(path));
    if (!target.startsWith(root)) {
      return new FileSource.Missing("it lies outside the project (" + root + ")");
    }
    if (Files.isDirectory(target)) {
      return new FileSource.Missing("it is a folder");
    }
    try (InputStream in = Files.newInputStream(target)) {
      byte[] bytes = in.readNBytes((int) MAX_BYTES + 1);
      return bytes.length > MAX_BYTES
          ? new FileSource.Missing("it is larger than " + (MAX_BYTES >> 20) + " MiB")
          : new FileSource.Found(display(target, ""), bytes);
    } catch (IOException e) {
      return new FileSource.Missing(FileProblem.of(e));
    }
  }

  @Override
  public Answer list(String from, String path) {
    Path folder = real(parent(pathOf(from)).resolve(path));
    if (!folder.startsWith(root)) {
      return new FileSource.Missing("it lies outside the project (" + root + ")");
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      List<Item> items = new ArrayList<>();
      inside
          .filter(Files::isRegularFile)
          .limit(MOST_LISTED)
          .map(p -> new Item(slashes(folder.relativize(p)), Files.isExecutable(p)))
          .sorted(Comparator.comparing(Item::path))
          .forEach(items::add);
      return new Listing(items);
    } catch (IOException e) {
      return new FileSource.Missing(FileProblem.of(e));
    }
  }

  /** How reports name a file: from the current directory, where it lies in it. */
  private String display(Path path, String asGiven) {
    if (!asGiven.isEmpty() && !Path.of(asGiven).isAbsolute()) {
      return slashes(Path.of(asGiven).normalize());
    }
    return path.startsWith(directory) ? slashes(directory.relativize(path)) : slashes(path);
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  /**
   * With links followed, as far as the path exists: a link does not lead out of the root unseen.
   */
  private static Path real(Path path) {
    Path normal = path.toAbsolutePath().normalize();
    for (Path at = normal; at != null; at = at.getParent()) {
      try {
        return at.toRealPath().resolve(at.relativize(normal)).normalize();
      } catch (IOException e) {
        // Not there yet: try the folder above.
      }
    }
    return normal;
  }

  private static Outcome<SourceText> problem(SourceText at, Rule rule, String message) {
    return Outcome.failed(Report.of(Diagnostic.error(rule, at.whole(), message)));
  }
}
