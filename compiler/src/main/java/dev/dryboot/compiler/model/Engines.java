package dev.dryboot.compiler.model;

import dev.dryboot.source.Origin;
import java.util.List;
import java.util.Optional;

/** Container engines and what they own. */
public record Engines(
    List<Engine> engines,
    List<ContainerNetwork> networks,
    List<Volume> volumes,
    List<Registry> registries) {
  public Engines {
    engines = List.copyOf(engines);
    networks = List.copyOf(networks);
    volumes = List.copyOf(volumes);
    registries = List.copyOf(registries);
  }

  /** An engine's settings, in the daemon's words. */
  public record Engine(Traced<String> name, Optional<Text> version, List<EngineWord> words) {
    public Engine {
      words = List.copyOf(words);
    }

    public List<Text> values(String word) {
      return words.stream()
          .filter(w -> w.word().equals(word))
          .flatMap(w -> w.values().stream())
          .toList();
    }
  }

  /**
   * A key of the daemon's configuration.
   *
   * @param raw whether the value is JSON as it stands ({@code option key = '…'})
   */
  public record EngineWord(String word, List<Text> values, boolean raw, Origin origin) {
    public EngineWord {
      values = List.copyOf(values);
    }
  }

  public record ContainerNetwork(
      Traced<String> name,
      Optional<Text> engine,
      Optional<Text> driver,
      List<Text> subnets,
      Optional<Traced<Boolean>> internal,
      List<Units.Option> options) {
    public ContainerNetwork {
      subnets = List.copyOf(subnets);
      options = List.copyOf(options);
    }
  }

  public record Volume(
      Traced<String> name,
      Optional<Text> engine,
      Optional<Text> driver,
      List<Units.Option> options) {
    public Volume {
      options = List.copyOf(options);
    }
  }

  public record Registry(Traced<String> host, Optional<Text> username, Optional<Text> password) {}
}
