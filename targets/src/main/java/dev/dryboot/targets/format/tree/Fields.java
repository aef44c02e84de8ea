package dev.dryboot.targets.format.tree;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An object's fields by key, where there may be none: null counts as absent. */
public record Fields(Optional<Node.Mapping> mapping, Span at) {
  public static Fields of(Node node) {
    return new Fields(
        node instanceof Node.Mapping mapping ? Optional.of(mapping) : Optional.empty(),
        node.span());
  }

  public Optional<Node> get(String key) {
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

  public boolean has(String key) {
    return get(key).isPresent();
  }

  public Fields child(String key) {
    return get(key).map(Fields::of).orElse(new Fields(Optional.empty(), at));
  }

  public List<Fields> children(String key) {
    List<Fields> all = new ArrayList<>();
    if (get(key).orElse(null) instanceof Node.Sequence sequence) {
      sequence.items().forEach(i -> all.add(of(i)));
    }
    return all;
  }

  public Optional<Located<String>> text(String key) {
    return textOf(get(key));
  }

  public Optional<String> plain(String key) {
    return text(key).map(Located::value);
  }

  /** The text, or an empty one at the object. */
  public Located<String> required(String key) {
    return text(key).orElseGet(() -> new Located<>("", at));
  }

  public List<Located<String>> texts(String key) {
    List<Located<String>> all = new ArrayList<>();
    if (get(key).orElse(null) instanceof Node.Sequence sequence) {
      for (Node item : sequence.items()) {
        all.add(textOf(Optional.of(item)).orElseGet(() -> new Located<>("", item.span())));
      }
    }
    return all;
  }

  public Optional<Located<Long>> number(String key) {
    return get(key)
        .filter(Node.Whole.class::isInstance)
        .map(n -> new Located<>(((Node.Whole) n).value().longValue(), n.span()));
  }

  public long numberOr(String key, long otherwise) {
    return number(key).map(Located::value).orElse(otherwise);
  }

  public Optional<Located<Boolean>> truth(String key) {
    return get(key)
        .filter(Node.Truth.class::isInstance)
        .map(n -> new Located<>(((Node.Truth) n).value(), n.span()));
  }

  public boolean is(String key) {
    return truth(key).map(Located::value).orElse(false);
  }

  /** The keys and values in order. */
  public List<Node.Entry> entries() {
    return mapping.map(Node.Mapping::entries).orElse(List.of());
  }

  /** The items of a list; none where there is no list. */
  public List<Node> items(String key) {
    return get(key).orElse(null) instanceof Node.Sequence sequence ? sequence.items() : List.of();
  }

  /** The text of a scalar, where it is text. */
  public static Optional<Located<String>> textOf(Optional<Node> node) {
    return node.filter(Node.Text.class::isInstance)
        .map(n -> new Located<>(((Node.Text) n).text(), n.span()));
  }

  /** The value of a scalar as text, whatever its type; none for collections and null. */
  public Optional<Located<String>> scalar(String key) {
    return get(key)
        .filter(Node.Scalar.class::isInstance)
        .map(n -> new Located<>(((Node.Scalar) n).text(), n.span()));
  }
}
