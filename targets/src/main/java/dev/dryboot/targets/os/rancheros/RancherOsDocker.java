package dev.dryboot.targets.os.rancheros;

import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.model.Engines;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.source.Origin;
import dev.dryboot.targets.encode.Leaves;
import java.util.List;

/** The part {@code rancher.docker}: the user's engine. */
final class RancherOsDocker {
  private static final List<String> KEYS =
      List.of(
          "bridge",
          "bip",
          "containerd",
          "debug",
          "group",
          "live-restore",
          "log-driver",
          "selinux-enabled",
          "storage-driver",
          "userland-proxy",
          "exec-root");

  private RancherOsDocker() {}

  static Node.Fields encode(Engines.Engine engine) {
    Origin origin = engine.name().origin();
    Node.Fields node = new Node.Fields(origin);
    engine.version().ifPresent(v -> node.put("engine", Node.of("docker-" + v.plain(), v.origin())));
    Node.Items others = new Node.Items(origin);
    for (Engines.EngineWord word : engine.words()) {
      Text first = word.values().getFirst();
      switch (word.word()) {
        case "data-root" -> node.put("graph", Leaves.text(first));
        case "registry-mirrors" -> node.put("registry_mirror", Leaves.text(first));
        case "insecure-registries" ->
            node.put("insecure_registry", Leaves.list(word.values(), origin));
        case "log-opts" -> node.put("log_opts", options(word));
        case String key when KEYS.contains(key) -> node.put(key.replace('-', '_'), scalar(first));
        case String key ->
            word.values().forEach(v -> others.add(Node.of(argument(key, v), v.origin())));
      }
    }
    return node.putFilled("extra_args", others);
  }

  private static Node options(Engines.EngineWord word) {
    Node.Fields options = new Node.Fields(word.origin());
    for (Text value : word.values()) {
      String[] parts = value.plain().split("=", 2);
      options.put(parts[0], Node.of(parts.length > 1 ? parts[1] : "", value.origin()));
    }
    return options;
  }

  private static Node scalar(Text value) {
    return switch (value.plain()) {
      case "yes" -> Node.of(true, value.origin());
      case "no" -> Node.of(false, value.origin());
      case String other -> Leaves.text(value);
    };
  }

  private static String argument(String key, Text value) {
    return switch (value.plain()) {
      case "yes" -> "--" + key;
      case "no" -> "--" + key + "=false";
      case String other -> "--" + key + "=" + other;
    };
  }
}
