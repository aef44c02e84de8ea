package dev.dryboot.simulator.podman;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.Section;
import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of one quadlet (podman 5, pkg/systemd/quadlet). */
sealed interface QuadletService {

  /** A service. */
  record Made(String unit, SourceText text, List<Directive> install) implements QuadletService {}

  /** Nothing: it is left out. */
  record Left(String reason) implements QuadletService {}

  Map<String, String> GROUPS =
      new LinkedHashMap<>(
          Map.of(
              ".container",
              "Container",
              ".volume",
              "Volume",
              ".network",
              "Network",
              ".image",
              "Image",
              ".kube",
              "Kube",
              ".pod",
              "Pod",
              ".build",
              "Build"));

  /** The group of a quadlet by its file's name. */
  static Optional<String> group(String file) {
    int dot = file.lastIndexOf('.');
    return dot < 0 ? Optional.empty() : Optional.ofNullable(GROUPS.get(file.substring(dot)));
  }

  /** The name of the service that a quadlet becomes. */
  static String serviceName(String file, UnitFile quadlet) {
    String group = group(file).orElseThrow();
    String base = file.substring(0, file.lastIndexOf('.'));
    String suffix =
        group.equals("Container") || group.equals("Kube")
            ? ""
            : "-" + group.toLowerCase(java.util.Locale.ROOT);
    return quadlet
            .last(group, "ServiceName")
            .map(Directive::value)
            .orElse(
                base.endsWith("@")
                    ? base.substring(0, base.length() - 1) + suffix + "@"
                    : base + suffix)
        + ".service";
  }

  static QuadletService of(String file, UnitFile quadlet, Map<String, UnitFile> all) {
    String group = group(file).orElseThrow();
    if (!quadlet.hasSection(group)) {
      return new Left("no group '" + group + "'");
    }
    for (Directive directive : quadlet.directives(group)) {
      if (!QuadletKeys.knows(group, directive.name())) {
        return new Left("unsupported key '" + directive.name() + "' in group '" + group + "'");
      }
    }
    return new Conversion(file, group, quadlet, all).convert();
  }

  /** One conversion under way. */
  final class Conversion {
    private final String file;
    private final String group;
    private final UnitFile quadlet;
    private final Map<String, UnitFile> all;
    private final Span head;
    private final List<String> needed = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    Conversion(String file, String group, UnitFile quadlet, Map<String, UnitFile> all) {
      this.file = file;
      this.group = group;
      this.quadlet = quadlet;
      this.all = all;
      this.head =
          quadlet.sections().stream()
              .filter(s -> s.name().equals(group))
              .map(Section::span)
              .findFirst()
              .orElse(quadlet.source().whole());
    }

    QuadletService convert() {
      boolean container = group.equals("Container");
      if (container && one("Image").isEmpty() && one("Rootfs").isEmpty()) {
        return new Left("no Image or Rootfs key specified");
      }
      if (container) {
        String type = service("Type");
        if (!List.of("", "notify", "oneshot").contains(type)) {
          return new Left("invalid service Type '" + type + "'");
        }
      }
      List<String> command = container ? run() : other();
      if (!missing.isEmpty()) {
        return new Left("requested Quadlet source " + missing.getFirst() + " was not found");
      }
      String unit = serviceName(file, quadlet);
      return new Made(unit, text(command).source(unit), quadlet.directives("Install"));
    }

    private QuadletText text(List<String> command) {
      var text = new QuadletText();
      text.section("Unit", head);
      text.setting("Wants", "network-online.target", head);
      text.setting("After", "network-online.target", head);
      for (String unit : needed) {
        text.setting("Requires", unit, head);
        text.setting("After", unit, head);
      }
      text.setting("RequiresMountsFor", "%t/containers", head);
      copy(text, "Unit");
      text.section("Service", head);
      boolean container = group.equals("Container") || group.equals("Kube");
      if (container) {
        lifecycle(text);
      } else if (service("Type").isEmpty()) {
        text.setting("Type", "oneshot", head);
        text.setting("RemainAfterExit", "yes", head);
      }
      text.setting("SyslogIdentifier", "%N", head);
      copy(text, "Service");
      text.setting("ExecStart", String.join(" ", command), commandSpan());
      if (!quadlet.directives("Install").isEmpty()) {
        text.section("Install", head);
        copy(text, "Install");
      }
      return text;
    }

    private void lifecycle(QuadletText text) {
      text.setting("Environment", "PODMAN_SYSTEMD_UNIT=%n", head);
      if (service("KillMode").isEmpty()) {
        text.setting("KillMode", "mixed", head);
      }
      if (group.equals("Kube")) {
        text.setting("Type", "notify", head);
        text.setting("NotifyAccess", "all", head);
        text.setting("ExecStopPost", "/usr/bin/podman kube down " + one("Yaml").orElse(""), head);
        return;
      }
      if (!service("Type").equals("oneshot")) {
        text.setting("Type", "notify", head);
        text.setting("NotifyAccess", "all", head);
      }
      text.setting("ExecStop", "/usr/bin/podman rm -v -f -i " + containerName(), head);
      text.setting("ExecStopPost", "-/usr/bin/podman rm -v -f -i " + containerName(), head);
      text.setting("Delegate", "yes", head);
    }

    private void copy(QuadletText text, String section) {
      for (Directive directive : quadlet.directives(section)) {
        text.setting(directive.name(), directive.value().replace("\n", " "), directive.whole());
      }
    }

    private List<String> run() {
      var words = new ArrayList<String>();
      words.add("/usr/bin/podman");
      addSplit(words, "GlobalArgs");
      words.addAll(List.of("run", "--name=" + containerName(), "--replace", "--rm"));
      words.add("--cgroups=" + one("CgroupsMode").orElse("split"));
      if (!service("Type").equals("oneshot")) {
        String notify = one("Notify").orElse("no").toLowerCase(java.util.Locale.ROOT);
        words.add(
            "--sdnotify="
                + switch (notify) {
                  case "yes", "true", "1", "on" -> "container";
                  case "healthy" -> "healthy";
                  default -> "conmon";
                });
        words.add("-d");
      }
      for (Directive directive : quadlet.directives("Container")) {
        option(words, directive);
      }
      one("Pod").ifPresent(pod -> words.add("--pod=" + reference(pod)));
      addSplit(words, "PodmanArgs");
      one("Image").ifPresent(image -> words.add(reference(image)));
      one("Rootfs").ifPresent(root -> words.addAll(List.of("--rootfs", root)));
      addSplit(words, "Exec");
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
        words.add("--volume=" + reference(source) + (colon < 0 ? "" : value.substring(colon)));
      } else if (directive.name().equals("Network") && !value.isEmpty()) {
        words.add("--network=" + reference(value));
      }
    }

    private List<String> other() {
      String name = "systemd-" + file.substring(0, file.lastIndexOf('.'));
      String image = one("Image").orElse("");
      return switch (group) {
        case "Volume" ->
            List.of(
                "/usr/bin/podman", "volume", "create", "--ignore", one("VolumeName").orElse(name));
        case "Network" ->
            List.of(
                "/usr/bin/podman",
                "network",
                "create",
                "--ignore",
                one("NetworkName").orElse(name));
        case "Image" -> List.of("/usr/bin/podman", "image", "pull", image);
        case "Kube" ->
            List.of(
                "/usr/bin/podman",
                "kube",
                "play",
                "--replace",
                "--service-container=true",
                one("Yaml").orElse(""));
        case "Pod" ->
            List.of(
                "/usr/bin/podman",
                "pod",
                "create",
                "--replace",
                "--name=" + one("PodName").orElse(name));
        default -> List.of("/usr/bin/podman", "build", "--tag=" + one("ImageTag").orElse(""), "/");
      };
    }

    /** What another quadlet is called in podman; it is then needed and waited for. */
    private String reference(String value) {
      if (group(value).isEmpty() || value.contains("/")) {
        return value;
      }
      UnitFile other = all.get(value);
      if (other == null) {
        missing.add(value);
        return value;
      }
      needed.add(serviceName(value, other));
      String kind = group(value).orElseThrow();
      String name = "systemd-" + value.substring(0, value.lastIndexOf('.'));
      String key =
          switch (kind) {
            case "Image" -> "Image";
            case "Build" -> "ImageTag";
            default -> kind + "Name";
          };
      return other.last(kind, key).map(Directive::value).orElse(name);
    }

    private String containerName() {
      return one("ContainerName").orElse(file.contains("@") ? "systemd-%p_%i" : "systemd-%N");
    }

    private Span commandSpan() {
      return quadlet
          .last(group, group.equals("Kube") ? "Yaml" : "Image")
          .map(Directive::whole)
          .orElse(head);
    }

    private Optional<String> one(String key) {
      return quadlet.last(group, key).map(Directive::value).filter(v -> !v.isEmpty());
    }

    private String service(String key) {
      return quadlet.last("Service", key).map(Directive::value).orElse("");
    }

    private void addSplit(List<String> words, String key) {
      for (Directive directive : quadlet.directives(group, key)) {
        if (!directive.value().isEmpty()) {
          words.add(directive.value());
        }
      }
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
}
