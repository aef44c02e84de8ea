package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.analysis.Effective.Entry;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Traced;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.language.syntax.Member;
import dev.dryboot.language.syntax.Value;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Containers. */
final class ContainerLowering {
  private ContainerLowering() {}

  static Units.Container container(BlockReader block) {
    Text image = block.text("image").orElse(Text.of("", block.origin()));
    var engine = block.text("engine").map(t -> new Traced<>(t.plain(), t.origin()));
    var supervisor =
        block
            .text("supervisor")
            .flatMap(
                t ->
                    block.parsed(
                        "supervisor", t, "systemd or engine", ContainerLowering::supervisor));
    Optional<Text> command = words(block.texts("command"));
    Optional<Text> entrypoint = words(block.texts("entrypoint"));
    List<Units.Publish> publishes = publishes(block);
    List<Units.Mount> mounts = mounts(block);
    List<Text> networks = PeopleLowering.distinct(block.texts("network"));
    List<HostModel.Entry> environment = block.keyed("env");
    List<HostModel.Entry> labels = block.keyed("label");
    Traced<Units.Readiness> readiness =
        block
            .text("notify")
            .map(t -> new Traced<>(readiness(t.plain()), t.origin()))
            .orElse(new Traced<>(Units.Readiness.RUNNING, block.origin()));
    var healthcheck = block.one("healthcheck").map(ContainerLowering::healthcheck);
    var restart = block.text("restart");
    var stopTimeout = block.seconds("stop-timeout");
    int replicas = block.integer("replicas").map(r -> r.value().intValue()).orElse(1);
    var scope = block.text("scope");
    List<Units.Option> options = options(block);
    Units.Unit unit = UnitLowering.unit(block, List.of(), Set.of());
    block.noteRest();
    return new Units.Container(
        unit,
        image,
        engine,
        supervisor,
        command,
        entrypoint,
        publishes,
        mounts,
        networks,
        environment,
        labels,
        readiness,
        healthcheck,
        restart,
        stopTimeout,
        replicas,
        scope,
        options);
  }

  /** One text is parted as a shell would; several are the words themselves. */
  private static Optional<Text> words(List<Text> texts) {
    if (texts.size() < 2) {
      return texts.stream().findFirst();
    }
    Text line = quoted(texts.getFirst());
    for (Text word : texts.subList(1, texts.size())) {
      line = line.plus(Text.of(" ", word.origin())).plus(quoted(word));
    }
    return Optional.of(line);
  }

  private static Text quoted(Text word) {
    Text quote = Text.of("'", word.origin());
    return quote.plus(word.mapCharacters(c -> c.replace("'", "'\\''"))).plus(quote);
  }

  private static Optional<Units.Supervisor> supervisor(String word) {
    return switch (word) {
      case "systemd" -> Optional.of(Units.Supervisor.SYSTEMD);
      case "engine" -> Optional.of(Units.Supervisor.ENGINE);
      default -> Optional.empty();
    };
  }

  private static Units.Readiness readiness(String word) {
    return switch (word) {
      case "healthy" -> Units.Readiness.HEALTHY;
      case "yes", "true", "on" -> Units.Readiness.NOTIFIES;
      default -> Units.Readiness.RUNNING;
    };
  }

  private static List<Units.Option> options(BlockReader block) {
    List<Units.Option> options = new ArrayList<>();
    for (String word : List.copyOf(block.block().settings.keySet())) {
      if (!block.isRead(word) && Words.isRunOption(word)) {
        for (Entry entry : block.entries(word)) {
          options.add(option(block.evaluation(), word, entry));
        }
      }
    }
    return options;
  }

  private static Units.Option option(Evaluation evaluation, String word, Entry entry) {
    Origin origin = Origin.written(entry.span());
    Text value =
        entry
            .item()
            .map(
                item -> {
                  Text first = evaluation.text(item.first());
                  return item.second()
                      .map(second -> first.plus(Text.of("=", origin)).plus(evaluation.text(second)))
                      .orElse(first);
                })
            .orElse(Text.of("yes", origin));
    return new Units.Option(word, value, origin);
  }

  private static List<Units.Publish> publishes(BlockReader block) {
    List<Units.Publish> all = new ArrayList<>();
    for (Entry entry : block.entries("publish")) {
      entry.item().flatMap(item -> publish(block, item)).ifPresent(all::add);
    }
    return all;
  }

  private static Optional<Units.Publish> publish(BlockReader block, Member.Item item) {
    Text here = block.evaluation().text(item.first());
    Text there = item.second().map(block.evaluation()::text).orElse(here);
    String expected = "ports such as 8443/tcp or 8000-8010";
    var from = block.parsed("publish", here, expected, Literals::ports);
    var to = block.parsed("publish", there, expected, Literals::ports);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    Literals.Ports host = from.get().value();
    Literals.Ports inside = to.get().value();
    String protocol = inside.protocol().equals("tcp") ? host.protocol() : inside.protocol();
    return Optional.of(
        new Units.Publish(
            host.address(),
            host.first(),
            host.last(),
            inside.first(),
            inside.last(),
            protocol,
            Origin.written(item.span())));
  }

  private static List<Units.Mount> mounts(BlockReader block) {
    List<Units.Mount> all = new ArrayList<>();
    for (Entry entry : block.entries("volume")) {
      entry.item().ifPresent(item -> all.add(mount(block.evaluation(), item, entry)));
    }
    return all;
  }

  private static Units.Mount mount(Evaluation evaluation, Member.Item item, Entry entry) {
    Origin origin = Origin.written(item.span());
    Text first = evaluation.text(item.first());
    Units.MountSource source =
        item.first() instanceof Value.Bare && !first.plain().startsWith("/")
            ? new Units.MountSource.Volume(first.plain(), first.origin())
            : new Units.MountSource.Path(first);
    List<Text> options = List.of();
    if (entry.body().isPresent()) {
      BlockReader body = new BlockReader(entry.body().get(), evaluation);
      options = body.texts("options");
      body.noteRest();
    }
    return new Units.Mount(
        source, item.second().map(evaluation::text).orElse(first), options, origin);
  }

  private static Units.Healthcheck healthcheck(BlockReader check) {
    Units.Healthcheck made =
        new Units.Healthcheck(
            check.text("command"),
            check.text("http"),
            check.integer("port"),
            check.text("interval"),
            check.text("timeout"),
            check.text("start-period"),
            check.integer("retries"),
            check.origin());
    check.noteRest();
    return made;
  }
}
