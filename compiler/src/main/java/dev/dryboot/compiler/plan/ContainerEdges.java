package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Storage;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.source.Origin;

/** What a container's unit needs besides what its author wrote. */
final class ContainerEdges {
  private ContainerEdges() {}

  static void add(UnitText text, HostModel host, Units.Container container, String engine) {
    Origin origin = container.unit().origin();
    if (engine.equals("docker")) {
      Origin because =
          container
              .engine()
              .map(e -> e.origin())
              .orElse(origin)
              .because("docker's client needs its daemon");
      text.addOnce("Unit", "Requires", "docker.service", because);
      text.addOnce("Unit", "After", "docker.service", because);
    }
    network(text, container);
    host.engines().volumes().stream()
        .filter(v -> mounts(container, v.name().value()))
        .forEach(
            v ->
                needs(
                    text,
                    v.name().value() + "-volume.service",
                    origin.because("it mounts the volume")));
    host.engines().networks().stream()
        .filter(
            n -> container.networks().stream().anyMatch(t -> t.plain().equals(n.name().value())))
        .forEach(
            n ->
                needs(
                    text,
                    n.name().value() + "-network.service",
                    origin.because("it joins the network")));
    sharedNetwork(text, container);
    mountPoints(text, host, container);
  }

  /** Who joins the network of a container needs that one to run. */
  static void sharedNetwork(UnitText text, Units.Container container) {
    container
        .sharesNetworkOf()
        .ifPresent(
            of ->
                needs(
                    text,
                    of.value() + ".service",
                    of.origin().because("it shares the network of " + of.value())));
  }

  /** The network is needed for the pull: only where an image comes from a registry. */
  static void network(UnitText text, Units.Container container) {
    boolean pulls =
        container.option("pull").map(o -> !o.value().plain().equals("never")).orElse(true)
            && !container.image().plain().startsWith("localhost/");
    if (pulls) {
      Origin because = container.image().origin().because("its image is pulled from a registry");
      text.addOnce("Unit", "Wants", "network-online.target", because);
      text.addOnce("Unit", "After", "network-online.target", because);
    }
  }

  private static void needs(UnitText text, String unit, Origin origin) {
    text.addOnce("Unit", "Requires", unit, origin);
    text.addOnce("Unit", "After", unit, origin);
  }

  private static boolean mounts(Units.Container container, String volume) {
    return container.mounts().stream()
        .anyMatch(m -> m.source() instanceof Units.MountSource.Volume v && v.name().equals(volume));
  }

  /** Paths of the host that lie on a filesystem of its own must be there before. */
  static void mountPoints(UnitText text, HostModel host, Units.Container container) {
    for (Text path : Mounts.hostPaths(container)) {
      if (onFilesystem(host, path.plain())) {
        text.addOnce("Unit", "RequiresMountsFor", path.plain(), path.origin());
      }
    }
  }

  static boolean onFilesystem(HostModel host, String path) {
    return host.storage().filesystems().stream()
        .flatMap((Storage.Filesystem f) -> f.path().stream())
        .map(Text::plain)
        .anyMatch(p -> path.equals(p) || path.startsWith(p.endsWith("/") ? p : p + "/"));
  }
}
