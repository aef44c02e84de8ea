package dev.dryboot.language.format;

import dev.dryboot.language.format.Entry.Role;
import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.language.syntax.Member;
import dev.dryboot.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the members of a file begin, and how each is aligned. */
final class Roles {
  private final Map<Integer, Role> starts = new LinkedHashMap<>();

  static Map<Integer, Role> of(BootFile file) {
    Roles roles = new Roles();
    for (BootFile.Import one : file.imports()) {
      int word = file.source().text().lastIndexOf("import", one.span().start());
      roles.starts.put(word, Role.OTHER);
    }
    file.declarations().forEach(roles::declaration);
    return roles.starts;
  }

  private void declaration(BootFile.Declaration declaration) {
    put(declaration.span(), Role.OTHER);
    switch (declaration) {
      case BootFile.Host host -> members(host.members());
      case BootFile.Profile profile -> members(profile.members());
      case BootFile.Secret secret -> members(secret.members());
      case BootFile.Fleet fleet -> {
        members(fleet.members());
        hosts(fleet);
      }
      case BootFile.Scenario scenario -> {
        members(scenario.members());
        scenario.steps().forEach(step -> put(step.span(), Role.OTHER));
      }
      case BootFile.Param param -> {}
      case BootFile.Let let -> {}
    }
  }

  /** The word {@code hosts} begins a setting; the records keep what stands behind it. */
  private void hosts(BootFile.Fleet fleet) {
    int last = -1;
    for (BootFile.HostCount one : fleet.hosts()) {
      String before = one.span().source().text().substring(0, one.span().start()).stripTrailing();
      if (before.endsWith("hosts") && before.length() > last) {
        starts.put(before.length() - "hosts".length(), Role.SETTING);
      }
      last = one.span().end();
    }
  }

  private void members(List<Member> members) {
    for (Member member : members) {
      switch (member) {
        case Member.Setting setting -> {
          put(setting.span(), Role.SETTING);
          setting.body().ifPresent(this::members);
        }
        case Member.Block block -> {
          put(block.span(), Role.BLOCK);
          members(block.members());
        }
        case Member.When when -> {
          put(when.span(), Role.OTHER);
          members(when.members());
        }
        case Member.Defaults defaults -> {
          put(defaults.span(), Role.OTHER);
          members(defaults.members());
        }
        case Member.Clear clear -> put(clear.span(), Role.SETTING);
        case Member.Allow allow -> put(allow.span(), Role.SETTING);
        case Member.Remove remove -> put(remove.span(), Role.OTHER);
        case Member.Raw raw -> put(raw.span(), Role.OTHER);
      }
    }
  }

  private void put(Span span, Role role) {
    starts.put(span.start(), role);
  }
}
