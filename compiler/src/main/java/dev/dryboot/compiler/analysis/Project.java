package dev.dryboot.compiler.analysis;

import dev.dryboot.language.syntax.BootFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a compilation: those asked for and all they import, each once; with an index. */
public final class Project {
  private final List<BootFile> files;
  private final Map<String, BootFile.Host> hosts = new LinkedHashMap<>();
  private final Map<String, BootFile.Profile> profiles = new LinkedHashMap<>();
  private final Map<String, BootFile.Param> params = new LinkedHashMap<>();
  private final Map<String, BootFile.Let> lets = new LinkedHashMap<>();
  private final Map<String, BootFile.Secret> secrets = new LinkedHashMap<>();

  /**
   * Makes one.
   *
   * @param files in the order they were read, imported ones before the importing
   */
  public Project(List<BootFile> files) {
    this.files = List.copyOf(files);
    this.files.forEach(f -> f.declarations().forEach(this::index));
  }

  /** Of several declarations of one name the first counts; the language reports the others. */
  private void index(BootFile.Declaration declaration) {
    String name = declaration.name().text();
    switch (declaration) {
      case BootFile.Host host -> hosts.putIfAbsent(name, host);
      case BootFile.Profile profile -> profiles.putIfAbsent(name, profile);
      case BootFile.Param param -> params.putIfAbsent(name, param);
      case BootFile.Let let -> lets.putIfAbsent(name, let);
      case BootFile.Secret secret -> secrets.putIfAbsent(name, secret);
      case BootFile.Fleet fleet -> {}
      case BootFile.Scenario scenario -> {}
    }
  }

  public List<BootFile> files() {
    return files;
  }

  public List<BootFile.Host> hosts() {
    return List.copyOf(hosts.values());
  }

  public List<BootFile.Profile> profiles() {
    return List.copyOf(profiles.values());
  }

  public Optional<BootFile.Host> host(String name) {
    return Optional.ofNullable(hosts.get(name));
  }

  public Optional<BootFile.Profile> profile(String name) {
    return Optional.ofNullable(profiles.get(name));
  }

  Optional<BootFile.Param> param(String name) {
    return Optional.ofNullable(params.get(name));
  }

  Optional<BootFile.Let> let(String name) {
    return Optional.ofNullable(lets.get(name));
  }

  Optional<BootFile.Secret> secret(String name) {
    return Optional.ofNullable(secrets.get(name));
  }
}
