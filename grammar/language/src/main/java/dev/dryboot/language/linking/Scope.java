package dev.dryboot.language.linking;

import dev.dryboot.language.syntax.Member;
import dev.dryboot.language.syntax.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that a host declares, with those of its profiles: by kind, services and containers
 * together as {@code unit}.
 */
final class Scope {
  private final Map<String, Set<String>> names = new LinkedHashMap<>();

  Scope add(List<Member> members) {
    for (Member member : members) {
      switch (member) {
        case Member.Block block -> {
          add(block.kind().text(), block.name().text());
          block.members().stream()
              .filter(Member.Block.class::isInstance)
              .forEach(inner -> add(List.of(inner)));
        }
        case Member.When when -> add(when.members());
        case Member.Setting setting -> add(setting);
        case Member.Defaults defaults -> {}
        case Member.Remove remove -> {}
        case Member.Clear clear -> {}
        case Member.Raw raw -> {}
        case Member.Allow allow -> {}
      }
    }
    return this;
  }

  private void add(Member.Setting setting) {
    for (Member.Item item : setting.items()) {
      if (item.first() instanceof Value.Bare bare) {
        add(setting.word().text(), bare.word());
      } else if (item.first() instanceof Value.Text text && text.pieces().size() == 1) {
        add(setting.word().text(), text.pieces().getFirst().span().text());
      }
    }
  }

  private void add(String kind, String name) {
    names.computeIfAbsent(kind(kind), k -> new LinkedHashSet<>()).add(name);
  }

  Scope addAll(Scope other) {
    other.names.forEach(
        (kind, some) -> names.computeIfAbsent(kind, k -> new LinkedHashSet<>()).addAll(some));
    return this;
  }

  Set<String> names(String kind) {
    return names.getOrDefault(kind(kind), Set.of());
  }

  boolean has(String kind, String name) {
    return names(kind).contains(name);
  }

  private static String kind(String kind) {
    return kind.equals("service") || kind.equals("container") ? "unit" : kind;
  }
}
