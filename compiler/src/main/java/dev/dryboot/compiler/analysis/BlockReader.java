package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.analysis.Effective.Block;
import dev.dryboot.compiler.analysis.Effective.Entry;
import dev.dryboot.compiler.model.Content;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Traced;
import dev.dryboot.language.syntax.Member;
import dev.dryboot.language.syntax.Value;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the settings of one block as typed values, and remembers which it was asked for: what
 * nobody asks for has no meaning yet.
 */
final class BlockReader {
  private final Block block;
  private final Evaluation evaluation;
  private final Set<String> read = new LinkedHashSet<>();

  BlockReader(Block block, Evaluation evaluation) {
    this.block = block;
    this.evaluation = evaluation;
  }

  Block block() {
    return block;
  }

  Evaluation evaluation() {
    return evaluation;
  }

  Origin origin() {
    return Origin.written(block.nameSpan);
  }

  /** The block's name; for one named by text, with its placeholders resolved. */
  Traced<String> name() {
    return new Traced<>(
        block.item.map(i -> evaluation.text(i.first()).plain()).orElse(block.name), origin());
  }

  List<Entry> entries(String word) {
    read.add(word);
    return block.entries(word);
  }

  /**
   * The things of a kind, by their names: in which order they were written means nothing, and is
   * not to show in an artifact. Only partitions lie on their disk as they are written.
   */
  List<BlockReader> blocks(String kind) {
    read.add(kind);
    Stream<Block> things = block.blocks(kind).values().stream();
    return (kind.equals("partition") ? things : things.sorted(Comparator.comparing(b -> b.name)))
        .map(b -> new BlockReader(b, evaluation))
        .toList();
  }

  Optional<BlockReader> one(String kind) {
    return blocks(kind).stream().findFirst();
  }

  List<Text> texts(String word) {
    return entries(word).stream()
        .flatMap(e -> e.item().stream())
        .map(item -> evaluation.text(item.first()))
        .toList();
  }

  Optional<Text> text(String word) {
    return texts(word).stream().findFirst();
  }

  List<Content> contents(String word) {
    return entries(word).stream()
        .flatMap(e -> e.item().stream())
        .map(item -> evaluation.content(item.first()))
        .toList();
  }

  Optional<Content> content(String word) {
    return contents(word).stream().findFirst();
  }

  Optional<Value> value(String word) {
    return entries(word).stream()
        .flatMap(e -> e.item().stream())
        .map(Member.Item::first)
        .findFirst();
  }

  /** {@code word key = value} settings; a key without a value has an empty one. */
  List<HostModel.Entry> keyed(String word) {
    List<HostModel.Entry> all = new ArrayList<>();
    for (Entry entry : entries(word)) {
      entry
          .item()
          .ifPresent(
              item -> {
                Origin origin = Origin.written(item.span());
                all.add(
                    new HostModel.Entry(
                        evaluation.text(item.first()).plain(),
                        item.second().map(evaluation::text).orElse(Text.of("", origin)),
                        origin));
              });
    }
    return all;
  }

  Optional<Traced<Boolean>> yes(String word) {
    if (entries(word).stream().anyMatch(e -> e.item().isEmpty())) {
      return Optional.of(new Traced<>(true, Origin.written(entries(word).getFirst().word())));
    }
    return typed(word, "yes or no", Literals::yesOrNo);
  }

  Optional<Traced<Long>> integer(String word) {
    return number(word, "a whole number", Literals::integer);
  }

  Optional<Traced<Integer>> mode(String word) {
    return number(word, "a mode such as 0644", Literals::mode).map(m -> m.map(Long::intValue));
  }

  Optional<Traced<Long>> bytes(String word) {
    return number(word, "a size such as 20GiB", Literals::bytes);
  }

  Optional<Traced<Long>> mebibytes(String word) {
    return bytes(word).map(b -> b.map(count -> (count + (1 << 20) - 1) >> 20));
  }

  Optional<Traced<Long>> seconds(String word) {
    return number(word, "a duration such as 5min30s", Literals::seconds);
  }

  private Optional<Traced<Long>> number(
      String word, String expected, Function<String, OptionalLong> parse) {
    return typed(
        word,
        expected,
        text -> {
          OptionalLong number = parse.apply(text);
          return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
        });
  }

  private <T> Optional<Traced<T>> typed(
      String word, String expected, Function<String, Optional<T>> parse) {
    return text(word).flatMap(text -> parsed(word, text, expected, parse));
  }

  /** A literal of {@code text}, or a diagnostic that says what was expected. */
  <T> Optional<Traced<T>> parsed(
      String word, Text text, String expected, Function<String, Optional<T>> parse) {
    Optional<T> value = parse.apply(text.plain());
    if (value.isEmpty() && !text.plain().isEmpty()) {
      evaluation
          .found()
          .add(
              Diagnostic.of(
                  ModelRules.VALUE_KIND,
                  dev.dryboot.source.Severity.ERROR,
                  text.origin(),
                  "%s takes %s, not %s".formatted(word, expected, text.plain())));
    }
    return value.map(v -> new Traced<>(v, text.origin()));
  }

  boolean isRead(String word) {
    return read.contains(word);
  }

  /** The settings that nobody asked for, one word after another. */
  List<String> rest() {
    List<String> words = new ArrayList<>(block.settings.keySet());
    words.addAll(block.blocks.keySet());
    words.removeAll(read);
    return words;
  }

  /** Notes what has no meaning yet. */
  void noteRest() {
    for (String word : rest()) {
      List<Entry> entries = block.entries(word);
      Origin at =
          entries.isEmpty()
              ? block.blocks(word).values().stream()
                  .findFirst()
                  .map(b -> Origin.written(b.nameSpan))
                  .orElse(origin())
              : Origin.written(entries.getFirst().word());
      if (entries.isEmpty() && block.blocks(word).isEmpty()) {
        continue;
      }
      evaluation
          .found()
          .add(
              Diagnostic.of(
                      ModelRules.NO_MEANING_YET,
                      dev.dryboot.source.Severity.NOTE,
                      at,
                      "%s has no meaning yet in %s and is left out"
                          .formatted(word, block.kind.equals("host") ? "a host" : block.kind))
                  .why("nothing in the artifacts comes of it"));
    }
  }
}
