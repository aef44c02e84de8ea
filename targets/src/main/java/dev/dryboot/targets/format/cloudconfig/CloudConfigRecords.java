package dev.dryboot.targets.format.cloudconfig;

import dev.dryboot.simulator.cloudinit.CloudConfig;
import dev.dryboot.simulator.cloudinit.CloudConfig.Command;
import dev.dryboot.simulator.config.Located;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import dev.dryboot.targets.format.tree.Fields;
import dev.dryboot.targets.format.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes typed records of a cloud-config; what has the wrong type counts as absent. */
final class CloudConfigRecords {
  private CloudConfigRecords() {}

  static CloudConfig config(Fields root, List<Diagnostic> found) {
    List<CloudConfig.WriteFile> files =
        root.children("write_files").stream()
            .filter(f -> f.text("path").isPresent())
            .map(f -> WriteFileRecords.file(f, found))
            .toList();
    WriteFileRecords.owners(files, root, found);
    return new CloudConfig(
        identity(root),
        commands(root, "bootcmd"),
        commands(root, "runcmd"),
        snap(root),
        files,
        UserRecords.users(root),
        CloudStorageRecords.storage(root),
        packages(root),
        ModuleFiles.of(root),
        powerState(root),
        new CloudConfig.Modules(
            modules(root, "cloud_init_modules"),
            modules(root, "cloud_config_modules"),
            modules(root, "cloud_final_modules")),
        NotedKeys.of(root),
        root.at());
  }

  private static List<String> modules(Fields root, String key) {
    List<String> names = new ArrayList<>();
    for (Node item : root.items(key)) {
      Node name =
          item instanceof Node.Sequence list && !list.items().isEmpty()
              ? list.items().getFirst()
              : item;
      if (name instanceof Node.Text text) {
        names.add(text.text().replace('-', '_'));
      }
    }
    return names;
  }

  private static CloudConfig.Identity identity(Fields root) {
    return new CloudConfig.Identity(
        root.text("hostname"),
        root.text("fqdn"),
        root.is("prefer_fqdn_over_hostname"),
        root.is("preserve_hostname"),
        root.truth("create_hostname_file").map(Located::value).orElse(true),
        root.scalar("manage_etc_hosts").map(Located::value).filter(v -> !v.equals("false")),
        root.text("timezone"),
        root.text("locale"),
        root.child("keyboard").text("layout"),
        ntp(root),
        caCerts(root));
  }

  private static Optional<CloudConfig.Ntp> ntp(Fields root) {
    Fields ntp = root.child("ntp");
    boolean there = root.mapping().flatMap(m -> m.entry("ntp")).isPresent();
    return there
        ? Optional.of(
            new CloudConfig.Ntp(
                ntp.truth("enabled").map(Located::value).orElse(true),
                ntp.texts("servers"),
                ntp.texts("pools"),
                ntp.plain("ntp_client"),
                ntp.at()))
        : Optional.empty();
  }

  private static Optional<CloudConfig.CaCerts> caCerts(Fields root) {
    Fields certs = root.has("ca_certs") ? root.child("ca_certs") : root.child("ca-certs");
    return certs.mapping().isPresent()
        ? Optional.of(
            new CloudConfig.CaCerts(
                certs.is("remove_defaults") || certs.is("remove-defaults"),
                certs.texts("trusted"),
                certs.at()))
        : Optional.empty();
  }

  static List<Command> commands(Fields root, String key) {
    List<Command> commands = new ArrayList<>();
    root.items(key).forEach(item -> command(item).ifPresent(commands::add));
    return commands;
  }

  /** A command: a list of words, or a line for a shell. */
  static Optional<Command> command(Node node) {
    return switch (node) {
      case Node.Text text -> Optional.of(new Command(List.of(text.text()), true, text.span()));
      case Node.Sequence list -> {
        List<String> words =
            list.items().stream()
                .filter(Node.Scalar.class::isInstance)
                .map(n -> ((Node.Scalar) n).text())
                .toList();
        yield words.isEmpty()
            ? Optional.empty()
            : Optional.of(new Command(words, false, list.span()));
      }
      case Node.Scalar scalar -> Optional.empty();
      case Node.Mapping mapping -> Optional.empty();
    };
  }

  /** Commands of a mapping run in the order of their keys (cc_snap.py). */
  private static List<Command> snap(Fields root) {
    Fields snap = root.child("snap");
    if (snap.get("commands").orElse(null) instanceof Node.Mapping mapping) {
      return mapping.entries().stream()
          .sorted(java.util.Comparator.comparing(Node.Entry::name))
          .flatMap(e -> command(e.value()).stream())
          .map(CloudConfigRecords::withSnap)
          .toList();
    }
    return commands(snap, "commands").stream().map(CloudConfigRecords::withSnap).toList();
  }

  /** A list may leave out the word snap (cc_snap.py, prepend_base_command). */
  private static Command withSnap(Command command) {
    if (command.shell() || command.words().getFirst().equals("snap")) {
      return command;
    }
    List<String> words = new ArrayList<>(List.of("snap"));
    words.addAll(command.words());
    return new Command(words, false, command.at());
  }

  private static CloudConfig.Packages packages(Fields root) {
    List<Located<String>> names = new ArrayList<>();
    List<Located<String>> snaps = new ArrayList<>();
    for (Node item : root.items("packages")) {
      if (item instanceof Node.Mapping mapping) {
        Fields managers = Fields.of(mapping);
        managers.items("apt").forEach(n -> name(n).ifPresent(names::add));
        managers.items("snap").forEach(n -> name(n).ifPresent(snaps::add));
      } else {
        name(item).ifPresent(names::add);
      }
    }
    return new CloudConfig.Packages(
        root.is("package_update") || root.is("apt_update"),
        root.is("package_upgrade") || root.is("apt_upgrade"),
        root.is("package_reboot_if_required") || root.is("apt_reboot_if_required"),
        names,
        snaps);
  }

  private static Optional<Located<String>> name(Node item) {
    Node first =
        item instanceof Node.Sequence list && !list.items().isEmpty()
            ? list.items().getFirst()
            : item;
    return Fields.textOf(Optional.of(first));
  }

  private static Optional<CloudConfig.PowerState> powerState(Fields root) {
    Fields state = root.child("power_state");
    Optional<String> mode = state.plain("mode");
    if (mode.isEmpty()) {
      return Optional.empty();
    }
    String delay = state.scalar("delay").map(Located::value).orElse("now").replace("+", "");
    Optional<Node> condition = state.get("condition");
    boolean wanted = !(condition.orElse(null) instanceof Node.Truth truth) || truth.value();
    Span at = state.at();
    return Optional.of(
        new CloudConfig.PowerState(
            mode.get(),
            delay.matches("[0-9]{1,6}") ? Long.parseLong(delay) : 0,
            state.numberOr("timeout", 30),
            wanted,
            condition.flatMap(CloudConfigRecords::command),
            at));
  }
}
