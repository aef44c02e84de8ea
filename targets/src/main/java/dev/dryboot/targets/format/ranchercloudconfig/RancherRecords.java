package dev.dryboot.targets.format.ranchercloudconfig;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.ignition.DataUrl;
import dev.dryboot.simulator.rancher.config.RancherConfig;
import dev.dryboot.source.Span;
import dev.dryboot.targets.format.tree.Fields;
import dev.dryboot.targets.format.tree.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes typed records of a RancherOS cloud-config; what has the wrong type counts as absent. */
final class RancherRecords {
  private static final List<String> LOOKED_INTO =
      List.of(
          "console",
          "services",
          "bootstrap",
          "cloud_init_services",
          "services_include",
          "docker",
          "system_docker",
          "bootstrap_docker",
          "network",
          "state",
          "sysctl",
          "modules",
          "environment",
          "cloud_init",
          "shutdown_timeout");

  private RancherRecords() {}

  static RancherConfig config(Fields root) {
    Fields rancher = root.child("rancher");
    Map<String, RancherConfig.Engine> engines = new LinkedHashMap<>();
    for (String engine : List.of("docker", "system_docker", "bootstrap_docker")) {
      if (rancher.has(engine)) {
        Fields fields = rancher.child(engine);
        engines.put(engine, new RancherConfig.Engine(scalars(fields), fields.at()));
      }
    }
    Map<String, Located<Boolean>> included = new LinkedHashMap<>();
    Fields include = rancher.child("services_include");
    include
        .entries()
        .forEach(e -> include.truth(e.name()).ifPresent(t -> included.put(e.name(), t)));
    Map<String, Span> settings = new LinkedHashMap<>();
    for (Node.Entry entry : rancher.entries()) {
      if (!LOOKED_INTO.contains(entry.name())) {
        settings.put("rancher." + entry.name(), entry.key().span());
      }
    }
    return new RancherConfig(
        root.text("hostname"),
        root.texts("ssh_authorized_keys"),
        root.children("write_files").stream()
            .filter(f -> f.text("path").isPresent())
            .map(RancherRecords::file)
            .toList(),
        mounts(root),
        commands(root, "bootcmd"),
        commands(root, "runcmd"),
        rancher.text("console"),
        ServiceRecords.services(rancher.child("services")),
        ServiceRecords.services(rancher.child("bootstrap")),
        ServiceRecords.services(rancher.child("cloud_init_services")),
        included,
        engines,
        network(rancher.child("network")),
        state(rancher.child("state")),
        scalars(rancher.child("sysctl")),
        rancher.texts("modules"),
        scalars(rancher.child("environment")),
        rancher.child("cloud_init").texts("datasources").stream().map(Located::value).toList(),
        rancher.number("shutdown_timeout").map(Located::value),
        settings,
        root.at());
  }

  /** Scalars by key; a list of scalars is joined with blanks. */
  static Map<String, Located<String>> scalars(Fields fields) {
    Map<String, Located<String>> all = new LinkedHashMap<>();
    for (Node.Entry entry : fields.entries()) {
      switch (entry.value()) {
        case Node.Scalar scalar ->
            all.put(entry.name(), new Located<>(scalar.text(), scalar.span()));
        case Node.Sequence list ->
            all.put(entry.name(), new Located<>(String.join(" ", words(list)), list.span()));
        case Node.Mapping mapping -> {}
      }
    }
    return all;
  }

  static List<String> words(Node node) {
    return node instanceof Node.Sequence list
        ? list.items().stream()
            .filter(Node.Scalar.class::isInstance)
            .map(n -> ((Node.Scalar) n).text())
            .toList()
        : node instanceof Node.Scalar scalar ? List.of(scalar.text().split("\\s+")) : List.of();
  }

  private static List<RancherConfig.Command> commands(Fields fields, String key) {
    List<RancherConfig.Command> commands = new ArrayList<>();
    for (Node item : fields.items(key)) {
      switch (item) {
        case Node.Text text ->
            commands.add(new RancherConfig.Command(List.of(text.text()), true, text.span()));
        case Node.Sequence list -> {
          if (!words(list).isEmpty()) {
            commands.add(new RancherConfig.Command(words(list), false, list.span()));
          }
        }
        case Node.Scalar scalar -> {}
        case Node.Mapping mapping -> {}
      }
    }
    return commands;
  }

  private static List<RancherConfig.MountLine> mounts(Fields root) {
    List<RancherConfig.MountLine> mounts = new ArrayList<>();
    for (Node item : root.items("mounts")) {
      if (item instanceof Node.Sequence list) {
        mounts.add(
            new RancherConfig.MountLine(
                list.items().stream()
                    .filter(Node.Scalar.class::isInstance)
                    .map(n -> new Located<>(((Node.Scalar) n).text(), n.span()))
                    .toList(),
                list.span()));
      }
    }
    return mounts;
  }

  private static RancherConfig.WriteFile file(Fields fields) {
    String digits = fields.plain("permissions").orElse("").replaceFirst("^0o?", "");
    return new RancherConfig.WriteFile(
        fields.required("path"),
        content(fields),
        fields.plain("container").orElse("console"),
        fields.plain("owner"),
        digits.matches("[0-7]{1,4}") ? Optional.of(Integer.parseInt(digits, 8)) : Optional.empty(),
        fields.at());
  }

  private static Located<String> content(Fields fields) {
    Located<String> content = fields.required("content");
    String encoding = fields.plain("encoding").orElse("");
    if (encoding.isEmpty()) {
      return content;
    }
    try {
      boolean base64 = encoding.contains("64");
      byte[] bytes =
          base64
              ? Base64.getMimeDecoder().decode(content.value().strip())
              : content.value().getBytes(StandardCharsets.ISO_8859_1);
      if (encoding.startsWith("gz")) {
        return DataUrl.gunzip(bytes) instanceof DataUrl.Contents.Bytes plain
            ? new Located<>(plain.text(), content.at())
            : content;
      }
      return new Located<>(new String(bytes, StandardCharsets.UTF_8), content.at());
    } catch (IllegalArgumentException e) {
      return content;
    }
  }

  private static RancherConfig.Network network(Fields network) {
    Map<String, Map<String, Located<String>>> interfaces = new LinkedHashMap<>();
    for (Node.Entry entry : network.child("interfaces").entries()) {
      interfaces.put(entry.name(), scalars(Fields.of(entry.value())));
    }
    return new RancherConfig.Network(
        interfaces,
        network.child("dns").texts("nameservers"),
        network.child("dns").texts("search"),
        commands(network, "pre_cmds"),
        commands(network, "post_cmds"));
  }

  private static RancherConfig.State state(Fields state) {
    return new RancherConfig.State(
        state.text("dev"),
        state.plain("fstype"),
        state.is("wait"),
        state.is("required"),
        state.texts("autoformat"));
  }
}
