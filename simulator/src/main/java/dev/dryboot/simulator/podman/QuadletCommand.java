package dev.dryboot.simulator.podman;

import dev.dryboot.foreign.unitfile.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The call of podman that a quadlet's service makes. */
final class QuadletCommand {
  private final Quadlet quadlet;
  private final QuadletReferences references;

  QuadletCommand(Quadlet quadlet, QuadletReferences references) {
    this.quadlet = quadlet;
    this.references = references;
  }

  List<String> words() {
    return quadlet.isContainer() ? run() : other();
  }

  private List<String> run() {
    var words = new ArrayList<String>();
    words.add("/usr/bin/podman");
    words.addAll(quadlet.all("GlobalArgs"));
    words.addAll(List.of("run", "--name=" + quadlet.containerName(), "--replace", "--rm"));
    words.add("--cgroups=" + quadlet.one("CgroupsMode").orElse("split"));
    if (!quadlet.service("Type").equals("oneshot")) {
      String notify = quadlet.one("Notify").orElse("no").toLowerCase(Locale.ROOT);
      words.add(
          "--sdnotify="
              + switch (notify) {
                case "yes", "true", "1", "on" -> "container";
                case "healthy" -> "healthy";
                default -> "conmon";
              });
      words.add("-d");
    }
    for (Directive directive : quadlet.text().directives("Container")) {
      option(words, directive);
    }
    quadlet.one("Pod").ifPresent(pod -> words.add("--pod=" + references.resolve(pod)));
    words.addAll(quadlet.all("PodmanArgs"));
    quadlet.one("Image").ifPresent(image -> words.add(references.resolve(image)));
    quadlet.one("Rootfs").ifPresent(root -> words.addAll(List.of("--rootfs", root)));
    words.addAll(quadlet.all("Exec"));
    return words;
  }

  private void option(List<String> words, Directive directive) {
    String value = directive.value();
    String option = QuadletKeys.OPTIONS.get(directive.name());
    if (option != null) {
      if (!value.isEmpty()) {
        words.add("--" + option + "=" + quoted(value));
      }
    } else if (QuadletKeys.FLAGS.containsKey(directive.name())) {
      words.add("--" + QuadletKeys.FLAGS.get(directive.name()) + "=" + isTrue(value));
    } else if (directive.name().equals("Volume") && !value.isEmpty()) {
      int colon = value.indexOf(':');
      String source = colon < 0 ? value : value.substring(0, colon);
      words.add(
          "--volume=" + references.resolve(source) + (colon < 0 ? "" : value.substring(colon)));
    } else if (directive.name().equals("Network") && !value.isEmpty()) {
      words.add("--network=" + network(value));
    }
  }

  /** A network with its options, or another container's network (podman 5.3). */
  private String network(String value) {
    int colon = value.indexOf(':');
    String name = colon < 0 ? value : value.substring(0, colon);
    String options = colon < 0 ? "" : value.substring(colon);
    String resolved = references.resolve(name);
    return (name.endsWith(".container") ? "container:" + resolved : resolved) + options;
  }

  private List<String> other() {
    String image = quadlet.one("Image").orElse("");
    return switch (quadlet.group()) {
      case "Volume" ->
          List.of("/usr/bin/podman", "volume", "create", "--ignore", quadlet.resourceName());
      case "Network" ->
          List.of("/usr/bin/podman", "network", "create", "--ignore", quadlet.resourceName());
      case "Image" -> List.of("/usr/bin/podman", "image", "pull", image);
      case "Kube" ->
          List.of(
              "/usr/bin/podman",
              "kube",
              "play",
              "--replace",
              "--service-container=true",
              quadlet.one("Yaml").orElse(""));
      case "Pod" ->
          List.of(
              "/usr/bin/podman", "pod", "create", "--replace", "--name=" + quadlet.resourceName());
      default ->
          List.of("/usr/bin/podman", "build", "--tag=" + quadlet.one("ImageTag").orElse(""), "/");
    };
  }

  private static String quoted(String value) {
    boolean plain = value.matches("[^\\s\"'\\\\]*");
    return plain || value.startsWith("\"") || value.startsWith("'")
        ? value
        : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static boolean isTrue(String value) {
    return value.matches("(?i)yes|true|1|on|y|t");
  }
}
