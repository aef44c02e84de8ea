package dev.dryboot.simulator.rancher;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.simulator.rancher.config.RancherConfig;
import dev.dryboot.simulator.rancher.config.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The services as records that rules and pictures read. */
final class ServiceUnits {
  private final RancherBoot boot;
  private final Project project;

  ServiceUnits(RancherBoot boot, Project project) {
    this.boot = boot;
    this.project = project;
  }

  List<UnitRecord> all() {
    List<UnitRecord> all = new ArrayList<>();
    project.services().values().forEach(s -> all.add(record(s)));
    List<UnitRecord.Edge> edges =
        project.services().keySet().stream()
            .map(name -> new UnitRecord.Edge("After", name, Optional.empty()))
            .toList();
    all.add(record(RancherBoot.GOAL, List.of(), List.of(), edges, List.of()));
    return all;
  }

  private UnitRecord record(Service service) {
    String name = service.name().value();
    List<String> aliases = new ArrayList<>();
    aliases.add((service.system() ? "system-docker:" : "docker:") + name);
    if (name.equals("cloud-init-execute")) {
      aliases.add("cloud-init");
    }
    List<UnitRecord.Edge> edges =
        project.graph().of(name).stream()
            .map(d -> new UnitRecord.Edge("After", d.on(), d.written()))
            .toList();
    return record(name, aliases, settings(service), edges, commands(name));
  }

  private UnitRecord record(
      String name,
      List<String> aliases,
      List<UnitRecord.Setting> settings,
      List<UnitRecord.Edge> edges,
      List<UnitRecord.Command> commands) {
    ServiceStates.State state = project.states().of(name);
    return new UnitRecord(
        name,
        aliases,
        "loaded",
        "enabled",
        state.active(),
        state.sub(),
        state.result(),
        List.of(),
        settings,
        edges,
        commands);
  }

  /** The name first, so that findings about the whole service are told there. */
  private static List<UnitRecord.Setting> settings(Service service) {
    List<UnitRecord.Setting> settings = new ArrayList<>();
    add(settings, "name", service.name());
    service.image().ifPresent(i -> add(settings, "image", i));
    service.restart().ifPresent(r -> add(settings, "restart", r));
    service.ports().forEach(p -> add(settings, "ports", p));
    service.labels().forEach((key, value) -> add(settings, key, value));
    return settings;
  }

  private static void add(List<UnitRecord.Setting> to, String name, Located<String> value) {
    to.add(new UnitRecord.Setting("service", name, value.value(), value.at()));
  }

  /** The console runs the user's commands. */
  private List<UnitRecord.Command> commands(String name) {
    List<UnitRecord.Command> commands = new ArrayList<>();
    if (name.equals(ConsoleInit.CONSOLE)) {
      List<RancherConfig.Command> runcmd =
          boot.config().map(RancherConfig::runcmd).orElse(List.of());
      for (int i = 0; i < runcmd.size(); i++) {
        commands.add(
            new UnitRecord.Command(
                ConsoleInit.stage(i), runcmd.get(i).argv(), true, Optional.of(runcmd.get(i).at())));
      }
    }
    return commands;
  }
}
