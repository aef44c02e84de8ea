package dev.dryboot.targets.os.rancheros;

import dev.dryboot.compiler.document.Document;
import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Storage;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.plan.Notes;
import dev.dryboot.compiler.plan.Plan;
import dev.dryboot.source.Origin;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.targets.encode.CloudConfigFiles;
import dev.dryboot.targets.encode.Fragments;
import dev.dryboot.targets.encode.Leaves;
import dev.dryboot.targets.format.yaml.YamlDialect;
import java.util.List;
import java.util.stream.Collectors;

/** A plan for RancherOS as its cloud-config. */
final class RancherOsEncoder {
  static final Origin BUILT = Origin.builtIn("part of every cloud-config");

  private final Plan plan;
  private final HostModel host;
  private final Notes notes = new Notes();
  private final Node.Fields root = new Node.Fields(BUILT);

  private RancherOsEncoder(Plan plan) {
    this.plan = plan;
    this.host = plan.host();
  }

  static Outcome<List<Document>> encode(Plan plan) {
    RancherOsEncoder encoder = new RancherOsEncoder(plan);
    encoder.top();
    Node.Fields rancher = encoder.rancher();
    Report report = Fragments.merge(rancher, plan.host(), "rancher", YamlDialect.GO_YAML_2);
    encoder.root.putFilled("rancher", rancher);
    report =
        report
            .and(Fragments.merge(encoder.root, plan.host(), "cloud-config", YamlDialect.GO_YAML_2))
            .and(encoder.notes.report());
    String path = plan.host().name().value() + "/rancheros/cloud-config.yml";
    return Outcome.of(
        List.of(new Document("user-data", path, Document.Form.CLOUD_CONFIG, encoder.root)), report);
  }

  private void top() {
    root.put("hostname", Leaves.text(host.identity().hostname()));
    Node.Items keys = new Node.Items(BUILT);
    host.people()
        .users()
        .forEach(u -> u.sshAuthorizedKeys().forEach(k -> keys.add(Leaves.text(k))));
    root.putFilled("ssh_authorized_keys", keys);
    Node.Items commands = new Node.Items(BUILT);
    Node.Items files =
        new CloudConfigFiles(host, notes, false, List.of("wget", "-O"), commands)
            .encode(plan, BUILT);
    files.items().forEach(RancherOsEncoder::inNtp);
    root.putFilled("write_files", files);
    Node.Items mounts = new Node.Items(BUILT);
    host.storage().filesystems().stream()
        .filter(f -> f.path().isPresent())
        .forEach(f -> mounts.add(mount(f)));
    host.storage().swaps().stream()
        .filter(s -> s.device().isPresent())
        .forEach(s -> mounts.add(swap(s)));
    root.putFilled("mounts", mounts);
    host.network().firewall().ifPresent(f -> RancherOsFirewall.commands(f, commands, notes));
    root.putFilled("runcmd", commands);
  }

  /** ntp reads its file in its own container, not in the console. */
  private static void inNtp(Node item) {
    if (item instanceof Node.Fields file
        && file.fields().get("path") instanceof Node.TextLeaf path
        && path.text().equals(RancherOsFiles.NTP)) {
      file.put("container", Node.of("ntp", path.origin()));
    }
  }

  /** Exactly four texts: device, place, type, options. */
  private Node mount(Storage.Filesystem filesystem) {
    Origin origin = filesystem.name().origin();
    String device =
        filesystem.device() instanceof Storage.Device.Path path ? path.path().plain() : "";
    String options =
        filesystem.mountOptions().stream().map(Text::plain).collect(Collectors.joining(","));
    String format = filesystem.format().map(Text::plain).orElse("auto");
    if (device.startsWith("/dev/")) {
      notes.approximated(
          origin, "filesystem", "it is mounted; nothing makes it where it is not there");
    }
    return four(
        origin,
        device,
        filesystem.path().map(Text::plain).orElse(""),
        format.equals("none") ? "" : format,
        options);
  }

  private static Node swap(Storage.Swap swap) {
    String device =
        swap.device().orElseThrow() instanceof Storage.Device.Path path ? path.path().plain() : "";
    return four(swap.name().origin(), device, "", "swap", "");
  }

  private static Node four(Origin origin, String... texts) {
    Node.Items items = new Node.Items(origin);
    for (String text : texts) {
      items.add(Node.of(text, origin));
    }
    return items;
  }

  private Node.Fields rancher() {
    Node.Fields rancher = new Node.Fields(BUILT);
    rancher.put("console", Leaves.text(host.identity().console()));
    rancher.putFilled("environment", map(host.environment()));
    rancher.putFilled("sysctl", map(host.kernel().sysctl()));
    rancher.putFilled("modules", Leaves.list(host.kernel().modules(), BUILT));
    rancher.putFilled("network", RancherOsNetwork.encode(host, BUILT));
    host.engines().engines().stream()
        .filter(e -> e.name().value().equals("docker"))
        .findFirst()
        .ifPresent(e -> rancher.putFilled("docker", RancherOsDocker.encode(e)));
    Node.Fields logins = new Node.Fields(BUILT);
    host.engines()
        .registries()
        .forEach(
            r ->
                logins.put(
                    r.host().value(),
                    new Node.Fields(r.host().origin())
                        .put("username", Leaves.text(r.username()))
                        .put("password", Leaves.text(r.password()))));
    rancher.putFilled("registry_auths", logins);
    rancher.putFilled("services", new ComposeServices(host, notes).encode(BUILT));
    host.updates()
        .flatMap(HostModel.Updates::server)
        .ifPresent(
            s -> rancher.put("upgrade", new Node.Fields(s.origin()).put("url", Leaves.text(s))));
    return rancher;
  }

  private static Node.Fields map(List<HostModel.Entry> entries) {
    Node.Fields map = new Node.Fields(BUILT);
    entries.forEach(e -> map.put(e.key(), Leaves.text(e.value())));
    return map;
  }
}
