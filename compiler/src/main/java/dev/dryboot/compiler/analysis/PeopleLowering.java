package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.People;
import dev.dryboot.compiler.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Users and groups. */
final class PeopleLowering {
  private PeopleLowering() {}

  static People people(BlockReader host) {
    return new People(
        host.blocks("user").stream().map(PeopleLowering::user).toList(),
        host.blocks("group").stream().map(PeopleLowering::group).toList());
  }

  private static People.User user(BlockReader user) {
    People.User made =
        new People.User(
            user.name(),
            user.integer("uid"),
            distinct(user.texts("groups")),
            user.text("primary-group"),
            distinct(lines(user.texts("ssh-authorized-keys"))),
            distinct(user.texts("ssh-import-id")),
            user.text("password-hash"),
            user.text("shell"),
            user.text("home-dir"),
            user.text("gecos"),
            user.text("sudo"),
            user.yes("no-create-home"),
            user.yes("lock-passwd"),
            user.yes("system"));
    user.noteRest();
    return made;
  }

  private static People.Group group(BlockReader group) {
    People.Group made = new People.Group(group.name(), group.integer("gid"), group.yes("system"));
    group.noteRest();
    return made;
  }

  /** Key files hold a key a line, and comments. */
  private static List<Text> lines(List<Text> texts) {
    List<Text> keys = new ArrayList<>();
    for (Text text : texts) {
      if (!text.plain().strip().contains("\n")) {
        keys.add(text.mapCharacters(String::strip));
        continue;
      }
      for (Text.Part part : text.parts()) {
        String line = Text.characters(part).strip();
        if (!line.isEmpty() && !line.startsWith("#")) {
          keys.add(Text.of(line, part.origin()));
        }
      }
    }
    return keys.stream().filter(k -> !k.plain().isEmpty()).toList();
  }

  /** Without what is there already. */
  static List<Text> distinct(List<Text> texts) {
    Set<String> seen = new LinkedHashSet<>();
    return texts.stream().filter(t -> seen.add(t.plain())).toList();
  }
}
