package dev.dryboot.targets.os.rancheros;

import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.UnitRef;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.compiler.plan.Notes;
import dev.dryboot.source.Origin;
import dev.dryboot.targets.encode.Leaves;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Containers as services of a compose file, version 1, with RancherOS's labels. */
final class ComposeServices {
  private final HostModel host;
  private final Notes notes;

  ComposeServices(HostModel host, Notes notes) {
    this.host = host;
    this.notes = notes;
  }

  Node.Fields encode(Origin built) {
    Node.Fields services = new Node.Fields(built);
    for (Units.Container container : host.units().containers()) {
      List<String> names = instances(container);
      for (int i = 0; i < names.size(); i++) {
        services.put(names.get(i), service(container, i + 1));
      }
    }
    return services;
  }

  private static List<String> instances(Units.Container container) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= container.replicas(); i++) {
      names.add(container.name() + (container.replicas() > 1 ? "-" + i : ""));
    }
    return names;
  }

  private Node service(Units.Container container, int instance) {
    Origin origin = container.unit().origin();
    Node.Fields node = new Node.Fields(origin);
    node.put("image", Leaves.text(container.image().forInstance(instance)));
    container.entrypoint().ifPresent(e -> node.put("entrypoint", Leaves.text(e)));
    container.command().ifPresent(c -> node.put("command", Leaves.text(c.forInstance(instance))));
    Node.Items environment = new Node.Items(origin);
    for (HostModel.Entry entry : container.environment()) {
      Text key = Text.of(entry.key(), entry.origin());
      environment.add(
          Leaves.text(
              entry.value().plain().isEmpty()
                  ? key
                  : key.plus(Text.of("=", entry.origin()))
                      .plus(entry.value().forInstance(instance))));
    }
    node.putFilled("environment", environment);
    Node.Items ports = new Node.Items(origin);
    container
        .publishes()
        .forEach(p -> ports.add(Node.of(port(p, container, instance), p.origin())));
    node.putFilled("ports", ports);
    Node.Items volumes = new Node.Items(origin);
    container.mounts().forEach(m -> volumes.add(volume(m)));
    node.putFilled("volumes", volumes);
    container.networks().stream().findFirst().ifPresent(n -> node.put("net", Leaves.text(n)));
    options(container, node);
    container.restart().ifPresent(r -> node.put("restart", Leaves.text(r)));
    return node.putFilled("labels", labels(container));
  }

  private static String port(Units.Publish publish, Units.Container container, int instance) {
    int step = container.replicas() > 1 && publish.last() > publish.first() ? instance - 1 : 0;
    boolean range = publish.last() > publish.first() && container.replicas() <= 1;
    String here = range ? publish.first() + "-" + publish.last() : "" + (publish.first() + step);
    String there =
        publish.containerLast() > publish.container()
            ? publish.container() + "-" + publish.containerLast()
            : "" + publish.container();
    String address = publish.address().isEmpty() ? "" : publish.address() + ":";
    return address
        + here
        + ":"
        + there
        + (publish.protocol().equals("tcp") ? "" : "/" + publish.protocol());
  }

  private static Node volume(Units.Mount mount) {
    String source =
        switch (mount.source()) {
          case Units.MountSource.Volume volume -> volume.name();
          case Units.MountSource.Path path -> path.path().plain();
        };
    String options = mount.options().stream().map(Text::plain).collect(Collectors.joining(","));
    return Node.of(
        source + ":" + mount.target().plain() + (options.isEmpty() ? "" : ":" + options),
        mount.origin());
  }

  private static void options(Units.Container container, Node.Fields node) {
    for (Units.Option option : container.options()) {
      switch (option.word()) {
        case "log-opt" -> pair(node, "log_opt", option);
        case "ulimit" -> pair(node, "ulimits", option);
        case String other -> {}
      }
      String key = ComposeWords.KEYS.get(option.word());
      if (key == null) {
        continue;
      }
      Text value = sized(option.value());
      if (ComposeWords.SWITCHES.contains(key)) {
        node.put(key, Node.of(value.plain().equals("yes"), option.origin()));
      } else if (ComposeWords.LISTS.contains(key)) {
        Node.Items items =
            node.fields().get(key) instanceof Node.Items there
                ? there
                : new Node.Items(option.origin());
        node.put(key, items.add(Leaves.text(value)));
      } else if (value.plain().matches("-?[0-9]{1,15}")) {
        node.put(key, Node.of(Long.parseLong(value.plain()), option.origin()));
      } else {
        node.put(key, Leaves.text(value));
      }
    }
  }

  /** {@code name=value} as an entry of a mapping; {@code soft:hard} as two numbers. */
  private static void pair(Node.Fields node, String key, Units.Option option) {
    Origin origin = option.origin();
    Node.Fields pairs =
        node.fields().get(key) instanceof Node.Fields there ? there : new Node.Fields(origin);
    String[] parts = option.value().plain().split("=", 2);
    String value = parts.length > 1 ? parts[1] : "";
    node.put(
        key,
        pairs.put(parts[0], key.equals("ulimits") ? limit(value, origin) : Node.of(value, origin)));
  }

  private static Node limit(String value, Origin origin) {
    String[] bounds = value.split(":", 2);
    if (bounds.length == 1) {
      return bound(value, origin);
    }
    return new Node.Fields(origin)
        .put("soft", bound(bounds[0], origin))
        .put("hard", bound(bounds[1], origin));
  }

  private static Node bound(String value, Origin origin) {
    return value.matches("-?[0-9]{1,15}")
        ? Node.of(Long.parseLong(value), origin)
        : Node.of(value, origin);
  }

  private static Text sized(Text value) {
    return value.mapCharacters(
        c -> c.matches("[0-9]+[KMGT]iB") ? c.replace("iB", "").toLowerCase(Locale.ROOT) : c);
  }

  private Node.Fields labels(Units.Container container) {
    Origin origin = container.unit().origin();
    Node.Fields labels = new Node.Fields(origin);
    container.labels().forEach(l -> labels.put(l.key(), Leaves.text(l.value())));
    container
        .scope()
        .filter(s -> s.plain().equals("system"))
        .ifPresent(s -> labels.put("io.rancher.os.scope", Node.of("system", s.origin())));
    order(container, labels, "io.rancher.os.after", List.of("After", "Requires"));
    order(container, labels, "io.rancher.os.before", List.of("Before"));
    container
        .unit()
        .timer()
        .ifPresent(
            timer ->
                timer.directives().stream()
                    .filter(d -> d.name().equals("OnCalendar"))
                    .findFirst()
                    .ifPresent(
                        d -> {
                          labels.put("io.rancher.os.createonly", Node.of("true", timer.origin()));
                          labels.put(
                              "cron.schedule",
                              Node.of(
                                  CronSchedule.of(d.value().plain()).orElse("@daily"), d.origin()));
                          notes.lowered(timer.origin(), "timer", "a label that system-cron reads");
                        }));
    return labels;
  }

  private void order(
      Units.Container container, Node.Fields labels, String label, List<String> directives) {
    Set<String> names = new LinkedHashSet<>();
    Origin origin = container.unit().origin();
    for (Units.Edge edge : container.unit().edges()) {
      if (directives.contains(edge.directive())) {
        origin = names.isEmpty() ? edge.origin() : origin;
        names.addAll(services(edge.unit()));
        if (edge.directive().equals("Requires")) {
          notes.approximated(
              edge.origin(), "requires", "only the order is kept: what fails later stops nothing");
        }
      }
    }
    if (label.endsWith("after")) {
      container.sharesNetworkOf().ifPresent(of -> names.add(of.value()));
    }
    if (!names.isEmpty()) {
      labels.put(label, Node.of(String.join(",", names), origin));
    }
  }

  private List<String> services(UnitRef ref) {
    return switch (ref) {
      case UnitRef.OfHost own ->
          host.units().containers().stream()
              .filter(c -> c.name().equals(own.name()))
              .findFirst()
              .map(ComposeServices::instances)
              .orElse(List.of(own.name()));
      case UnitRef.OfSystem system ->
          List.of(
              switch (system.name()) {
                case "network-online.target", "network.target", "network" -> "network";
                case String other -> other.replaceFirst("\\.(service|target)$", "");
              });
    };
  }
}
