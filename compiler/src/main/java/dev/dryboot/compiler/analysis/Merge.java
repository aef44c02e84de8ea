package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.analysis.Effective.Block;
import dev.dryboot.compiler.analysis.Effective.Entry;
import dev.dryboot.language.syntax.Member;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lays the layers of a host over each other, setting by setting. */
final class Merge {
  private final Function<Member.Item, String> key;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Map<String, List<Layers.Level>> defaults = new LinkedHashMap<>();

  /**
   * Makes one.
   *
   * @param key the characters of an item that names a thing, with its placeholders resolved
   */
  Merge(Function<Member.Item, String> key) {
    this.key = key;
  }

  List<Diagnostic> found() {
    return found;
  }

  Block host(String name, Span nameSpan, List<Layers.Level> levels) {
    for (Layers.Level level : levels) {
      for (Member member : level.members()) {
        if (member instanceof Member.Defaults d) {
          defaults
              .computeIfAbsent(d.kind().text(), k -> new ArrayList<>())
              .add(new Layers.Level(level.layer().defaults(), d.members()));
        }
      }
    }
    Block host = new Block("host", name, nameSpan);
    levels.forEach(level -> lay(level.layer(), level.members(), host));
    return host;
  }

  private void lay(Layer layer, List<Member> members, Block onto) {
    for (Member member : members) {
      switch (member) {
        case Member.Block block -> named(layer, block, onto);
        case Member.Setting setting -> setting(layer, setting, onto);
        case Member.Remove remove -> remove(remove, onto);
        case Member.Clear clear -> clear(clear, onto);
        case Member.Raw raw -> onto.raws.add(raw);
        case Member.Allow allow -> onto.allows.add(allow);
        case Member.When when -> {}
        case Member.Defaults d -> {}
      }
    }
  }

  private void named(Layer layer, Member.Block block, Block onto) {
    Block thing = thing(onto, block.kind().text(), block.name().text(), block.name().span());
    thing.spans.add(block.span());
    if (!block.comment().isBlank()) {
      thing.comment = block.comment();
    }
    lay(layer, block.members(), thing);
  }

  /** The thing of that kind and name, made of the defaults for its kind where it is new. */
  private Block thing(Block onto, String kind, String name, Span nameSpan) {
    Map<String, Block> things = onto.blocks.computeIfAbsent(kind, k -> new LinkedHashMap<>());
    Block known = things.get(name);
    if (known != null) {
      return known;
    }
    Block fresh = new Block(kind, name, nameSpan);
    things.put(name, fresh);
    if (onto.kind.equals("host")) {
      defaults
          .getOrDefault(kind, List.of())
          .forEach(level -> lay(level.layer(), level.members(), fresh));
    }
    return fresh;
  }

  private void setting(Layer layer, Member.Setting setting, Block onto) {
    String word = setting.word().text();
    switch (Shapes.of(onto.kind, word)) {
      case NAMED_BLOCK -> {
        for (Member.Item item : setting.items()) {
          Block thing = thing(onto, word, key.apply(item), item.first().span());
          thing.item = Optional.of(item);
          thing.spans.add(setting.span());
          lay(layer, setting.body().orElse(List.of()), thing);
        }
      }
      case BLOCK -> {
        Block thing = thing(onto, word, "", setting.word().span());
        thing.spans.add(setting.span());
        lay(layer, setting.body().orElse(List.of()), thing);
      }
      case BLOCKS, LIST -> add(layer, setting, onto);
      case KEYED -> setting.items().forEach(item -> keyed(layer, setting, item, onto));
      case SINGLE -> single(layer, setting, onto);
    }
  }

  private void add(Layer layer, Member.Setting setting, Block onto) {
    List<Entry> entries =
        onto.settings.computeIfAbsent(setting.word().text(), k -> new ArrayList<>());
    if (setting.items().isEmpty()) {
      entries.add(entry(layer, setting, Optional.empty()));
    }
    setting.items().forEach(item -> entries.add(entry(layer, setting, Optional.of(item))));
  }

  private void keyed(Layer layer, Member.Setting setting, Member.Item item, Block onto) {
    List<Entry> entries =
        onto.settings.computeIfAbsent(setting.word().text(), k -> new ArrayList<>());
    String keyText = Layers.Words.of(item.first());
    Entry entry = entry(layer, setting, Optional.of(item));
    for (int i = 0; i < entries.size(); i++) {
      Entry before = entries.get(i);
      if (before.item().map(b -> Layers.Words.of(b.first())).orElse("").equals(keyText)) {
        compare(setting.word().text() + " " + keyText, before, entry);
        entries.set(i, entry);
        return;
      }
    }
    entries.add(entry);
  }

  private void single(Layer layer, Member.Setting setting, Block onto) {
    String word = setting.word().text();
    List<Entry> now = new ArrayList<>();
    if (setting.items().isEmpty()) {
      now.add(entry(layer, setting, Optional.empty()));
    }
    setting.items().forEach(item -> now.add(entry(layer, setting, Optional.of(item))));
    List<Entry> before = onto.settings.put(word, now);
    if (before != null && !before.isEmpty()) {
      compare(word, before.getFirst(), now.getFirst());
    }
  }

  private void compare(String what, Entry before, Entry now) {
    if (now.layer().equals(before.layer())) {
      found.add(
          Diagnostic.error(ModelRules.VALUE_TWICE, now.span(), "%s is set twice".formatted(what))
              .related(before.span(), "the first time")
              .why("nothing says which of the two is meant")
              .help("keep one of them, or put one into a profile"));
    } else if (!now.layer().overrules(before.layer()) && !now.text().equals(before.text())) {
      disagreements.add(new Disagreement(what, before, now));
    }
  }

  /** Two profiles that say different things, unless something above settles it. */
  private record Disagreement(String what, Entry before, Entry now) {}

  private final List<Disagreement> disagreements = new ArrayList<>();

  /** Reports the disagreements that nothing settled: those whose later value is still there. */
  void settle(Block host) {
    List<Entry> alive = new ArrayList<>();
    for (Block block : host.withAllInside()) {
      block.settings.values().forEach(alive::addAll);
    }
    for (Disagreement d : disagreements) {
      if (alive.stream().anyMatch(e -> e == d.now())) {
        found.add(
            Diagnostic.error(
                    ModelRules.PROFILES_DISAGREE,
                    d.now().span(),
                    "%s and %s disagree about %s"
                        .formatted(d.before().layer().name(), d.now().layer().name(), d.what()))
                .related(d.before().span(), "the other value")
                .why("neither of them comes before the other")
                .help("say in the host which value it shall be"));
      }
    }
  }

  private Entry entry(Layer layer, Member.Setting setting, Optional<Member.Item> item) {
    Optional<Block> body =
        setting
            .body()
            .map(
                members -> {
                  Block block = new Block(setting.word().text(), "", setting.word().span());
                  block.spans.add(setting.span());
                  lay(layer, members, block);
                  return block;
                });
    return new Entry(setting.word().span(), item, body, layer);
  }

  private void remove(Member.Remove remove, Block onto) {
    Map<String, Block> things = onto.blocks.get(remove.kind().text());
    if (things == null || things.remove(remove.name().text()) == null) {
      found.add(
          Diagnostic.warning(
                  ModelRules.NOTHING_TO_REMOVE,
                  remove.span(),
                  "there is no %s %s to remove"
                      .formatted(remove.kind().text(), remove.name().text()))
              .help("profiles come before the host: only what they bring can be removed here"));
    }
  }

  private void clear(Member.Clear clear, Block onto) {
    String word = clear.setting().text();
    if (onto.settings.remove(word) == null && onto.blocks.remove(word) == null) {
      found.add(
          Diagnostic.warning(
              ModelRules.NOTHING_TO_REMOVE,
              clear.span(),
              "nothing before this says %s".formatted(word)));
    }
  }
}
