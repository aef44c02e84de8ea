package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.analysis.Effective.Entry;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.UnitRef;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.language.syntax.Member;
import dev.dryboot.language.syntax.Value;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Services, and what containers have in common with them. */
final class UnitLowering {
  private UnitLowering() {}

  static Units units(BlockReader host) {
    return new Units(
        host.blocks("service").stream().map(UnitLowering::service).toList(),
        host.blocks("container").stream().map(ContainerLowering::container).toList(),
        host.blocks("unit").stream().map(UnitLowering::rawUnit).toList(),
        host.blocks("quadlet").stream().map(UnitLowering::quadlet).toList());
  }

  private static Units.Service service(BlockReader service) {
    Units.Unit unit = unit(service, List.of(), Set.of("start"));
    service.noteRest();
    return new Units.Service(unit);
  }

  /**
   * What a service or container says as a unit.
   *
   * @param more directives that were found elsewhere
   * @param others words that are not directives of systemd
   */
  static Units.Unit unit(BlockReader block, List<Units.Directive> more, Set<String> others) {
    List<Units.Edge> edges = edges(block);
    Optional<Units.Trigger> timer = block.one("timer").map(t -> trigger(t, "Timer"));
    Optional<Units.Trigger> socket = block.one("socket").map(s -> trigger(s, "Socket"));
    var enabled = block.yes("enabled");
    var once = block.yes("once");
    List<Text> systemd = block.texts("systemd");
    List<Units.Directive> directives = new ArrayList<>(more);
    for (HostModel.Entry entry : block.keyed("environment")) {
      directives.add(environment(entry));
    }
    for (String word : block.rest()) {
      if (!others.contains(word) && block.block().settings.containsKey(word)) {
        directives.addAll(directives(block, word, section(block, word, "Service")));
      }
    }
    return new Units.Unit(
        block.name(),
        block.block().comment.lines().findFirst().orElse("").strip(),
        edges,
        directives,
        enabled,
        once,
        timer,
        socket,
        systemd,
        block.origin());
  }

  private static List<Units.Edge> edges(BlockReader block) {
    List<Units.Edge> edges = new ArrayList<>();
    for (String word : Words.EDGES) {
      for (Entry entry : block.entries(word)) {
        entry
            .item()
            .ifPresent(
                item ->
                    edges.add(
                        new Units.Edge(
                            Words.directive("service", word), unitRef(item, block.evaluation()))));
      }
    }
    return edges;
  }

  private static String section(BlockReader block, String word, String usual) {
    return Words.section(block.block().kind, word, usual);
  }

  static UnitRef unitRef(Member.Item item, Evaluation evaluation) {
    String name = evaluation.text(item.first()).plain();
    Origin origin = Origin.written(item.span());
    boolean ofHost = item.first() instanceof Value.Bare bare && bare.word().indexOf('.') < 0;
    return ofHost ? new UnitRef.OfHost(name, origin) : new UnitRef.OfSystem(name, origin);
  }

  private static Units.Directive environment(HostModel.Entry entry) {
    Text assignment =
        entry.value().plain().isEmpty()
            ? Text.of(entry.key() + "=", entry.origin())
            : Text.of(entry.key() + "=", entry.origin()).plus(entry.value());
    return new Units.Directive("Service", "Environment", assignment, entry.origin());
  }

  private static Units.Trigger trigger(BlockReader block, String section) {
    List<Units.Directive> directives = new ArrayList<>();
    for (String word : List.copyOf(block.block().settings.keySet())) {
      directives.addAll(directives(block, word, section(block, word, section)));
    }
    block.noteRest();
    return new Units.Trigger(directives, block.origin());
  }

  private static List<Units.Directive> directives(BlockReader block, String word, String section) {
    return block.entries(word).stream()
        .map(
            entry ->
                new Units.Directive(
                    section,
                    Words.directive(block.block().kind, word),
                    entry
                        .item()
                        .map(item -> value(block.evaluation(), item))
                        .orElse(Text.of("yes", Origin.written(entry.word()))),
                    Origin.written(entry.span())))
        .toList();
  }

  private static Text value(Evaluation evaluation, Member.Item item) {
    Text first = evaluation.text(item.first());
    return item.second()
        .map(second -> first.plus(Text.of("=", first.origin())).plus(evaluation.text(second)))
        .orElse(first);
  }

  private static Units.RawUnit rawUnit(BlockReader unit) {
    Units.RawUnit made =
        new Units.RawUnit(
            unit.name(),
            unit.text("contents"),
            unit.yes("enabled"),
            unit.yes("mask"),
            dropins(unit));
    unit.noteRest();
    return made;
  }

  private static Units.Quadlet quadlet(BlockReader quadlet) {
    Units.Quadlet made =
        new Units.Quadlet(
            quadlet.name(),
            quadlet.text("contents").orElse(Text.of("", quadlet.origin())),
            dropins(quadlet));
    quadlet.noteRest();
    return made;
  }

  private static List<Units.Dropin> dropins(BlockReader unit) {
    return unit.blocks("dropin").stream()
        .map(
            d -> {
              Units.Dropin made =
                  new Units.Dropin(d.name(), d.text("contents").orElse(Text.of("", d.origin())));
              d.noteRest();
              return made;
            })
        .toList();
  }
}
