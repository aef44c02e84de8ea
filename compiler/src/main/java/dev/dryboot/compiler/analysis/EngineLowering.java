package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.analysis.Effective.Entry;
import dev.dryboot.compiler.model.Engines;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Engines, networks of containers, volumes and registries. */
final class EngineLowering {
  private EngineLowering() {}

  static Engines engines(BlockReader host) {
    return new Engines(
        host.blocks("engine").stream().map(EngineLowering::engine).toList(),
        host.blocks("network").stream().map(EngineLowering::network).toList(),
        host.blocks("volume").stream().map(EngineLowering::volume).toList(),
        host.blocks("registry").stream().map(EngineLowering::registry).toList());
  }

  private static Engines.Engine engine(BlockReader engine) {
    var version = engine.text("version");
    List<Engines.EngineWord> words = new ArrayList<>();
    engine
        .keyed("option")
        .forEach(
            o -> words.add(new Engines.EngineWord(o.key(), List.of(o.value()), true, o.origin())));
    for (String word : engine.rest()) {
      Map<Boolean, List<Text>> values = new LinkedHashMap<>();
      for (Entry entry : engine.entries(word)) {
        values
            .computeIfAbsent(true, k -> new ArrayList<>())
            .add(
                entry
                    .item()
                    .map(
                        i ->
                            i.second()
                                .map(
                                    s ->
                                        engine
                                            .evaluation()
                                            .text(i.first())
                                            .plus(Text.of("=", Origin.written(i.span())))
                                            .plus(engine.evaluation().text(s)))
                                .orElse(engine.evaluation().text(i.first())))
                    .orElse(Text.of("yes", Origin.written(entry.word()))));
      }
      values.forEach(
          (k, list) ->
              words.add(new Engines.EngineWord(word, list, false, list.getFirst().origin())));
    }
    engine.noteRest();
    return new Engines.Engine(engine.name(), version, words);
  }

  private static Engines.ContainerNetwork network(BlockReader network) {
    var engine = network.text("engine");
    var driver = network.text("driver");
    List<Text> subnets = network.texts("subnet");
    var internal = network.yes("internal");
    List<Units.Option> options = options(network);
    network.noteRest();
    return new Engines.ContainerNetwork(network.name(), engine, driver, subnets, internal, options);
  }

  private static Engines.Volume volume(BlockReader volume) {
    var engine = volume.text("engine");
    var driver = volume.text("driver");
    List<Units.Option> options = options(volume);
    volume.noteRest();
    return new Engines.Volume(volume.name(), engine, driver, options);
  }

  /** What is left, as options of {@code docker network create} or {@code docker volume create}. */
  static List<Units.Option> options(BlockReader block) {
    List<Units.Option> options = new ArrayList<>();
    for (String word : block.rest()) {
      for (Entry entry : block.entries(word)) {
        Origin origin = Origin.written(entry.span());
        Text value =
            entry
                .item()
                .map(
                    i ->
                        i.second()
                            .map(
                                s ->
                                    block
                                        .evaluation()
                                        .text(i.first())
                                        .plus(Text.of("=", origin))
                                        .plus(block.evaluation().text(s)))
                            .orElse(block.evaluation().text(i.first())))
                .orElse(Text.of("yes", origin));
        options.add(new Units.Option(word, value, origin));
      }
    }
    return options;
  }

  private static Engines.Registry registry(BlockReader registry) {
    Engines.Registry made =
        new Engines.Registry(registry.name(), registry.text("username"), registry.text("password"));
    registry.noteRest();
    return made;
  }
}
