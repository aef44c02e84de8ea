package dev.dryboot.simulator.podman;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of one quadlet (podman 5, pkg/systemd/quadlet). */
sealed interface QuadletService {

  /** A service. */
  record Made(String unit, SourceText text, List<Directive> install) implements QuadletService {}

  /** Nothing: it is left out. */
  record Left(String reason) implements QuadletService {}

  /**
   * Converts one.
   *
   * @param all the quadlets of the machine by their files' names
   */
  static QuadletService of(Quadlet quadlet, Map<String, Quadlet> all) {
    Optional<String> refusal = refusal(quadlet);
    if (refusal.isPresent()) {
      return new Left(refusal.get());
    }
    var references = new QuadletReferences(all);
    List<String> command = new QuadletCommand(quadlet, references).words();
    if (!references.missing().isEmpty()) {
      return new Left(
          "requested Quadlet source " + references.missing().getFirst() + " was not found");
    }
    String unit = quadlet.serviceName();
    return new Made(
        unit,
        new QuadletUnit(quadlet).text(command, references.needed()).source(unit),
        quadlet.text().directives("Install"));
  }

  private static Optional<String> refusal(Quadlet quadlet) {
    String group = quadlet.group();
    if (!quadlet.text().hasSection(group)) {
      return Optional.of("no group '" + group + "'");
    }
    for (Directive directive : quadlet.text().directives(group)) {
      if (!QuadletKeys.knows(group, directive.name())) {
        return Optional.of("unsupported key '" + directive.name() + "' in group '" + group + "'");
      }
    }
    if (!quadlet.isContainer()) {
      return Optional.empty();
    }
    if (quadlet.one("Image").isEmpty() && quadlet.one("Rootfs").isEmpty()) {
      return Optional.of("no Image or Rootfs key specified");
    }
    String type = quadlet.service("Type");
    return List.of("", "notify", "oneshot").contains(type)
        ? Optional.empty()
        : Optional.of("invalid service Type '" + type + "'");
  }
}
