package dev.dryboot.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What the operating system said about a file, in plain words. */
final class FileProblem {
  private FileProblem() {}

  static String of(IOException problem) {
    return switch (problem) {
      case NoSuchFileException e -> "there is no such file or directory";
      case AccessDeniedException e -> "you may not access it";
      case NotDirectoryException e -> "a part of its path is not a directory";
      case FileSystemLoopException e -> "links lead in a circle";
      case FileSystemException e when String.valueOf(e.getReason()).contains("symbolic links") ->
          "links lead in a circle";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> String.valueOf(problem.getMessage());
    };
  }
}
