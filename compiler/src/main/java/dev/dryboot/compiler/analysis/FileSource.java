package dev.dryboot.compiler.analysis;

import java.util.List;

/**
 * The files of the project, for {@code from "path"}. Paths are relative to the folder of the {@code
 * .boot} file that names them; what lies outside the project's root is not given.
 */
public interface FileSource {

  /**
   * Reads a file.
   *
   * @param from name of the source text that asks, as {@code SourceText.name()} says it
   * @param path as it is written, with slashes
   */
  Answer read(String from, String path);

  /** The regular files below a folder, as paths relative to it, sorted. */
  Answer list(String from, String path);

  /** What came of a question. */
  sealed interface Answer {}

  /**
   * A file's bytes.
   *
   * @param name for reports
   * @param bytes not to be changed
   */
  record Found(String name, byte[] bytes) implements Answer {}

  record Listing(List<Item> items) implements Answer {
    public Listing {
      items = List.copyOf(items);
    }
  }

  /** A file below a folder. */
  record Item(String path, boolean executable) {}

  /**
   * There is none.
   *
   * @param reason in the user's words: {@code there is no such file}, {@code it lies outside the
   *     project}
   */
  record Missing(String reason) implements Answer {}

  /** Has no files. */
  FileSource NONE =
      new FileSource() {
        @Override
        public Answer read(String from, String path) {
          return new Missing("there is no such file");
        }

        @Override
        public Answer list(String from, String path) {
          return new Missing("there is no such folder");
        }
      };
}
