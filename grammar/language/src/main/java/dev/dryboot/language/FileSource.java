package dev.dryboot.language;

import dev.dryboot.source.SourceText;

/**
 * Where the files of a program come from. The command line reads the disk, an editor its buffers,
 * tests a map. It keeps to the project's root, and refuses files that are too large before it reads
 * them.
 */
@FunctionalInterface
public interface FileSource {

  /**
   * The file that {@code path}, as an import writes it, means in {@code importer}. The same file
   * must come back under the same name, whichever way it was reached.
   */
  Found find(SourceText importer, String path);

  /** What was found at a path. */
  sealed interface Found {}

  /**
   * The file's bytes.
   *
   * @param name what reports call it; equal names mean the same file
   */
  record Content(String name, byte[] bytes) implements Found {}

  /** There is no such file, or it cannot be read; {@code reason} says which, in a few words. */
  record Missing(String reason) implements Found {}

  /** The path leads out of the project's root. */
  record Outside(String root) implements Found {}

  /** The file is larger than {@link BootLanguage#MAX_BYTES}. */
  record TooLarge(long bytes) implements Found {}
}
