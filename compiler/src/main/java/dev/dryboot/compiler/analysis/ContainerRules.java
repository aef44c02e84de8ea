package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.List;

/** What a container needs to be run at all. */
final class ContainerRules {
  private ContainerRules() {}

  static List<Diagnostic> check(HostModel host) {
    List<Diagnostic> found = new ArrayList<>();
    boolean several = host.engines().engines().size() > 1;
    for (Units.Container container : host.units().containers()) {
      if (container.image().plain().isBlank()) {
        found.add(
            Diagnostic.of(
                    ModelRules.NOTHING_TO_RUN,
                    Severity.ERROR,
                    container.unit().origin(),
                    "the container %s has no image".formatted(container.name()))
                .why("the engine cannot tell what to run")
                .help("say image \"registry/name:tag\""));
      }
      if (several && container.engine().isEmpty()) {
        found.add(
            Diagnostic.of(
                    ModelRules.ENGINE_UNCLEAR,
                    Severity.ERROR,
                    container.unit().origin(),
                    "the host has several engines, and %s does not say which runs it"
                        .formatted(container.name()))
                .help("say engine in the container, or in defaults container"));
      }
      readiness(container, found);
    }
    return found;
  }

  private static void readiness(Units.Container container, List<Diagnostic> found) {
    if (container.readiness().value() == Units.Readiness.HEALTHY
        && container.healthcheck().isEmpty()) {
      found.add(
          Diagnostic.of(
                  ModelRules.READINESS_WITHOUT_CHECK,
                  Severity.WARNING,
                  container.readiness().origin(),
                  "%s waits to be healthy and has no healthcheck".formatted(container.name()))
              .why("unless the image brings one it never becomes healthy, and its start times out")
              .help("say healthcheck { command \"…\" }"));
    }
  }
}
