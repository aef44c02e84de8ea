package dev.dryboot.targets.format.ignition;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.source.Span;
import dev.dryboot.targets.format.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An object's fields by key, where there may be none: null counts as absent. */
record Fields(Optional<Node.Mapping> mapping, Span at) {
  static Fields of(Node node) {
    return new Fields(
        node instanceof Node.Mapping mapping ? Optional.of(mapping) : Optional.empty(),
        node.span());
  }

  Optional<Node> get(String key) {
    return mapping
        .flatMap(
            m -> {
              Optional<Node> exact = m.get(key);
              return exact.isPresent()
                  ? exact
                  : m.entries().reversed().stream()
                      .filter(e -> e.name().equalsIgnoreCase(key))
                      .map(Node.Entry::value)
                      .findFirst();
            })
        .filter(n -> !(n instanceof Node.Nothing));
  }

  boolean has(String key) {
    return get(key).isPresent();
  }

  Fields child(String key) {
    return get(key).map(Fields::of).orElse(new Fields(Optional.empty(), at));
  }

  List<Fields> children(String key) {
    List<Fields> all = new ArrayList<>();
    if (get(key).orElse(null) instanceof Node.Sequence sequence) {
      sequence.items().forEach(i -> all.add(of(i)));
    }
    return all;
  }

  Optional<Located<String>> text(String key) {
    return IgnitionRecords.text(get(key));
  }

  Optional<String> plain(String key) {
    return text(key).map(Located::value);
  }

  /** The text, or an empty one at the object. */
  Located<String> required(String key) {
    return text(key).orElseGet(() -> new Located<>("", at));
  }

  List<Located<String>> texts(String key) {
    List<Located<String>> all = new ArrayList<>();
    if (get(key).orElse(null) instanceof Node.Sequence sequence) {
      for (Node item : sequence.items()) {
        all.add(
            IgnitionRecords.text(Optional.of(item))
                .orElseGet(() -> new Located<>("", item.span())));
      }
    }
    return all;
  }

  Optional<Located<Long>> number(String key) {
    return get(key)
        .filter(Node.Whole.class::isInstance)
        .map(n -> new Located<>(((Node.Whole) n).value().longValue(), n.span()));
  }

  long numberOr(String key, long otherwise) {
    return number(key).map(Located::value).orElse(otherwise);
  }

  Optional<Located<Boolean>> truth(String key) {
    return get(key)
        .filter(Node.Truth.class::isInstance)
        .map(n -> new Located<>(((Node.Truth) n).value(), n.span()));
  }

  boolean is(String key) {
    return truth(key).map(Located::value).orElse(false);
  }
}
