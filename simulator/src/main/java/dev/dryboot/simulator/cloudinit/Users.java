package dev.dryboot.simulator.cloudinit;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Users, groups and who may log in.
 *
 * @param withDefault whether the operating system's own user ({@code ubuntu}) is made too
 * @param users in the order written
 * @param sshAuthorizedKeys keys of the first (or default) user
 * @param sshImportIds accounts of Launchpad or GitHub whose keys are fetched for the default user
 * @param password the default user's password
 */
public record Users(
    List<Group> groups,
    boolean withDefault,
    List<User> users,
    List<Located<String>> sshAuthorizedKeys,
    List<Located<String>> sshImportIds,
    Optional<Located<String>> password) {
  public Users {
    groups = List.copyOf(groups);
    users = List.copyOf(users);
    sshAuthorizedKeys = List.copyOf(sshAuthorizedKeys);
    sshImportIds = List.copyOf(sshImportIds);
  }

  /** A group and who belongs to it. */
  public record Group(Located<String> name, List<String> members) {
    public Group {
      members = List.copyOf(members);
    }
  }

  /** A user. */
  public record User(
      Located<String> name,
      List<String> groups,
      Optional<String> primaryGroup,
      Optional<String> gecos,
      Optional<String> homedir,
      Optional<String> shell,
      Optional<Long> uid,
      List<String> sudo,
      Optional<String> passwordHash,
      boolean lockPassword,
      boolean noCreateHome,
      boolean noUserGroup,
      boolean system,
      List<Located<String>> sshAuthorizedKeys,
      List<Located<String>> sshImportIds,
      Span at) {
    public User {
      groups = List.copyOf(groups);
      sudo = List.copyOf(sudo);
      sshAuthorizedKeys = List.copyOf(sshAuthorizedKeys);
      sshImportIds = List.copyOf(sshImportIds);
    }
  }
}
