package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.List;

/** A port of the host can lead to one container only. */
final class PublishedPorts {
  private record Owner(Units.Container container, Units.Publish publish) {}

  private PublishedPorts() {}

  static List<Diagnostic> check(HostModel host) {
    List<Diagnostic> found = new ArrayList<>();
    List<Owner> seen = new ArrayList<>();
    for (Units.Container container : host.units().containers()) {
      for (Units.Publish publish : container.publishes()) {
        few(container, publish, found);
        for (Owner owner : seen) {
          if (overlap(owner.publish(), publish)) {
            found.add(clash(owner, container, publish));
          }
        }
        seen.add(new Owner(container, publish));
      }
    }
    return found;
  }

  private static Diagnostic clash(Owner owner, Units.Container container, Units.Publish publish) {
    Diagnostic diagnostic =
        Diagnostic.of(
                ModelRules.PORT_TWICE,
                Severity.ERROR,
                publish.origin(),
                "port %d/%s is published by %s and by %s"
                    .formatted(
                        publish.first(),
                        publish.protocol(),
                        owner.container().name(),
                        container.name()))
            .why("whichever starts second cannot bind it and fails")
            .help("publish one of them on another port or address");
    return owner
        .publish()
        .origin()
        .span()
        .map(at -> diagnostic.related(at, "the first one"))
        .orElse(diagnostic);
  }

  private static void few(
      Units.Container container, Units.Publish publish, List<Diagnostic> found) {
    int ports = publish.last() - publish.first() + 1;
    if (container.replicas() > 1 && ports < container.replicas()) {
      found.add(
          Diagnostic.of(
                  ModelRules.FEW_PORTS,
                  Severity.ERROR,
                  publish.origin(),
                  "%s has %d replicas and publishes %d of the host's ports"
                      .formatted(container.name(), container.replicas(), ports))
              .why("each replica needs a port of its own; the others cannot bind theirs and fail")
              .help(
                  "publish a range, such as %d-%d"
                      .formatted(publish.first(), publish.first() + container.replicas() - 1)));
    }
  }

  private static boolean overlap(Units.Publish a, Units.Publish b) {
    boolean everywhere = isAny(a.address()) || isAny(b.address());
    return a.protocol().equals(b.protocol())
        && (everywhere || a.address().equals(b.address()))
        && a.first() <= b.last()
        && b.first() <= a.last();
  }

  private static boolean isAny(String address) {
    return address.isEmpty() || address.equals("0.0.0.0") || address.equals("::");
  }
}
