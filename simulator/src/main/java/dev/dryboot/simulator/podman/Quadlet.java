package dev.dryboot.simulator.podman;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.Section;
import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A quadlet: a file that describes something of podman's, and what it is called as a unit and in
 * podman (podman 5, pkg/systemd/quadlet).
 *
 * @param file its file's name
 * @param group the section that describes it, such as {@code Container}
 */
record Quadlet(String file, String group, UnitFile text) {
  private static final Map<String, String> GROUPS =
      Map.of(
          ".container", "Container",
          ".volume", "Volume",
          ".network", "Network",
          ".image", "Image",
          ".kube", "Kube",
          ".pod", "Pod",
          ".build", "Build");

  /** The quadlet in a file; empty where the file's name is not that of one. */
  static Optional<Quadlet> of(String file, UnitFile text) {
    return group(file).map(group -> new Quadlet(file, group, text));
  }

  static boolean isNameOfOne(String file) {
    return group(file).isPresent();
  }

  private static Optional<String> group(String file) {
    int dot = file.lastIndexOf('.');
    return dot < 0 ? Optional.empty() : Optional.ofNullable(GROUPS.get(file.substring(dot)));
  }

  boolean isContainer() {
    return group.equals("Container");
  }

  /** Whether its service stays: the others make something and are done. */
  boolean stays() {
    return isContainer() || group.equals("Kube");
  }

  /** The last value of a key of its group, where it is not empty. */
  Optional<String> one(String key) {
    return text.last(group, key).map(Directive::value).filter(v -> !v.isEmpty());
  }

  /** All values of a key of its group that are not empty. */
  List<String> all(String key) {
    return text.directives(group, key).stream()
        .map(Directive::value)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  /** The last value of a key of [Service]; empty where there is none. */
  String service(String key) {
    return text.last("Service", key).map(Directive::value).orElse("");
  }

  /** The name of the service that it becomes. */
  String serviceName() {
    String base = base();
    String suffix = stays() ? "" : "-" + group.toLowerCase(Locale.ROOT);
    return text.last(group, "ServiceName")
            .map(Directive::value)
            .orElse(
                base.endsWith("@")
                    ? base.substring(0, base.length() - 1) + suffix + "@"
                    : base + suffix)
        + ".service";
  }

  /** What it is called in podman, where it is no container. */
  String resourceName() {
    String key =
        switch (group) {
          case "Image" -> "Image";
          case "Build" -> "ImageTag";
          default -> group + "Name";
        };
    return one(key).orElse("systemd-" + base());
  }

  String containerName() {
    return one("ContainerName").orElse(file.contains("@") ? "systemd-%p_%i" : "systemd-%N");
  }

  private String base() {
    return file.substring(0, file.lastIndexOf('.'));
  }

  /** Where its group begins. */
  Span head() {
    return text.sections().stream()
        .filter(s -> s.name().equals(group))
        .map(Section::span)
        .findFirst()
        .orElse(text.source().whole());
  }

  /** The line that its command follows from. */
  Span commandSpan() {
    return text.last(group, group.equals("Kube") ? "Yaml" : "Image")
        .map(Directive::whole)
        .orElse(head());
  }
}
