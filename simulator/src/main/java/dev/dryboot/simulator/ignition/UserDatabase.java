package dev.dryboot.simulator.ignition;

import dev.dryboot.simulator.config.JoinedText;
import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Users and groups in {@code /etc/passwd} and beside it, as useradd and groupadd leave them. */
final class UserDatabase {
  private static final int FIRST_UID = 1000;

  private final Sysroot sysroot;

  UserDatabase(Sysroot sysroot) {
    this.sysroot = sysroot;
  }

  Optional<String> apply(Passwd passwd) {
    for (Passwd.Group group : passwd.groups()) {
      Optional<String> problem = group(group);
      if (problem.isPresent()) {
        return problem;
      }
    }
    for (Passwd.User user : passwd.users()) {
      Optional<String> problem = user(user);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<String> group(Passwd.Group group) {
    String name = group.name().value();
    if (!group.shouldExist()) {
      return replace("/etc/group", name, Optional.empty(), group.at());
    }
    long gid = group.gid().map(Located::value).orElseGet(() -> free("/etc/group"));
    return known("/etc/group", name)
        ? Optional.empty()
        : replace("/etc/group", name, Optional.of("%s:x:%d:".formatted(name, gid)), group.at());
  }

  private Optional<String> user(Passwd.User user) {
    String name = user.name().value();
    if (!user.shouldExist()) {
      return replace("/etc/passwd", name, Optional.empty(), user.at())
          .or(() -> replace("/etc/shadow", name, Optional.empty(), user.at()));
    }
    String before = line("/etc/passwd", name);
    List<String> old = List.of(before.split(":", -1));
    boolean there = old.size() == 7;
    String home = user.homeDir().map(Located::value).orElse(there ? old.get(5) : "/home/" + name);
    String uid =
        user.uid()
            .map(u -> "" + u.value())
            .orElseGet(() -> there ? old.get(2) : "" + free("/etc/passwd"));
    String entry =
        String.join(
            ":",
            name,
            "x",
            uid,
            there ? old.get(3) : uid,
            user.gecos().orElse(there ? old.get(4) : ""),
            home,
            user.shell().orElse(there ? old.get(6) : "/bin/bash"));
    Optional<String> problem = replace("/etc/passwd", name, Optional.of(entry), user.at());
    if (problem.isEmpty() && !there && !user.noUserGroup() && user.primaryGroup().isEmpty()) {
      problem = replace("/etc/group", name, Optional.of(name + ":x:" + uid + ":"), user.at());
    }
    if (problem.isEmpty() && (user.passwordHash().isPresent() || !there)) {
      String hash = user.passwordHash().map(Located::value).orElse("*");
      problem = replace("/etc/shadow", name, Optional.of(name + ":" + hash + ":::::::"), user.at());
    }
    return problem.isPresent() ? problem : more(user, home);
  }

  private Optional<String> more(Passwd.User user, String home) {
    String name = user.name().value();
    for (Located<String> group : user.groups()) {
      Optional<String> problem = join(group, name);
      if (problem.isPresent()) {
        return problem;
      }
    }
    if (!user.noCreateHome() && sysroot.get(home).isEmpty()) {
      Optional<String> problem = sysroot.write(home, new FileNode.Directory(0700, name, name));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return keys(user, home);
  }

  private Optional<String> keys(Passwd.User user, String home) {
    if (user.sshAuthorizedKeys().isEmpty()) {
      return Optional.empty();
    }
    String name = user.name().value();
    String path = home + "/.ssh/authorized_keys.d/ignition";
    SourceText text = SourceText.of(path, "");
    for (Located<String> key : user.sshAuthorizedKeys()) {
      text =
          JoinedText.of(path, text, SourceText.decoded(path, key.at(), key.value().strip() + "\n"));
    }
    Optional<String> problem =
        sysroot.get(home + "/.ssh").isPresent()
            ? Optional.empty()
            : sysroot.write(home + "/.ssh", new FileNode.Directory(0700, name, name));
    return problem.isPresent()
        ? problem
        : sysroot.write(path, new FileNode.Regular(text, 0600, name, name));
  }

  /** usermod and useradd refuse a group that nobody knows. */
  private Optional<String> join(Located<String> group, String user) {
    String name = group.value();
    boolean inUsr = sysroot.text("/usr/lib/group").lines().anyMatch(l -> l.startsWith(name + ":"));
    String before = line("/etc/group", name);
    if (before.isEmpty() && !inUsr) {
      boolean listed = !sysroot.text("/etc/group").isEmpty();
      return listed && !WellKnownGroups.contains(name)
          ? Optional.of("useradd: the group %s of user %s does not exist".formatted(name, user))
          : Optional.empty();
    }
    if (before.isEmpty()) {
      before =
          sysroot
              .text("/usr/lib/group")
              .lines()
              .filter(l -> l.startsWith(name + ":"))
              .findFirst()
              .orElse("");
    }
    String members = before.substring(before.lastIndexOf(':') + 1);
    if (List.of(members.split(",")).contains(user)) {
      return Optional.empty();
    }
    String after = before + (members.isEmpty() ? "" : ",") + user;
    return replace("/etc/group", name, Optional.of(after), group.at());
  }

  private boolean known(String file, String name) {
    return !line(file, name).isEmpty();
  }

  private String line(String file, String name) {
    return sysroot.text(file).lines().filter(l -> l.startsWith(name + ":")).findFirst().orElse("");
  }

  private long free(String file) {
    return sysroot
        .text(file)
        .lines()
        .map(l -> l.split(":", -1))
        .filter(f -> f.length > 2 && f[2].matches("[0-9]{4,5}"))
        .mapToLong(f -> Long.parseLong(f[2]) + 1)
        .filter(n -> n > FIRST_UID && n < 60_000)
        .max()
        .orElse(FIRST_UID);
  }

  private Optional<String> replace(String file, String name, Optional<String> line, Span at) {
    List<String> lines = new ArrayList<>();
    boolean placed = false;
    for (String old : sysroot.text(file).lines().toList()) {
      if (!old.startsWith(name + ":")) {
        lines.add(old);
      } else if (line.isPresent()) {
        lines.add(line.get());
        placed = true;
      }
    }
    if (line.isPresent() && !placed) {
      lines.add(line.get());
    }
    String text = String.join("\n", lines) + (lines.isEmpty() ? "" : "\n");
    int mode = file.endsWith("shadow") ? 0600 : 0644;
    return sysroot.write(
        file, new FileNode.Regular(SourceText.decoded(file, at, text), mode, "root", "root"));
  }
}
