package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.source.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Containers of podman as quadlets, of which its generator makes units. */
final class QuadletUnits {
  static final String FOLDER = "/etc/containers/systemd/";

  /** Options of {@code docker run} that quadlets have a key for since podman 4.4 to 4.9. */
  private static final Map<String, String> KEYS = keys();

  private final Draft draft;
  private final UnitLines lines;
  private final boolean networks;

  /**
   * Plans into {@code draft}.
   *
   * @param networks whether a quadlet may name another container's quadlet as its network
   */
  QuadletUnits(Draft draft, UnitLines lines, boolean networks) {
    this.networks = networks;
    this.draft = draft;
    this.lines = lines;
  }

  private static Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("cap-add", "AddCapability");
    keys.put("cap-drop", "DropCapability");
    keys.put("device", "AddDevice");
    keys.put("annotation", "Annotation");
    keys.put("env-file", "EnvironmentFile");
    keys.put("health-cmd", "HealthCmd");
    keys.put("health-interval", "HealthInterval");
    keys.put("health-timeout", "HealthTimeout");
    keys.put("health-start-period", "HealthStartPeriod");
    keys.put("health-retries", "HealthRetries");
    keys.put("hostname", "HostName");
    keys.put("ip", "IP");
    keys.put("ip6", "IP6");
    keys.put("log-driver", "LogDriver");
    keys.put("mount", "Mount");
    keys.put("pids-limit", "PidsLimit");
    keys.put("pull", "Pull");
    keys.put("shm-size", "ShmSize");
    keys.put("sysctl", "Sysctl");
    keys.put("tmpfs", "Tmpfs");
    keys.put("ulimit", "Ulimit");
    keys.put("user", "User");
    keys.put("userns", "UserNS");
    keys.put("workdir", "WorkingDir");
    keys.put("dns", "DNS");
    keys.put("dns-option", "DNSOption");
    keys.put("dns-search", "DNSSearch");
    return keys;
  }

  void plan(Units.Container container) {
    List<String> names = UnitNames.instances(container);
    for (int i = 0; i < names.size(); i++) {
      instance(container, names.get(i), i + 1);
    }
    lines.triggers(container.unit());
  }

  private void instance(Units.Container container, String name, int instance) {
    UnitText text = new UnitText();
    Units.Unit unit = container.unit();
    lines.head(text, unit, "Container " + name);
    ContainerEdges.network(text, container);
    if (!networks) {
      ContainerEdges.sharedNetwork(text, container);
    }
    ContainerEdges.mountPoints(text, draft.host(), container);
    container(text, container, name, instance);
    service(text, container);
    lines.directives(text, unit, unit.directives());
    lines.tail(text, unit);
    String path = FOLDER + name + ".container";
    draft.file(path, text.build(path), 0644, unit.origin());
    draft.generated(name + ".service", unit.origin());
  }

  private void container(UnitText text, Units.Container container, String name, int instance) {
    Origin origin = container.unit().origin();
    put(text, "Image", container.image().forInstance(instance), container.image().origin());
    put(text, "ContainerName", Text.of(name, origin), origin);
    container
        .entrypoint()
        .ifPresent(
            e ->
                put(
                    text,
                    "PodmanArgs",
                    Text.of("--entrypoint ", e.origin()).plus(Quoting.word(e)),
                    e.origin()));
    container
        .command()
        .ifPresent(
            c ->
                put(
                    text,
                    "Exec",
                    Quoting.line(
                        Quoting.words(c.forInstance(instance)).stream()
                            .map(Quoting::word)
                            .toList()),
                    c.origin()));
    for (Text network : container.networks()) {
      put(
          text,
          "Network",
          sharedNetwork(container, network)
              .orElseGet(() -> network.plus(Text.of(suffix(network.plain()), network.origin()))),
          network.origin());
    }
    for (Units.Publish p : container.publishes()) {
      put(
          text,
          "PublishPort",
          Text.of(Ports.of(p, container.replicas(), instance), p.origin()),
          p.origin());
    }
    for (Units.Mount mount : container.mounts()) {
      boolean known =
          mount.source() instanceof Units.MountSource.Volume v
              && draft.host().engines().volumes().stream()
                  .anyMatch(d -> d.name().value().equals(v.name()));
      put(text, "Volume", Mounts.of(mount, known ? ".volume" : ""), mount.origin());
    }
    environment(text, container, name, instance);
    for (HostModel.Entry label : container.labels()) {
      Text assignment = Text.of(label.key() + "=", label.origin()).plus(label.value());
      put(text, "Label", Quoting.word(assignment), label.origin());
    }
    options(text, container, instance);
  }

  /** The other container's quadlet: podman's generator adds that its service is needed. */
  private Optional<Text> sharedNetwork(Units.Container container, Text network) {
    return container
        .sharesNetworkOf()
        .filter(of -> networks && of.origin().equals(network.origin()))
        .map(of -> Text.of(of.value() + ".container", of.origin()));
  }

  private String suffix(String network) {
    return draft.host().engines().networks().stream()
            .anyMatch(n -> n.name().value().equals(network))
        ? ".network"
        : "";
  }

  private static void put(UnitText text, String key, Text value, Origin origin) {
    text.add("Container", key, value, origin);
  }

  private void environment(UnitText text, Units.Container container, String name, int instance) {
    for (HostModel.Entry entry : container.environment()) {
      if (!entry.value().isSecret()) {
        Text assignment =
            Text.of(entry.key() + "=", entry.origin()).plus(entry.value().forInstance(instance));
        put(text, "Environment", Quoting.word(assignment), entry.origin());
      }
      Mounts.secretFile(entry).ifPresent(m -> put(text, "Volume", m, entry.origin()));
    }
    List<Text> secrets =
        container.environment().stream()
            .filter(e -> e.value().isSecret())
            .map(e -> Text.of(e.key() + "=", e.origin()).plus(e.value()))
            .toList();
    if (!secrets.isEmpty()) {
      Origin origin = secrets.getFirst().origin();
      String file = UnitLines.environmentFile(draft, name, secrets);
      put(text, "EnvironmentFile", Text.of(file, origin), origin);
    }
  }

  private void options(UnitText text, Units.Container container, int instance) {
    for (Units.Option option : container.options()) {
      option(text, option, instance);
    }
    container
        .healthcheck()
        .ifPresent(h -> HealthOptions.of(h).forEach(o -> option(text, o, instance)));
    Units.Readiness readiness = container.readiness().value();
    if (readiness != Units.Readiness.RUNNING) {
      String value = readiness == Units.Readiness.HEALTHY ? "healthy" : "true";
      put(
          text,
          "Notify",
          Text.of(value, container.readiness().origin()),
          container.readiness().origin());
    }
    container
        .stopTimeoutSeconds()
        .ifPresent(
            t ->
                put(
                    text,
                    "PodmanArgs",
                    Text.of("--stop-timeout " + t.value(), t.origin()),
                    t.origin()));
  }

  private static void option(UnitText text, Units.Option option, int instance) {
    Text value = RunArguments.sized(option.value().forInstance(instance));
    String plain = value.plain();
    String key = KEYS.get(option.word());
    if (key != null) {
      boolean command = option.word().equals("health-cmd");
      put(
          text,
          key,
          command ? value.mapCharacters(c -> c.replace("%", "%%")) : value,
          option.origin());
    } else if (option.word().equals("read-only") || option.word().equals("init")) {
      put(
          text,
          option.word().equals("init") ? "RunInit" : "ReadOnly",
          Text.of(plain.equals("yes") ? "true" : "false", option.origin()),
          option.origin());
    } else if (option.word().equals("podman-args")) {
      put(text, "PodmanArgs", value, option.origin());
    } else if (plain.equals("yes") || plain.equals("no")) {
      put(
          text,
          "PodmanArgs",
          Text.of("--" + option.word() + (plain.equals("yes") ? "" : "=false"), option.origin()),
          option.origin());
    } else {
      put(
          text,
          "PodmanArgs",
          Text.of("--" + option.word() + " ", option.origin()).plus(Quoting.word(value)),
          option.origin());
    }
  }

  private static void service(UnitText text, Units.Container container) {
    Units.Unit unit = container.unit();
    boolean timed = unit.timer().isPresent();
    if (timed && unit.directive("Type").isEmpty()) {
      text.add(
          "Service", "Type", "oneshot", unit.origin().because("a timer starts it for one run"));
    }
    if (!timed && unit.directive("TimeoutStartSec").isEmpty()) {
      text.add(
          "Service",
          "TimeoutStartSec",
          "15min",
          container.image().origin().because("the first start pulls the image"));
    }
    long stop = container.stopTimeoutSeconds().map(t -> t.value()).orElse(10L);
    if (container.stopTimeoutSeconds().isPresent() && unit.directive("TimeoutStopSec").isEmpty()) {
      text.add(
          "Service",
          "TimeoutStopSec",
          "" + (stop + 10),
          container.stopTimeoutSeconds().get().origin());
    }
    container
        .restart()
        .filter(r -> !timed)
        .ifPresent(
            r -> {
              String policy = r.plain().replaceFirst(":.*", "");
              text.add(
                  "Service",
                  "Restart",
                  policy.equals("unless-stopped") ? "always" : policy,
                  r.origin());
              if (!policy.equals("no") && unit.directive("RestartSec").isEmpty()) {
                text.add(
                    "Service",
                    "RestartSec",
                    "5s",
                    r.origin().because("so that a few quick failures do not meet the start limit"));
              }
            });
  }
}
