package dev.dryboot.simulator.cloudinit;

import dev.dryboot.simulator.config.JoinedText;
import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** users_groups, ssh and set_passwords. */
final class UserModules {
  private static final int FIRST_UID = 1000;

  private final Machine machine;

  UserModules(Machine machine) {
    this.machine = machine;
  }

  /** Whether a user of that name or number is there; a system that lists none knows all. */
  boolean known(String name) {
    String listed = text("/etc/passwd");
    return listed.isEmpty()
        || name.isEmpty()
        || name.equals("root")
        || name.matches("[0-9]+")
        || listed.lines().anyMatch(l -> l.startsWith(name + ":"));
  }

  private String text(String path) {
    return machine.files().read(path).map(SourceText::text).orElse("");
  }

  Optional<String> users(Users users) {
    Span nowhere = SourceText.of("user-data", "").whole();
    if (users.withDefault()) {
      user(usual(nowhere));
    }
    for (Users.Group group : users.groups()) {
      group(group.name().value(), group.members(), group.name().at());
    }
    for (Users.User user : users.users()) {
      user(user);
    }
    return Optional.empty();
  }

  private String usualName() {
    String id = machine.port(MachineImage.class).map(i -> i.system().id()).orElse("ubuntu");
    return switch (id) {
      case "debian", "fedora", "centos", "ubuntu" -> id;
      default -> "root";
    };
  }

  private Users.User usual(Span at) {
    return new Users.User(
        new Located<>(usualName(), at),
        List.of("adm", "sudo"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("/bin/bash"),
        Optional.empty(),
        List.of("ALL=(ALL) NOPASSWD:ALL"),
        Optional.empty(),
        true,
        false,
        false,
        false,
        List.of(),
        List.of(),
        at);
  }

  private void user(Users.User user) {
    String name = user.name().value();
    boolean there = text("/etc/passwd").lines().anyMatch(l -> l.startsWith(name + ":"));
    String home = user.homedir().orElse(name.equals("root") ? "/root" : "/home/" + name);
    if (!there) {
      String uid = user.uid().map(u -> "" + u).orElseGet(() -> "" + free());
      String shell = user.shell().orElse("/bin/sh");
      add(
          "/etc/passwd",
          String.join(":", name, "x", uid, uid, user.gecos().orElse(""), home, shell),
          user.at(),
          0644);
      if (!user.noUserGroup()) {
        group(name, List.of(), user.at());
      }
      String password = user.passwordHash().orElse("");
      add(
          "/etc/shadow",
          name + ":" + (user.lockPassword() ? "!" : "") + password + ":::::::",
          user.at(),
          0640);
      if (!user.noCreateHome() && !machine.files().exists(home)) {
        machine.files().write(home, new FileNode.Directory(0750, name, name));
      }
    }
    user.groups().forEach(g -> group(g, List.of(name), user.at()));
    for (String rule : user.sudo()) {
      add("/etc/sudoers.d/90-cloud-init-users", name + " " + rule, user.at(), 0440);
    }
  }

  private long free() {
    return text("/etc/passwd")
        .lines()
        .map(l -> l.split(":", -1))
        .filter(f -> f.length > 2 && f[2].matches("[0-9]{4,5}"))
        .mapToLong(f -> Long.parseLong(f[2]) + 1)
        .filter(n -> n > FIRST_UID && n < 60_000)
        .max()
        .orElse(FIRST_UID);
  }

  private void group(String name, List<String> members, Span at) {
    List<String> lines = new ArrayList<>(text("/etc/group").lines().toList());
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith(name + ":")) {
        for (String member : members) {
          boolean in =
              List.of(line.substring(line.lastIndexOf(':') + 1).split(",")).contains(member);
          line = in ? line : line + (line.endsWith(":") ? "" : ",") + member;
        }
        lines.set(i, line);
        put("/etc/group", at, String.join("\n", lines) + "\n", 0644);
        return;
      }
    }
    add("/etc/group", name + ":x:" + free() + ":" + String.join(",", members), at, 0644);
  }

  private void add(String path, String line, Span at, int mode) {
    SourceText before = machine.files().read(path).orElseGet(() -> SourceText.of(path, ""));
    SourceText text = JoinedText.of(path, before, SourceText.decoded(path, at, line + "\n"));
    machine.files().write(path, new FileNode.Regular(text, mode, "root", "root"));
  }

  private void put(String path, Span at, String text, int mode) {
    machine
        .files()
        .write(
            path, new FileNode.Regular(SourceText.decoded(path, at, text), mode, "root", "root"));
  }

  Optional<String> keys(Users users) {
    String first =
        users.withDefault() || users.users().isEmpty()
            ? usualName()
            : users.users().getFirst().name().value();
    Optional<String> problem = keys(first, users.sshAuthorizedKeys());
    for (Users.User user : users.users()) {
      problem = problem.isPresent() ? problem : keys(user.name().value(), user.sshAuthorizedKeys());
    }
    return problem;
  }

  private Optional<String> keys(String user, List<Located<String>> keys) {
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    String home = user.equals("root") ? "/root" : "/home/" + user;
    String path = home + "/.ssh/authorized_keys";
    SourceText text = machine.files().read(path).orElseGet(() -> SourceText.of(path, ""));
    for (Located<String> key : keys) {
      text =
          JoinedText.of(path, text, SourceText.decoded(path, key.at(), key.value().strip() + "\n"));
    }
    VirtualFileSystem.Written written =
        machine.files().write(path, new FileNode.Regular(text, 0600, user, user));
    return written == VirtualFileSystem.Written.DONE
        ? Optional.empty()
        : Optional.of("cannot write " + path);
  }

  Optional<String> password(Users users) {
    users.password().ifPresent(p -> add("/etc/shadow", usualName() + ":set:::::::", p.at(), 0640));
    return Optional.empty();
  }
}
