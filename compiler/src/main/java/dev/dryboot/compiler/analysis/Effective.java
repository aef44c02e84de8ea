package dev.dryboot.compiler.analysis;

import dev.dryboot.language.syntax.Member;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is left of a host's layers once they are laid over each other: the effective settings. */
final class Effective {
  private Effective() {}

  /** A thing, or the unnamed part of one, with its settings in the order they first came up. */
  static final class Block {
    final String kind;
    final String name;
    final Span nameSpan;
    final Map<String, List<Entry>> settings = new LinkedHashMap<>();
    final Map<String, Map<String, Block>> blocks = new LinkedHashMap<>();
    final List<Member.Raw> raws = new ArrayList<>();
    final List<Span> spans = new ArrayList<>();
    final List<Member.Allow> allows = new ArrayList<>();
    Optional<Member.Item> item = Optional.empty();
    String comment = "";

    Block(String kind, String name, Span nameSpan) {
      this.kind = kind;
      this.name = name;
      this.nameSpan = nameSpan;
    }

    List<Entry> entries(String word) {
      return settings.getOrDefault(word, List.of());
    }

    Map<String, Block> blocks(String kind) {
      return blocks.getOrDefault(kind, Map.of());
    }

    /** This block and all in it. */
    List<Block> withAllInside() {
      List<Block> all = new ArrayList<>(List.of(this));
      for (Map<String, Block> named : blocks.values()) {
        named.values().forEach(b -> all.addAll(b.withAllInside()));
      }
      settings
          .values()
          .forEach(
              list -> list.forEach(e -> e.body().ifPresent(b -> all.addAll(b.withAllInside()))));
      return all;
    }
  }

  /**
   * One item of a setting.
   *
   * @param word where the setting's word stands
   * @param body the part in braces behind it
   */
  record Entry(Span word, Optional<Member.Item> item, Optional<Block> body, Layer layer) {
    Span span() {
      return item.map(Member.Item::span).orElse(word);
    }

    String text() {
      return item.map(
              i -> Layers.Words.of(i.first()) + i.shape() + i.second().map(Layers.Words::of))
          .orElse("");
    }
  }
}
