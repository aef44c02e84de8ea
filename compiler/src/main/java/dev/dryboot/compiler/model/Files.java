package dev.dryboot.compiler.model;

import dev.dryboot.source.Origin;
import java.util.List;
import java.util.Optional;

/** What shall lie in the machine's file system. Trees are spread into their files. */
public record Files(List<RegularFile> files, List<Directory> directories, List<Link> links) {
  public Files {
    files = List.copyOf(files);
    directories = List.copyOf(directories);
    links = List.copyOf(links);
  }

  /** Who owns it and what may be done with it. */
  public record Access(Optional<Traced<Integer>> mode, Optional<Text> user, Optional<Text> group) {
    public static final Access UNSAID =
        new Access(Optional.empty(), Optional.empty(), Optional.empty());

    public static Access mode(int mode, Origin origin) {
      return new Access(
          Optional.of(new Traced<>(mode, origin)), Optional.empty(), Optional.empty());
    }
  }

  /**
   * A regular file.
   *
   * @param encoding how {@code contents} are encoded: {@code base64}, {@code gzip+base64}
   */
  public record RegularFile(
      Text path,
      Optional<Content> contents,
      List<Content> append,
      Access access,
      Optional<Traced<Boolean>> overwrite,
      Optional<Text> encoding,
      Optional<Text> sha256,
      Origin origin) {
    public RegularFile {
      append = List.copyOf(append);
    }

    /** A file that Dryboot adds. */
    public static RegularFile of(String path, Text text, int mode, Origin origin) {
      return new RegularFile(
          Text.of(path, origin),
          Optional.of(new Content.Inline(text)),
          List.of(),
          Access.mode(mode, origin),
          Optional.of(new Traced<>(true, origin)),
          Optional.empty(),
          Optional.empty(),
          origin);
    }
  }

  public record Directory(
      Text path, Access access, Optional<Traced<Boolean>> overwrite, Origin origin) {}

  public record Link(
      Text path,
      Text target,
      Optional<Traced<Boolean>> hard,
      Optional<Traced<Boolean>> overwrite,
      Access access,
      Origin origin) {}
}
