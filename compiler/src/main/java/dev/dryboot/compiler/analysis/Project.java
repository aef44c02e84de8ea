package dev.dryboot.compiler.analysis;

import dev.dryboot.language.syntax.BootFile;
import java.util.List;
import java.util.Optional;

/**
 * The files of a compilation: those asked for and all they import, each once.
 *
 * @param files in the order they were read, imported ones before the importing
 */
public record Project(List<BootFile> files) {
  public Project {
    files = List.copyOf(files);
  }

  /** All declarations of one sort, in the order of the files. */
  public <T extends BootFile.Declaration> List<T> all(Class<T> sort) {
    return files.stream()
        .flatMap(f -> f.declarations().stream())
        .filter(sort::isInstance)
        .map(sort::cast)
        .toList();
  }

  public List<BootFile.Host> hosts() {
    return all(BootFile.Host.class);
  }

  public Optional<BootFile.Host> host(String name) {
    return hosts().stream().filter(h -> h.name().text().equals(name)).findFirst();
  }

  public Optional<BootFile.Profile> profile(String name) {
    return all(BootFile.Profile.class).stream()
        .filter(p -> p.name().text().equals(name))
        .findFirst();
  }
}
