package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.Engines;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.source.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The configuration of docker's daemon, and passwords for registries. */
final class EngineFiles {
  private static final List<String> LISTS =
      List.of(
          "registry-mirrors",
          "insecure-registries",
          "dns",
          "dns-opts",
          "dns-search",
          "hosts",
          "storage-opts",
          "exec-opts",
          "labels",
          "cgroup-parents",
          "authorization-plugins",
          "allow-nondistributable-artifacts",
          "runtimes");

  private static final List<String> MAPS = List.of("log-opts", "default-ulimits", "features");

  private EngineFiles() {}

  /** {@code daemon.json}, with a key a line. */
  static void daemon(Draft draft, Engines.Engine engine) {
    if (engine.words().isEmpty()) {
      return;
    }
    Origin origin = engine.name().origin();
    if (!engine.name().value().equals("docker")) {
      draft
          .notes()
          .approximated(
              origin,
              "engine " + engine.name().value(),
              "its settings have no meaning yet and are left out");
      return;
    }
    Text text = Text.of("{\n", origin);
    for (int i = 0; i < engine.words().size(); i++) {
      Engines.EngineWord word = engine.words().get(i);
      text = text.plus(Text.of("  " + quoted(word.word()) + ": ", word.origin())).plus(value(word));
      text = text.plus(Text.of(i + 1 < engine.words().size() ? ",\n" : "\n", word.origin()));
    }
    draft.file("/etc/docker/daemon.json", text.plus(Text.of("}\n", origin)), 0644, origin);
  }

  private static Text value(Engines.EngineWord word) {
    if (word.raw()) {
      Text raw = word.values().getFirst();
      return raw.plain().strip().matches("(?s)[\\[{].*|true|false|-?[0-9]+") ? raw : scalar(raw);
    }
    if (MAPS.contains(word.word())) {
      List<Text> members = new ArrayList<>();
      for (Text value : word.values()) {
        String[] parts = value.plain().split("=", 2);
        String member = member(word.word(), parts[0], parts.length > 1 ? parts[1] : "");
        members.add(Text.of(quoted(parts[0]) + ": " + member, value.origin()));
      }
      return joined("{", members, "}", word.origin());
    }
    return LISTS.contains(word.word()) || word.values().size() > 1
        ? joined(
            "[",
            word.values().stream().map(v -> v.plain().isEmpty() ? v : quoted(v)).toList(),
            "]",
            word.origin())
        : scalar(word.values().getFirst());
  }

  /** Features are on or off, limits have a soft and a hard value (moby, daemon/config). */
  private static String member(String word, String key, String value) {
    String[] limits = value.split(":", 2);
    if (word.equals("features") && value.matches("yes|no|true|false")) {
      return String.valueOf(value.matches("yes|true"));
    }
    if (word.equals("default-ulimits") && value.matches("-?[0-9]+(:-?[0-9]+)?")) {
      return "{\"Name\": %s, \"Soft\": %s, \"Hard\": %s}"
          .formatted(quoted(key), limits[0], limits[limits.length - 1]);
    }
    return quoted(value);
  }

  private static Text joined(String open, List<Text> items, String close, Origin origin) {
    Text all = Text.of(open, origin);
    for (int i = 0; i < items.size(); i++) {
      all = all.plus(Text.of(i == 0 ? "" : ", ", origin)).plus(items.get(i));
    }
    return all.plus(Text.of(close, origin));
  }

  private static Text scalar(Text value) {
    return switch (value.plain()) {
      case "yes" -> Text.of("true", value.origin());
      case "no" -> Text.of("false", value.origin());
      case String other when other.matches("-?[0-9]+") -> value;
      case String other -> quoted(value);
    };
  }

  private static Text quoted(Text value) {
    return Text.of("\"", value.origin())
        .plus(value.mapCharacters(c -> c.replace("\\", "\\\\").replace("\"", "\\\"")))
        .plus(Text.of("\"", value.origin()));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** root's {@code config.json}, which docker's client and podman read. */
  static void registries(Draft draft) {
    List<Engines.Registry> registries = draft.host().engines().registries();
    if (registries.isEmpty()) {
      return;
    }
    Origin origin = registries.getFirst().host().origin();
    Text text = Text.of("{\n  \"auths\": {\n", origin);
    for (int i = 0; i < registries.size(); i++) {
      Engines.Registry registry = registries.get(i);
      Origin here = registry.host().origin();
      String end = i + 1 < registries.size() ? "\"},\n" : "\"}\n";
      text =
          text.plus(Text.of("    " + quoted(registry.host().value()) + ": {\"auth\": \"", here))
              .plus(login(registry))
              .plus(Text.of(end, here));
    }
    draft.file("/root/.docker/config.json", text.plus(Text.of("  }\n}\n", origin)), 0600, origin);
  }

  private static Text login(Engines.Registry registry) {
    Text both =
        registry
            .username()
            .orElse(Text.of("", registry.host().origin()))
            .plus(Text.of(":", registry.host().origin()))
            .plus(registry.password().orElse(Text.of("", registry.host().origin())));
    String encoded =
        Base64.getEncoder().encodeToString(both.plain().getBytes(StandardCharsets.UTF_8));
    Origin origin = registry.password().map(Text::origin).orElse(registry.host().origin());
    return both.isSecret()
        ? new Text(
            List.of(new Text.Secret(both.secrets().getFirst().name(), encoded, origin)), origin)
        : Text.of(encoded, origin);
  }
}
