package dev.dryboot.targets.os.fedoracoreos;

import dev.dryboot.compiler.model.Files;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Network;
import dev.dryboot.compiler.model.People;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Traced;
import dev.dryboot.compiler.plan.Draft;
import dev.dryboot.source.Origin;
import dev.dryboot.targets.encode.Lines;
import dev.dryboot.targets.encode.NetworkManagerFiles;
import dev.dryboot.targets.encode.SystemdLines;
import java.util.List;
import java.util.Optional;

/** What Ignition has no section for, as the files that Fedora CoreOS reads. */
final class FedoraCoreOsFiles {
  private FedoraCoreOsFiles() {}

  static void plan(Draft draft) {
    HostModel host = draft.host();
    identity(draft, host.identity());
    host.people().users().forEach(u -> sudo(draft, u));
    NetworkManagerFiles.plan(draft);
    time(draft, host.network());
    software(draft, host.software());
    host.updates().ifPresent(u -> Zincati.plan(draft, u));
  }

  private static void identity(Draft draft, HostModel.Identity identity) {
    identity.hostname().ifPresent(h -> draft.file("/etc/hostname", line("", h), 0644, h.origin()));
    identity.timezone().ifPresent(z -> draft.link(localtime(z)));
    identity
        .locale()
        .ifPresent(l -> draft.file("/etc/locale.conf", line("LANG=", l), 0644, l.origin()));
    identity
        .keymap()
        .ifPresent(k -> draft.file("/etc/vconsole.conf", line("KEYMAP=", k), 0644, k.origin()));
  }

  private static Files.Link localtime(Text zone) {
    return new Files.Link(
        Text.of("/etc/localtime", zone.origin()),
        Text.of("../usr/share/zoneinfo/", zone.origin()).plus(zone),
        Optional.empty(),
        Optional.of(new Traced<>(true, zone.origin())),
        Files.Access.UNSAID,
        zone.origin());
  }

  private static Text line(String before, Text text) {
    return Text.of(before, text.origin()).plus(text).plus(Text.of("\n", text.origin()));
  }

  private static void sudo(Draft draft, People.User user) {
    String name = user.name().value();
    String file = "/etc/sudoers.d/50-" + name.replace('.', '-');
    user.sudo().ifPresent(r -> draft.file(file, line(name + " ", r), 0440, r.origin()));
  }

  private static void time(Draft draft, Network network) {
    if (network.ntp().isEmpty()) {
      return;
    }
    Origin origin = network.ntp().getFirst().origin();
    Lines lines = new Lines(origin);
    for (Text server : network.ntp()) {
      Origin here = server.origin();
      lines.add(Text.of("server ", here).plus(server).plus(Text.of(" iburst", here)));
    }
    Origin usual = origin.because("as in the system's own chrony.conf");
    List.of(
            "driftfile /var/lib/chrony/drift",
            "makestep 1.0 3",
            "rtcsync",
            "ntsdumpdir /var/lib/chrony",
            "leapsectz right/UTC",
            "logdir /var/log/chrony")
        .forEach(l -> lines.add(Text.of(l, usual)));
    draft.file("/etc/chrony.conf", lines.text(), 0644, origin);
    draft.notes().lowered(origin, "ntp", "/etc/chrony.conf in the place of the system's own");
  }

  private static void software(Draft draft, HostModel.Software software) {
    List<Text> authorities = software.certificateAuthorities();
    for (int i = 0; i < authorities.size(); i++) {
      Text authority = authorities.get(i);
      String path = "/etc/pki/ca-trust/source/anchors/dryboot-" + (i + 1) + ".pem";
      draft.file(path, authority, 0644, authority.origin());
    }
    software.repositories().forEach(r -> repository(draft, r));
    software.extensions().forEach(e -> extension(draft, e));
    if (!software.packages().isEmpty()) {
      packages(draft, software.packages());
    }
  }

  private static void repository(Draft draft, HostModel.Repository repository) {
    Origin origin = repository.name().origin();
    String name = repository.name().value();
    Lines lines = new Lines(origin);
    lines.add(Text.of("[" + name + "]", origin)).add(Text.of("name=" + name, origin));
    for (HostModel.Entry word : repository.words()) {
      String key = word.key().replace("-", "");
      Text value =
          switch (word.value().plain()) {
            case "yes" -> Text.of("1", word.origin());
            case "no" -> Text.of("0", word.origin());
            case String other -> word.value();
          };
      lines.add(Text.of(key + "=", word.origin()).plus(value));
    }
    draft.file("/etc/yum.repos.d/" + name + ".repo", lines.text(), 0644, origin);
  }

  private static void extension(Draft draft, HostModel.Extension extension) {
    Origin origin = extension.name().origin();
    if (extension.contents().isEmpty()) {
      return;
    }
    String path = "/etc/extensions/" + extension.name().value() + ".raw";
    draft.file(
        new Files.RegularFile(
            Text.of(path, origin),
            extension.contents(),
            List.of(),
            Files.Access.mode(0644, origin),
            Optional.empty(),
            Optional.empty(),
            extension.sha256(),
            origin));
    draft.enable("systemd-sysext.service", origin);
    draft
        .notes()
        .lowered(origin, "extension", "an image in /etc/extensions that systemd-sysext merges");
  }

  private static void packages(Draft draft, List<Text> packages) {
    Origin origin = packages.getFirst().origin();
    String install = "ExecStart=/usr/bin/rpm-ostree install --assumeyes --allow-inactive";
    Text command = Text.of(install + " --apply-live", origin);
    for (Text name : packages) {
      command = command.plus(Text.of(" ", name.origin())).plus(name);
    }
    String stamp = "/var/lib/dryboot-packages.stamp";
    SystemdLines unit = new SystemdLines(origin);
    unit.section("Unit")
        .line("Description=Layers packages with rpm-ostree")
        .line("Wants=network-online.target")
        .line("After=network-online.target")
        .line("Before=zincati.service")
        .line("ConditionPathExists=!" + stamp)
        .section("Service")
        .line("Type=oneshot")
        .line("RemainAfterExit=yes")
        .line(command)
        .line("ExecStart=/usr/bin/touch " + stamp)
        .section("Install")
        .line("WantedBy=multi-user.target");
    String name = "dryboot-packages.service";
    draft.unit(name, unit.text(name), true, origin);
    draft
        .notes()
        .lowered(
            origin,
            "packages",
            "a unit layers them with rpm-ostree on the first boot; it needs the network and time");
  }
}
