package dev.dryboot.simulator.cloudinit;

import dev.dryboot.simulator.config.JoinedText;
import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.VirtualFileSystem.Written;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Optional;

/** Writes what modules write; each answers what went wrong, if something did. */
final class ModuleFilesWriter {
  static final String RUNCMD = "/var/lib/cloud/instance/scripts/runcmd";

  private final Machine machine;

  ModuleFilesWriter(Machine machine) {
    this.machine = machine;
  }

  private Optional<String> write(String path, FileNode node) {
    Written written = machine.write(path, node, "cloud-init");
    return written == Written.DONE
        ? Optional.empty()
        : Optional.of("cannot write %s: %s".formatted(path, written.reason()));
  }

  private Optional<String> text(String path, Span at, String text) {
    return write(path, new FileNode.Regular(SourceText.decoded(path, at, text)));
  }

  /** Stops at the first that fails, as cc_write_files.py does. */
  Optional<String> writeFiles(CloudConfig config, boolean deferred) {
    for (CloudConfig.WriteFile file : config.writeFiles()) {
      if (file.defer() == deferred) {
        Optional<String> problem = writeFile(file);
        if (problem.isPresent()) {
          return problem;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> writeFile(CloudConfig.WriteFile file) {
    String path = file.path().value();
    if (!path.startsWith("/")) {
      path = "/" + path;
    }
    String[] owner = file.owner().map(Located::value).orElse("root:root").split(":", 2);
    SourceText text = SourceText.decoded(path, file.content().at(), file.content().value());
    if (file.sourceUri().filter(u -> !u.value().startsWith("data:")).isPresent()) {
      machine.publish(
          new Fact.NotModelled("cloud-init", "what is at " + file.sourceUri().get().value()));
    }
    if (file.append()) {
      Optional<SourceText> before = machine.files().read(path);
      if (before.isPresent()) {
        text = JoinedText.of(path, before.get(), text);
      }
    }
    String group = owner.length > 1 ? owner[1] : owner[0];
    Optional<String> problem =
        write(
            path,
            new FileNode.Regular(
                text, file.mode().map(Located::value).orElse(0644), owner[0], group));
    boolean unknown = !new UserModules(machine).known(owner[0]);
    return problem.isEmpty() && unknown
        ? Optional.of("%s: nobody is called %s yet".formatted(path, owner[0]))
        : problem;
  }

  Optional<String> moduleFiles(CloudConfig config, String module) {
    for (CloudConfig.ModuleFile file : config.files()) {
      if (file.module().equals(module)) {
        SourceText text =
            SourceText.decoded(file.path(), file.content().at(), file.content().value());
        Optional<String> problem =
            write(file.path(), new FileNode.Regular(text, file.mode(), "root", "root"));
        if (problem.isPresent()) {
          return problem;
        }
      }
    }
    return Optional.empty();
  }

  Optional<String> hostname(CloudConfig.Identity identity) {
    Optional<Located<String>> name =
        identity.preferFqdn()
            ? identity.fqdn().or(identity::hostname)
            : identity
                .hostname()
                .or(() -> identity.fqdn().map(f -> f.map(n -> n.split("\\.", 2)[0])));
    return identity.preserveHostname() || name.isEmpty() || !identity.createHostnameFile()
        ? Optional.empty()
        : text("/etc/hostname", name.get().at(), name.get().value() + "\n");
  }

  Optional<String> hosts(CloudConfig.Identity identity) {
    if (identity.manageEtcHosts().isEmpty() || identity.hostname().isEmpty()) {
      return Optional.empty();
    }
    Located<String> host = identity.hostname().get();
    String fqdn = identity.fqdn().map(Located::value).orElse(host.value());
    return text(
        "/etc/hosts",
        host.at(),
        "127.0.1.1 %s %s\n127.0.0.1 localhost\n::1 localhost ip6-localhost\n"
            .formatted(fqdn, host.value()));
  }

  Optional<String> timezone(CloudConfig.Identity identity) {
    if (identity.timezone().isEmpty()) {
      return Optional.empty();
    }
    Located<String> zone = identity.timezone().get();
    String target = "/usr/share/zoneinfo/" + zone.value();
    SourceText origin = SourceText.decoded("/etc/localtime", zone.at(), target);
    machine.files().remove("/etc/localtime");
    return write("/etc/localtime", new FileNode.SymbolicLink(target, origin))
        .or(() -> text("/etc/timezone", zone.at(), zone.value() + "\n"));
  }

  Optional<String> locale(CloudConfig.Identity identity) {
    return identity
        .locale()
        .flatMap(l -> text("/etc/default/locale", l.at(), "LANG=" + l.value() + "\n"));
  }

  Optional<String> keyboard(CloudConfig.Identity identity) {
    return identity
        .keyboard()
        .flatMap(
            k -> text("/etc/default/keyboard", k.at(), "XKBLAYOUT=\"%s\"\n".formatted(k.value())));
  }

  Optional<String> ntp(CloudConfig.Identity identity) {
    if (identity.ntp().filter(CloudConfig.Ntp::enabled).isEmpty()) {
      return Optional.empty();
    }
    CloudConfig.Ntp ntp = identity.ntp().get();
    StringBuilder servers = new StringBuilder();
    ntp.servers().forEach(s -> servers.append(' ').append(s.value()));
    ntp.pools().forEach(p -> servers.append(' ').append(p.value()));
    return text(
        "/etc/systemd/timesyncd.conf.d/cloud-init.conf",
        ntp.at(),
        "[Time]\nNTP=" + servers.toString().strip() + "\n");
  }

  Optional<String> certificates(CloudConfig.Identity identity) {
    if (identity.caCerts().isEmpty()) {
      return Optional.empty();
    }
    List<Located<String>> trusted = identity.caCerts().get().trusted();
    for (int i = 0; i < trusted.size(); i++) {
      Optional<String> problem =
          text(
              "/usr/local/share/ca-certificates/cloud-init-ca-cert-%d.crt".formatted(i + 1),
              trusted.get(i).at(),
              trusted.get(i).value());
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  /** runcmd only writes a script; it runs at the end of the final stage (cc_runcmd.py). */
  Optional<String> runcmd(List<CloudConfig.Command> commands) {
    if (commands.isEmpty()) {
      return Optional.empty();
    }
    SourceText script = SourceText.of(RUNCMD, "#!/bin/sh\n");
    for (CloudConfig.Command command : commands) {
      String line = command.shell() ? command.words().getFirst() : quoted(command.words());
      script =
          JoinedText.of(
              RUNCMD,
              script,
              SourceText.decoded(RUNCMD, command.at(), line.stripTrailing() + "\n"));
    }
    return write(RUNCMD, new FileNode.Regular(script, 0700, "root", "root"));
  }

  /** As cloud-init's shellify quotes: each word between apostrophes. */
  private static String quoted(List<String> words) {
    return String.join(" ", words.stream().map(w -> "'" + w.replace("'", "'\\''") + "'").toList());
  }
}
