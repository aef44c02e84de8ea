package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.Engines;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.List;

/** Networks and volumes of an engine, as units or quadlets. */
final class EngineUnits {
  private final Draft draft;
  private final boolean quadlets;

  EngineUnits(Draft draft, boolean quadlets) {
    this.draft = draft;
    this.quadlets = quadlets;
  }

  void volume(Engines.Volume volume, String engine) {
    Origin origin = volume.name().origin();
    String name = volume.name().value();
    UnitText text = new UnitText();
    text.add("Unit", "Description", "Volume " + name, origin);
    if (engine.equals("podman") && quadlets) {
      text.add("Volume", "VolumeName", name, origin);
      volume.driver().ifPresent(d -> text.add("Volume", "Driver", d, d.origin()));
      options(volume.options()).forEach(o -> text.add("Volume", "PodmanArgs", o, o.origin()));
      quadlet(name, ".volume", "-volume.service", text, origin);
      return;
    }
    List<Text> words = new ArrayList<>();
    words.add(Text.of("/usr/bin/" + engine + " volume create", origin));
    volume.driver().ifPresent(d -> words.add(Text.of("--driver ", d.origin()).plus(d)));
    words.addAll(options(volume.options()));
    words.add(Text.of(name, origin));
    create(text, engine, Quoting.line(words), origin);
    draft.unit(name + "-volume.service", text, true, origin);
  }

  void network(Engines.ContainerNetwork network, String engine) {
    Origin origin = network.name().origin();
    String name = network.name().value();
    UnitText text = new UnitText();
    text.add("Unit", "Description", "Network " + name, origin);
    boolean internal = network.internal().map(i -> i.value()).orElse(false);
    if (engine.equals("podman") && quadlets) {
      text.add("Network", "NetworkName", name, origin);
      network.driver().ifPresent(d -> text.add("Network", "Driver", d, d.origin()));
      network.subnets().forEach(s -> text.add("Network", "Subnet", s, s.origin()));
      if (internal) {
        text.add("Network", "Internal", "true", network.internal().get().origin());
      }
      options(network.options()).forEach(o -> text.add("Network", "PodmanArgs", o, o.origin()));
      quadlet(name, ".network", "-network.service", text, origin);
      return;
    }
    String client = "/usr/bin/" + engine;
    List<Text> words = new ArrayList<>();
    words.add(
        Text.of(
            "/bin/sh -c '%s network inspect %s >/dev/null 2>&1 || %s network create"
                .formatted(client, name, client),
            origin));
    network.driver().ifPresent(d -> words.add(Text.of("--driver ", d.origin()).plus(d)));
    network.subnets().forEach(s -> words.add(Text.of("--subnet ", s.origin()).plus(s)));
    if (internal) {
      words.add(Text.of("--internal", network.internal().get().origin()));
    }
    words.addAll(options(network.options()));
    words.add(Text.of(name + "'", origin));
    create(text, engine, Quoting.line(words), origin);
    draft.unit(name + "-network.service", text, true, origin);
  }

  private static List<Text> options(List<Units.Option> options) {
    return options.stream()
        .map(
            o ->
                o.value().plain().equals("yes")
                    ? Text.of("--" + o.word(), o.origin())
                    : Text.of("--" + o.word() + " ", o.origin()).plus(Quoting.word(o.value())))
        .toList();
  }

  private static void create(UnitText text, String engine, Text command, Origin origin) {
    if (engine.equals("docker")) {
      text.add("Unit", "Requires", "docker.service", origin);
      text.add("Unit", "After", "docker.service", origin);
    }
    text.add("Service", "Type", "oneshot", origin);
    text.add("Service", "RemainAfterExit", "yes", origin);
    text.add("Service", "ExecStart", command, origin);
    text.add("Install", "WantedBy", "multi-user.target", origin);
  }

  private void quadlet(String name, String suffix, String unit, UnitText text, Origin origin) {
    String path = QuadletUnits.FOLDER + name + suffix;
    draft.file(path, text.build(path), 0644, origin);
    draft.generated(name + unit, origin);
  }
}
