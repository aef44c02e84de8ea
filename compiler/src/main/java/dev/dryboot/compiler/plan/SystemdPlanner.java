package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.Engines;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Traced;
import dev.dryboot.compiler.model.UnitRef;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.source.Origin;
import dev.dryboot.source.OriginText;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;

/** Plans a host on a system that systemd runs. */
public final class SystemdPlanner {
  private final SystemdPlatform platform;

  public SystemdPlanner(SystemdPlatform platform) {
    this.platform = platform;
  }

  /** Adds to {@code draft} all files and units that the host comes to. */
  public void plan(Draft draft) {
    HostModel host = draft.host();
    UnitLines lines = new UnitLines(draft, platform);
    SystemFiles.plan(draft);
    if (platform.mountUnits()) {
      StorageUnits.plan(draft);
    }
    host.engines().engines().forEach(e -> EngineFiles.daemon(draft, e));
    EngineFiles.registries(draft);
    engines(draft);
    ServiceUnits services = new ServiceUnits(draft, lines);
    host.units().services().forEach(services::plan);
    host.units().containers().forEach(c -> container(draft, lines, c));
    host.units().quadlets().forEach(q -> quadlet(draft, q));
    host.units().units().forEach(u -> rawUnit(draft, u));
    dataRoot(draft);
  }

  private void engines(Draft draft) {
    EngineUnits units = new EngineUnits(draft, platform.quadlets());
    draft
        .host()
        .engines()
        .volumes()
        .forEach(v -> units.volume(v, engine(draft.host(), v.engine())));
    draft
        .host()
        .engines()
        .networks()
        .forEach(n -> units.network(n, engine(draft.host(), n.engine())));
  }

  private void container(Draft draft, UnitLines lines, Units.Container container) {
    String engine = engine(draft.host(), container);
    if (engine.equals("podman") && platform.quadlets()) {
      new QuadletUnits(draft, lines, platform.quadletNetworks()).plan(container);
    } else {
      new ContainerUnits(draft, lines, engine, platform.dockerStartsAtBoot()).plan(container);
    }
  }

  /** The engine of a container: its own, the host's only one, or the system's. */
  public String engine(HostModel host, Units.Container container) {
    return container.engine().map(Traced::value).orElseGet(() -> engine(host, Optional.empty()));
  }

  private String engine(HostModel host, Optional<Text> written) {
    if (written.isPresent()) {
      return written.get().plain();
    }
    List<Engines.Engine> engines = host.engines().engines();
    List<String> ofContainers =
        host.units().containers().stream()
            .flatMap(c -> c.engine().stream())
            .map(Traced::value)
            .distinct()
            .toList();
    if (engines.size() == 1) {
      return engines.getFirst().name().value();
    }
    return ofContainers.size() == 1 ? ofContainers.getFirst() : platform.defaultEngine();
  }

  private static void quadlet(Draft draft, Units.Quadlet quadlet) {
    Origin origin = quadlet.name().origin();
    String name = quadlet.name().value();
    String path = QuadletUnits.FOLDER + name;
    draft.file(path, quadlet.contents(), 0644, origin);
    for (Units.Dropin dropin : quadlet.dropins()) {
      draft.file(
          path + ".d/" + dropin.name().value(), dropin.contents(), 0644, dropin.name().origin());
    }
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    String suffix = dot < 0 ? "" : name.substring(dot + 1);
    draft.generated(
        suffix.equals("container") || suffix.equals("kube")
            ? stem + ".service"
            : stem + "-" + suffix + ".service",
        origin);
  }

  private static void rawUnit(Draft draft, Units.RawUnit unit) {
    String name = unit.name().value();
    draft.unit(
        new Plan.PlannedUnit(
            name,
            unit.contents().map(c -> text(name, c)),
            isInstallable(unit)
                ? Optional.of(new Traced<>(true, unit.name().origin()))
                : unit.enabled(),
            unit.mask(),
            false,
            unit.dropins().stream()
                .map(
                    d ->
                        new Plan.PlannedDropin(
                            d.name().value(),
                            text(name + ".d/" + d.name().value(), d.contents()),
                            d.name().origin()))
                .toList(),
            unit.name().origin()));
  }

  /** Whether it is to be enabled though nothing is said: it is new, and says what wants it. */
  private static boolean isInstallable(Units.RawUnit unit) {
    return unit.enabled().isEmpty()
        && unit.mask().isEmpty()
        && unit.contents().map(c -> c.plain().contains("[Install]")).orElse(false);
  }

  private static SourceText text(String name, Text text) {
    OriginText out = new OriginText();
    text.appendTo(out);
    return out.build(name);
  }

  /** An engine whose data lie on a filesystem of their own must not start before it is mounted. */
  private static void dataRoot(Draft draft) {
    HostModel host = draft.host();
    String root =
        host.engines().engines().stream()
            .filter(e -> e.name().value().equals("docker"))
            .flatMap(e -> e.values("data-root").stream())
            .map(Text::plain)
            .findFirst()
            .orElse("/var/lib/docker");
    boolean usesDocker =
        host.engines().engines().stream().anyMatch(e -> e.name().value().equals("docker"))
            || host.units().containers().stream()
                .anyMatch(c -> c.engine().map(e -> e.value().equals("docker")).orElse(false));
    if (!usesDocker) {
      return;
    }
    host.storage().filesystems().stream()
        .filter(f -> f.path().isPresent())
        .filter(f -> (root + "/").startsWith(f.path().get().plain() + "/"))
        .filter(f -> !f.path().get().plain().equals("/var"))
        .findFirst()
        .ifPresent(
            f -> {
              UnitText text = new UnitText();
              Origin origin = f.name().origin().because("docker keeps its data there");
              text.add("Unit", "RequiresMountsFor", root, origin);
              draft.dropin("docker.service", "10-dryboot-data.conf", text, origin);
              draft
                  .notes()
                  .lowered(
                      origin,
                      "docker's data on " + f.name().value(),
                      "docker.service waits for the mount");
            });
  }

  /** Makes the containers and services that tell an update's health part of a good boot. */
  public static void healthGate(Draft draft, List<UnitRef> healthy) {
    for (UnitRef ref : healthy) {
      for (String unit : UnitNames.of(ref, draft.host())) {
        UnitText text = new UnitText();
        text.add("Unit", "Before", "boot-complete.target", ref.origin());
        draft.dropin(unit, "20-dryboot-healthy.conf", text, ref.origin());
        UnitText gate = new UnitText();
        gate.add("Unit", "Requires", unit, ref.origin());
        draft.dropin(
            "boot-complete.target",
            "20-" + unit.replace(".service", "") + ".conf",
            gate,
            ref.origin());
        draft.notes().lowered(ref.origin(), "healthy", "boot-complete.target requires it");
      }
    }
  }
}
