package dev.dryboot.compiler.model;

import dev.dryboot.source.Origin;
import java.util.List;
import java.util.Optional;

/**
 * One host for one target, with everything it says resolved and typed.
 *
 * @param environment variables for all services, where the system has such
 */
public record HostModel(
    Traced<String> name,
    TargetChoice target,
    Identity identity,
    People people,
    Files files,
    Storage storage,
    Units units,
    Engines engines,
    Network network,
    Kernel kernel,
    Software software,
    Optional<Updates> updates,
    List<Entry> environment,
    List<RawFragment> fragments,
    List<Allow> allows,
    List<Text.Fact> facts) {
  public HostModel {
    environment = List.copyOf(environment);
    fragments = List.copyOf(fragments);
    allows = List.copyOf(allows);
    facts = List.copyOf(facts);
  }

  /** The same host with other settings of its kernel. */
  public HostModel withKernel(Kernel other) {
    return new HostModel(
        name,
        target,
        identity,
        people,
        files,
        storage,
        units,
        engines,
        network,
        other,
        software,
        updates,
        environment,
        fragments,
        allows,
        facts);
  }

  /** The same host with what it asks of its machine. */
  public HostModel withFacts(List<Text.Fact> asked) {
    return new HostModel(
        name,
        target,
        identity,
        people,
        files,
        storage,
        units,
        engines,
        network,
        kernel,
        software,
        updates,
        environment,
        fragments,
        allows,
        asked);
  }

  /** {@code raw format '''…'''}: a piece of a target's own format. */
  public record RawFragment(String format, Text text, Origin origin) {}

  /** Who the machine is and where it stands. */
  public record Identity(
      Optional<Text> hostname,
      Optional<Text> timezone,
      Optional<Text> locale,
      Optional<Text> keymap,
      Optional<Text> platform,
      Optional<Text> architecture,
      Optional<Text> console) {}

  /** Settings of the kernel. */
  public record Kernel(
      List<Entry> sysctl, List<Text> modules, List<Text> shouldExist, List<Text> shouldNotExist) {
    public Kernel {
      sysctl = List.copyOf(sysctl);
      modules = List.copyOf(modules);
      shouldExist = List.copyOf(shouldExist);
      shouldNotExist = List.copyOf(shouldNotExist);
    }
  }

  /** {@code key = value}, where the writer chooses the key. */
  public record Entry(String key, Text value, Origin origin) {}

  /** What is installed besides the base image. */
  public record Software(
      List<Text> packages,
      List<Text> certificateAuthorities,
      List<Repository> repositories,
      List<Snap> snaps,
      List<Extension> extensions) {
    public Software {
      packages = List.copyOf(packages);
      certificateAuthorities = List.copyOf(certificateAuthorities);
      repositories = List.copyOf(repositories);
      snaps = List.copyOf(snaps);
      extensions = List.copyOf(extensions);
    }
  }

  /** A source of packages, in the package manager's words. */
  public record Repository(Traced<String> name, List<Entry> words) {
    public Repository {
      words = List.copyOf(words);
    }
  }

  public record Snap(Traced<String> name, Optional<Text> channel) {}

  /** A system extension image. */
  public record Extension(Traced<String> name, Optional<Content> contents, Optional<Text> sha256) {}

  /** How the operating system is kept up to date. */
  public record Updates(
      Optional<Text> strategy,
      Optional<Text> group,
      Optional<Text> server,
      Optional<Text> lockUrl,
      List<UnitRef> healthy,
      List<Window> windows,
      Origin origin) {
    public Updates {
      healthy = List.copyOf(healthy);
      windows = List.copyOf(windows);
    }
  }

  /**
   * When updates may be finished.
   *
   * @param days {@code Mon} to {@code Sun}; empty for every day
   * @param time {@code 22:30}
   */
  public record Window(List<String> days, String time, long minutes, Origin origin) {
    public Window {
      days = List.copyOf(days);
    }
  }
}
