package dev.dryboot.targets.format.cloudconfig;

import dev.dryboot.simulator.cloudinit.Users;
import dev.dryboot.simulator.config.Located;
import dev.dryboot.targets.format.tree.Fields;
import dev.dryboot.targets.format.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes records of users and groups. Old spellings with dashes mean the same. */
final class UserRecords {
  private UserRecords() {}

  static Users users(Fields root) {
    List<Users.User> users = new ArrayList<>();
    boolean listed = root.has("users");
    boolean withDefault = !listed;
    for (Node item : root.items("users")) {
      if (item instanceof Node.Text text && text.text().equals("default")) {
        withDefault = true;
      } else if (item instanceof Node.Text text) {
        users.add(user(Fields.of(item), new Located<>(text.text(), text.span())));
      } else if (item instanceof Node.Mapping) {
        Fields fields = Fields.of(item);
        fields.text("name").ifPresent(n -> users.add(user(fields, n)));
      }
    }
    return new Users(
        groups(root),
        withDefault,
        users,
        root.texts("ssh_authorized_keys"),
        root.texts("ssh_import_id"),
        root.text("password"));
  }

  private static List<Users.Group> groups(Fields root) {
    List<Users.Group> groups = new ArrayList<>();
    root.get("groups").ifPresent(g -> groups(g, groups));
    return groups;
  }

  private static void groups(Node node, List<Users.Group> groups) {
    switch (node) {
      case Node.Text text -> {
        for (String name : words(text.text())) {
          groups.add(new Users.Group(new Located<>(name, text.span()), List.of()));
        }
      }
      case Node.Sequence list -> list.items().forEach(i -> groups(i, groups));
      case Node.Mapping mapping -> {
        for (Node.Entry entry : mapping.entries()) {
          groups.add(
              new Users.Group(
                  new Located<>(entry.name(), entry.key().span()), names(entry.value())));
        }
      }
      case Node.Scalar scalar -> {}
    }
  }

  private static List<String> words(String commaList) {
    return List.of(commaList.split(",", -1)).stream()
        .map(String::strip)
        .filter(w -> !w.isEmpty())
        .toList();
  }

  private static List<String> names(Node node) {
    return switch (node) {
      case Node.Text text -> words(text.text());
      case Node.Sequence list ->
          list.items().stream()
              .filter(Node.Scalar.class::isInstance)
              .map(n -> ((Node.Scalar) n).text())
              .toList();
      case Node.Mapping mapping -> mapping.entries().stream().map(Node.Entry::name).toList();
      case Node.Scalar scalar -> List.of();
    };
  }

  private static Users.User user(Fields fields, Located<String> name) {
    return new Users.User(
        name,
        fields.get("groups").map(UserRecords::names).orElse(List.of()),
        either(fields, "primary_group"),
        fields.plain("gecos"),
        fields.plain("homedir"),
        fields.plain("shell"),
        fields
            .scalar("uid")
            .map(Located::value)
            .filter(u -> u.matches("[0-9]{1,10}"))
            .map(Long::valueOf),
        fields.get("sudo").map(UserRecords::sudo).orElse(List.of()),
        fields.plain("passwd").or(() -> either(fields, "hashed_passwd")),
        fields
            .truth("lock_passwd")
            .or(() -> fields.truth("lock-passwd"))
            .map(Located::value)
            .orElse(true),
        fields.is("no_create_home") || fields.is("no-create-home"),
        fields.is("no_user_group") || fields.is("no-user-group"),
        fields.is("system"),
        both(fields, "ssh_authorized_keys"),
        both(fields, "ssh_import_id"),
        fields.at());
  }

  private static List<String> sudo(Node node) {
    return node instanceof Node.Text text ? List.of(text.text()) : names(node);
  }

  private static Optional<String> either(Fields fields, String key) {
    return fields.plain(key).or(() -> fields.plain(key.replace('_', '-')));
  }

  private static List<Located<String>> both(Fields fields, String key) {
    List<Located<String>> all = new ArrayList<>(fields.texts(key));
    all.addAll(fields.texts(key.replace('_', '-')));
    return all;
  }
}
