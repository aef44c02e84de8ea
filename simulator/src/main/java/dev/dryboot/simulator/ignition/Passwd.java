package dev.dryboot.simulator.ignition;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Optional;

/** Users and groups of an Ignition config. */
public record Passwd(List<User> users, List<Group> groups) {
  public Passwd {
    users = List.copyOf(users);
    groups = List.copyOf(groups);
  }

  /** A user: made with {@code useradd} where there is none of that name, else {@code usermod}. */
  public record User(
      Located<String> name,
      Optional<Located<String>> passwordHash,
      List<Located<String>> sshAuthorizedKeys,
      Optional<Located<Long>> uid,
      Optional<String> gecos,
      Optional<Located<String>> homeDir,
      boolean noCreateHome,
      Optional<String> primaryGroup,
      List<Located<String>> groups,
      boolean noUserGroup,
      boolean noLogInit,
      Optional<String> shell,
      boolean shouldExist,
      boolean system,
      Span at) {
    public User {
      sshAuthorizedKeys = List.copyOf(sshAuthorizedKeys);
      groups = List.copyOf(groups);
    }
  }

  /** A group. */
  public record Group(
      Located<String> name,
      Optional<Located<Long>> gid,
      Optional<String> passwordHash,
      boolean shouldExist,
      boolean system,
      Span at) {}
}
