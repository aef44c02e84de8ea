package dev.dryboot.compiler.model;

import dev.dryboot.source.Origin;
import java.util.List;
import java.util.Optional;

/** What runs on the host. */
public record Units(
    List<Service> services,
    List<Container> containers,
    List<RawUnit> units,
    List<Quadlet> quadlets) {
  public Units {
    services = List.copyOf(services);
    containers = List.copyOf(containers);
    units = List.copyOf(units);
    quadlets = List.copyOf(quadlets);
  }

  /** A relation to another unit, by systemd's name for it: {@code After}, {@code WantedBy}. */
  public record Edge(String directive, UnitRef unit) {
    public Origin origin() {
      return unit.origin();
    }
  }

  /** A directive of systemd's with its value. */
  public record Directive(String section, String name, Text value, Origin origin) {}

  /** What services and containers have in common. */
  public record Unit(
      Traced<String> name,
      String description,
      List<Edge> edges,
      List<Directive> directives,
      Optional<Traced<Boolean>> enabled,
      Optional<Traced<Boolean>> once,
      Optional<Trigger> timer,
      Optional<Trigger> socket,
      List<Text> systemd,
      Origin origin) {
    public Unit {
      edges = List.copyOf(edges);
      directives = List.copyOf(directives);
      systemd = List.copyOf(systemd);
    }

    /** Whether its socket accepts connections, and starts an instance of it for each. */
    public boolean isForEachConnection() {
      return socket.stream()
          .flatMap(s -> s.directives().stream())
          .filter(d -> d.name().equals("Accept"))
          .reduce((a, b) -> b)
          .filter(d -> d.value().plain().equals("yes"))
          .isPresent();
    }

    /** The value of a directive, the last one where there are several. */
    public Optional<Directive> directive(String name) {
      return directives.stream().filter(d -> d.name().equals(name)).reduce((a, b) -> b);
    }
  }

  /** A timer or a socket that starts a unit. */
  public record Trigger(List<Directive> directives, Origin origin) {
    public Trigger {
      directives = List.copyOf(directives);
    }
  }

  public record Service(Unit unit) {}

  /** Who keeps a container running. */
  public enum Supervisor {
    SYSTEMD,
    ENGINE
  }

  /** When a container counts as started. */
  public enum Readiness {
    RUNNING,
    NOTIFIES,
    HEALTHY
  }

  public record Container(
      Unit unit,
      Text image,
      Optional<Traced<String>> engine,
      Optional<Traced<Supervisor>> supervisor,
      Optional<Text> command,
      Optional<Text> entrypoint,
      List<Publish> publishes,
      List<Mount> mounts,
      List<Text> networks,
      List<HostModel.Entry> environment,
      List<HostModel.Entry> labels,
      Traced<Readiness> readiness,
      Optional<Healthcheck> healthcheck,
      Optional<Text> restart,
      Optional<Traced<Long>> stopTimeoutSeconds,
      int replicas,
      Optional<Text> scope,
      List<Option> options) {
    private static final String SHARED = "container:";

    public Container {
      publishes = List.copyOf(publishes);
      mounts = List.copyOf(mounts);
      networks = List.copyOf(networks);
      environment = List.copyOf(environment);
      labels = List.copyOf(labels);
      options = List.copyOf(options);
    }

    public String name() {
      return unit.name().value();
    }

    /** The container whose network this one shares: {@code network "container:vpn"}. */
    public Optional<Traced<String>> sharesNetworkOf() {
      return networks.stream()
          .filter(n -> n.plain().startsWith(SHARED))
          .findFirst()
          .map(n -> new Traced<>(n.plain().substring(SHARED.length()), n.origin()));
    }

    public Optional<Option> option(String word) {
      return options.stream().filter(o -> o.word().equals(word)).reduce((a, b) -> b);
    }
  }

  /** An option of {@code docker run}, without its dashes. */
  public record Option(String word, Text value, Origin origin) {}

  /**
   * A port of the host that leads to one of the container.
   *
   * @param address of the host, or empty for all
   * @param last equals {@code first} unless a range was written
   */
  public record Publish(
      String address,
      int first,
      int last,
      int container,
      int containerLast,
      String protocol,
      Origin origin) {}

  /** A volume or a path of the host, mounted in a container. */
  public record Mount(MountSource source, Text target, List<Text> options, Origin origin) {
    public Mount {
      options = List.copyOf(options);
    }
  }

  /** Where a mount comes from. */
  public sealed interface MountSource {
    record Volume(String name, Origin origin) implements MountSource {}

    record Path(Text path) implements MountSource {}
  }

  /** How the engine finds out whether a container is well. */
  public record Healthcheck(
      Optional<Text> command,
      Optional<Text> http,
      Optional<Traced<Long>> port,
      Optional<Text> interval,
      Optional<Text> timeout,
      Optional<Text> startPeriod,
      Optional<Traced<Long>> retries,
      Origin origin) {}

  /** A unit file, drop-ins, or the state of a unit, as systemd writes them. */
  public record RawUnit(
      Traced<String> name,
      Optional<Text> contents,
      Optional<Traced<Boolean>> enabled,
      Optional<Traced<Boolean>> mask,
      List<Dropin> dropins) {
    public RawUnit {
      dropins = List.copyOf(dropins);
    }
  }

  public record Dropin(Traced<String> name, Text contents) {}

  /** A file that podman's generator makes units of. */
  public record Quadlet(Traced<String> name, Text contents, List<Dropin> dropins) {
    public Quadlet {
      dropins = List.copyOf(dropins);
    }
  }
}
