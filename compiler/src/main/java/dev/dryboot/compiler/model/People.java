package dev.dryboot.compiler.model;

import java.util.List;
import java.util.Optional;

/** Users and groups. */
public record People(List<User> users, List<Group> groups) {
  public People {
    users = List.copyOf(users);
    groups = List.copyOf(groups);
  }

  /** A user as it shall be. */
  public record User(
      Traced<String> name,
      Optional<Traced<Long>> uid,
      List<Text> groups,
      Optional<Text> primaryGroup,
      List<Text> sshAuthorizedKeys,
      List<Text> sshImportIds,
      Optional<Text> passwordHash,
      Optional<Text> shell,
      Optional<Text> homeDirectory,
      Optional<Text> gecos,
      Optional<Text> sudo,
      Optional<Traced<Boolean>> noCreateHome,
      Optional<Traced<Boolean>> lockPassword,
      Optional<Traced<Boolean>> system) {
    public User {
      groups = List.copyOf(groups);
      sshAuthorizedKeys = List.copyOf(sshAuthorizedKeys);
      sshImportIds = List.copyOf(sshImportIds);
    }
  }

  public record Group(
      Traced<String> name, Optional<Traced<Long>> gid, Optional<Traced<Boolean>> system) {}
}
