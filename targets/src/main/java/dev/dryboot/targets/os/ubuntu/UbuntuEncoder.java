package dev.dryboot.targets.os.ubuntu;

import dev.dryboot.compiler.document.Document;
import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.People;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plan for Ubuntu as user-data and network-config. */
final class UbuntuEncoder {
  private static final Origin BUILT = Origin.builtIn("part of every cloud-config");

  private final Plan plan;
  private final HostModel host;
  private final Notes notes = new Notes();
  private final Node.Fields root = new Node.Fields(BUILT);
  private final Node.Items commands = new Node.Items(BUILT);

  private UbuntuEncoder(Plan plan) {
    this.plan = plan;
    this.host = plan.host();
  }

  static Outcome<List<Document>> encode(Plan plan) {
    UbuntuEncoder encoder = new UbuntuEncoder(plan);
    encoder.userData();
    Report report =
        Fragments.merge(encoder.root, plan.host(), "cloud-config", YamlDialect.PYYAML)
            .and(encoder.notes.report());
    List<Document> documents = new ArrayList<>();
    String folder = plan.host().name().value() + "/ubuntu/";
    documents.add(
        new Document("user-data", folder + "user-data", Document.Form.CLOUD_CONFIG, encoder.root));
    UbuntuNetwork.encode(plan.host())
        .ifPresent(
            n ->
                documents.add(
                    new Document(
                        "network-config", folder + "network-config", Document.Form.YAML, n)));
    return Outcome.of(documents, report);
  }

  private void userData() {
    identity();
    people();
    Node.Items early = new Node.Items(BUILT);
    Node.Items files =
        new CloudConfigFiles(
                host, notes, true, List.of("curl", "--fail", "--location", "--output"), commands)
            .encode(plan, BUILT);
    UbuntuUnits units = new UbuntuUnits(plan);
    units.files(files);
    groupIds(early);
    new UbuntuStorage(host, notes).encode(root, early);
    root.putFilled("bootcmd", early).putFilled("write_files", files);
    software();
    kernel();
    units.commands(commands);
    root.putFilled("runcmd", commands);
  }

  private void identity() {
    host.identity()
        .hostname()
        .ifPresent(
            h -> {
              int dot = h.plain().indexOf('.');
              root.put(
                  "hostname",
                  dot < 0 ? Leaves.text(h) : Node.of(h.plain().substring(0, dot), h.origin()));
              if (dot > 0) {
                root.put("fqdn", Leaves.text(h));
              }
            });
    root.put("timezone", Leaves.text(host.identity().timezone()))
        .put("locale", Leaves.text(host.identity().locale()));
    host.identity()
        .keymap()
        .ifPresent(
            k -> root.put("keyboard", new Node.Fields(k.origin()).put("layout", Leaves.text(k))));
  }

  private void people() {
    Node.Items groups = new Node.Items(BUILT);
    host.people().groups().forEach(g -> groups.add(Leaves.text(g.name())));
    root.putFilled("groups", groups);
    if (host.people().users().isEmpty()) {
      return;
    }
    Node.Items users = new Node.Items(BUILT);
    users.add(Node.of("default", Origin.builtIn("the image's own user stays")));
    host.people().users().forEach(u -> users.add(user(u)));
    root.put("users", users);
  }

  private static Node user(People.User user) {
    Origin origin = user.name().origin();
    Node.Fields node =
        new Node.Fields(origin)
            .put("name", Leaves.text(user.name()))
            .put("uid", Leaves.number(user.uid()))
            .put("gecos", Leaves.text(user.gecos()))
            .put("primary_group", Leaves.text(user.primaryGroup()))
            .putFilled("groups", Leaves.list(user.groups(), origin))
            .put("homedir", Leaves.text(user.homeDirectory()))
            .put("shell", Leaves.text(user.shell()))
            .put("sudo", Leaves.text(user.sudo()))
            .putFilled("ssh_authorized_keys", Leaves.list(user.sshAuthorizedKeys(), origin))
            .putFilled("ssh_import_id", Leaves.list(user.sshImportIds(), origin))
            .put("no_create_home", Leaves.bool(user.noCreateHome()))
            .put("system", Leaves.bool(user.system()))
            .put("passwd", Leaves.text(user.passwordHash()));
    Optional<Node> unlocked =
        user.passwordHash()
            .map(h -> Node.of(false, h.origin().because("a locked account takes no password")));
    return node.put("lock_passwd", Leaves.bool(user.lockPassword()).or(() -> unlocked));
  }

  /** cloud-init's groups have no numbers. */
  private void groupIds(Node.Items early) {
    for (People.Group group : host.people().groups()) {
      group
          .gid()
          .ifPresent(
              gid -> {
                Node.Items words = new Node.Items(gid.origin());
                List.of("groupadd", "--force", "--gid", "" + gid.value(), group.name().value())
                    .forEach(w -> words.add(Node.of(w, gid.origin())));
                early.add(words);
                notes.lowered(gid.origin(), "gid", "a command makes the group early");
              });
    }
  }

  private void software() {
    Node.Items packages = new Node.Items(BUILT);
    plan.packages().forEach(p -> packages.add(Leaves.text(p)));
    UbuntuSoftware.encode(host, root);
    if (!packages.items().isEmpty()) {
      root.put("package_update", Node.of(true, plan.packages().getFirst().origin()));
      root.put("packages", packages);
    }
    if (!host.network().ntp().isEmpty()) {
      Origin origin = host.network().ntp().getFirst().origin();
      root.put(
          "ntp",
          new Node.Fields(origin)
              .put("enabled", Node.of(true, origin))
              .put("servers", Leaves.list(host.network().ntp(), origin)));
    }
  }

  /** What systemd read before cloud-init wrote it is read again. */
  private void kernel() {
    List<Text> modules = host.kernel().modules();
    if (!modules.isEmpty()) {
      Node.Items words = new Node.Items(modules.getFirst().origin());
      words.add(Node.of("modprobe", words.origin())).add(Node.of("--all", words.origin()));
      modules.forEach(m -> words.add(Leaves.text(m)));
      commands.add(words);
    }
    again(host.kernel().sysctl().isEmpty(), "/etc/sysctl.d/90-dryboot.conf", "sysctl", "--load=%s");
    again(
        host.kernel().shouldExist().isEmpty() && host.kernel().shouldNotExist().isEmpty(),
        "/etc/default/grub.d/90-dryboot.cfg",
        "update-grub");
    again(
        false,
        "/etc/systemd/resolved.conf.d/90-dryboot.conf",
        "systemctl",
        "restart",
        "systemd-resolved.service");
    again(false, "/etc/systemd/system.conf.d/10-proxy.conf", "systemctl", "daemon-reexec");
  }

  private void again(boolean never, String path, String... words) {
    plan.files().stream()
        .filter(f -> !never && f.path().plain().equals(path))
        .findFirst()
        .ifPresent(
            f -> {
              Node.Items command = new Node.Items(f.origin());
              for (String word : words) {
                command.add(Node.of(word.formatted(path), f.origin()));
              }
              commands.add(command);
            });
  }
}
