package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words behind {@code docker run}, which podman understands as well. */
final class RunArguments {
  private static final List<String> SWITCHES =
      List.of(
          "privileged", "read-only", "init", "no-healthcheck", "oom-kill-disable", "publish-all");

  private final Units.Container container;
  private final int instance;
  private final List<Text> words = new ArrayList<>();

  private RunArguments(Units.Container container, int instance) {
    this.container = container;
    this.instance = instance;
  }

  /**
   * The words from the first option to the last of the command.
   *
   * @param name of the instance
   * @param first words that come before all others
   * @param environmentFile where the variables with secrets are, or empty
   */
  static List<Text> of(
      Units.Container container,
      String name,
      int instance,
      List<Text> first,
      String environmentFile,
      boolean allNetworks) {
    RunArguments arguments = new RunArguments(container, instance);
    arguments.words.addAll(first);
    arguments.option("--name", Text.of(name, container.unit().name().origin()));
    arguments.networks(allNetworks);
    arguments.publishes();
    arguments.mounts();
    arguments.environment(environmentFile);
    for (HostModel.Entry label : container.labels()) {
      arguments.option("--label", Text.of(label.key() + "=", label.origin()).plus(label.value()));
    }
    arguments.options();
    container
        .healthcheck()
        .ifPresent(
            h -> HealthOptions.of(h).forEach(o -> arguments.option("--" + o.word(), o.value())));
    arguments.command();
    return arguments.words;
  }

  private void option(String option, Text value) {
    words.add(Text.of(option, value.origin()));
    words.add(Quoting.word(value.forInstance(instance)));
  }

  private void networks(boolean all) {
    List<Text> networks = container.networks();
    (all ? networks : networks.stream().limit(1).toList()).forEach(n -> option("--network", n));
  }

  private void publishes() {
    for (Units.Publish publish : container.publishes()) {
      option(
          "--publish",
          Text.of(Ports.of(publish, container.replicas(), instance), publish.origin()));
    }
  }

  private void mounts() {
    for (Units.Mount mount : container.mounts()) {
      option("--volume", Mounts.of(mount, ""));
    }
    for (HostModel.Entry entry : container.environment()) {
      Mounts.secretFile(entry).ifPresent(m -> option("--volume", m));
    }
  }

  private void environment(String environmentFile) {
    for (HostModel.Entry entry : container.environment()) {
      if (!entry.value().isSecret()) {
        Text key = Text.of(entry.key(), entry.origin());
        boolean passed = entry.value().plain().isEmpty();
        option("--env", passed ? key : key.plus(Text.of("=", entry.origin())).plus(entry.value()));
      }
    }
    if (!environmentFile.isEmpty()) {
      Origin origin =
          container.environment().stream()
              .filter(e -> e.value().isSecret())
              .findFirst()
              .map(HostModel.Entry::origin)
              .orElse(container.unit().origin());
      option("--env-file", Text.of(environmentFile, origin));
    }
  }

  private void options() {
    for (Units.Option option : container.options()) {
      String value = option.value().plain();
      if (option.word().equals("podman-args")) {
        words.addAll(Quoting.words(option.value()).stream().map(Quoting::word).toList());
      } else if (SWITCHES.contains(option.word())) {
        if (value.equals("yes")) {
          words.add(Text.of("--" + option.word(), option.origin()));
        }
      } else {
        option("--" + option.word(), sized(option.value()));
      }
    }
    container
        .stopTimeoutSeconds()
        .ifPresent(t -> option("--stop-timeout", Text.of("" + t.value(), t.origin())));
  }

  /** The engines' own spelling of sizes: {@code 256m}. */
  static Text sized(Text value) {
    return value.mapCharacters(
        c -> c.matches("[0-9]+[KMGT]iB") ? c.replace("iB", "").toLowerCase(Locale.ROOT) : c);
  }

  private void command() {
    List<Text> entrypoint = container.entrypoint().map(Quoting::words).orElse(List.of());
    entrypoint.stream().findFirst().ifPresent(e -> option("--entrypoint", e));
    words.add(Quoting.word(container.image().forInstance(instance)));
    entrypoint.stream().skip(1).map(Quoting::word).forEach(words::add);
    container
        .command()
        .ifPresent(
            c ->
                Quoting.words(c.forInstance(instance)).stream()
                    .map(Quoting::word)
                    .forEach(words::add));
  }
}
