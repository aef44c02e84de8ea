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
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
  private static final String NO_PATH = "no file can have such a path";
  private static final List<String> MARKERS = List.of("dryboot.root", ".git");

  private final Path directory;
  private final Path root;

  private ProjectFiles(Path directory, Path root) {
    this.directory = directory;
    this.root = root;
  }

  /** The files of the project that {@code file}, as the user gave it, belongs to. */
  static ProjectFiles around(Path directory, String file) {
    Path here = real(directory);
    Path start = resolved(directory, file).orElse(here);
    Path folder = Files.isDirectory(start) ? start : parent(start);
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
    SourceText empty = SourceText.of(name, "");
    Optional<Path> path = resolved(directory, name);
    if (path.isEmpty()) {
      return problem(empty, CommandRules.MISSING, "%s cannot be read: %s".formatted(name, NO_PATH));
    }
    if (!path.get().startsWith(root)) {
      return problem(
          empty,
          CommandRules.OUTSIDE_ROOT,
          "%s lies outside the project (%s)".formatted(name, root));
    }
    try {
      byte[] bytes = bytes(path.get(), MAX_BYTES);
      if (bytes.length > MAX_BYTES) {
        return problem(
            empty,
            CommandRules.TOO_LARGE,
            "%s has %d bytes; at most %d are read"
                .formatted(name, Files.size(path.get()), MAX_BYTES));
      }
      return name.endsWith(".boot")
          ? BootLanguage.decode(display(path.get(), name), bytes)
          : BootLanguage.decodeAny(display(path.get(), name), bytes);
    } catch (IOException e) {
      return problem(
          empty, CommandRules.MISSING, "%s cannot be read: %s".formatted(name, FileProblem.of(e)));
    }
  }

  @Override
  public dev.dryboot.language.FileSource.Found find(SourceText importer, String path) {
    Optional<Path> target = beside(importer.name(), path);
    if (target.isEmpty()) {
      return new dev.dryboot.language.FileSource.Missing(NO_PATH);
    }
    if (!target.get().startsWith(root)) {
      return new Outside(root.toString());
    }
    try {
      byte[] bytes = bytes(target.get(), BootLanguage.MAX_BYTES);
      return bytes.length > BootLanguage.MAX_BYTES
          ? new TooLarge(Files.size(target.get()))
          : new Content(display(target.get(), ""), bytes);
    } catch (IOException e) {
      return new dev.dryboot.language.FileSource.Missing(FileProblem.of(e));
    }
  }

  @Override
  public Answer read(String from, String path) {
    Optional<Path> target = beside(from, path);
    if (target.isEmpty() || !target.get().startsWith(root)) {
      return new FileSource.Missing(target.isEmpty() ? NO_PATH : outside());
    }
    try {
      byte[] bytes = bytes(target.get(), MAX_BYTES);
      return bytes.length > MAX_BYTES
          ? new FileSource.Missing("it is larger than " + (MAX_BYTES >> 20) + " MiB")
          : new FileSource.Found(display(target.get(), ""), bytes);
    } catch (IOException e) {
      return new FileSource.Missing(FileProblem.of(e));
    }
  }

  @Override
  public Answer list(String from, String path) {
    Optional<Path> folder = beside(from, path);
    if (folder.isEmpty() || !folder.get().startsWith(root)) {
      return new FileSource.Missing(folder.isEmpty() ? NO_PATH : outside());
    }
    if (Files.exists(folder.get()) && !Files.isDirectory(folder.get())) {
      return new FileSource.Missing("it is not a folder");
    }
    try {
      return listing(folder.get());
    } catch (IOException e) {
      return new FileSource.Missing(FileProblem.of(e));
    } catch (UncheckedIOException e) {
      return new FileSource.Missing(FileProblem.of(Objects.requireNonNull(e.getCause())));
    }
  }

  private static Answer listing(Path folder) throws IOException {
    List<Item> items = new ArrayList<>();
    try (Stream<Path> inside = Files.walk(folder)) {
      inside
          .filter(Files::isRegularFile)
          .limit(MOST_LISTED + 1)
          .map(p -> new Item(slashes(folder.relativize(p)), Files.isExecutable(p)))
          .sorted(Comparator.comparing(Item::path))
          .forEach(items::add);
    }
    return items.size() > MOST_LISTED
        ? new FileSource.Missing("it holds more than " + MOST_LISTED + " files")
        : new Listing(items);
  }

  /**
   * What {@code path} holds, or one byte more than {@code most} of it. A pipe or a device would
   * keep who opens it waiting, or never end.
   */
  private static byte[] bytes(Path path, long most) throws IOException {
    if (Files.isDirectory(path)) {
      throw new FileSystemException(path.toString(), null, "it is a folder");
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new FileSystemException(
          path.toString(), null, "it is not a regular file, but a pipe, a socket or a device");
    }
    if (Files.exists(path) && Files.size(path) > most) {
      return new byte[(int) most + 1];
    }
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes((int) most + 1);
    }
  }

  private String outside() {
    return "it lies outside the project (" + root + ")";
  }

  /** The file that {@code path} means in a text that this has read. */
  private Optional<Path> beside(String from, String path) {
    return resolved(directory, from).flatMap(file -> resolved(parent(file), path));
  }

  /** Nothing where the operating system can have no such path: a NUL in it, say. */
  private static Optional<Path> resolved(Path folder, String path) {
    try {
      return Optional.of(real(folder.resolve(path)));
    } catch (InvalidPathException e) {
      return Optional.empty();
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
