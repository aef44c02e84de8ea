package dev.dryboot.compiler.document;

import dev.dryboot.source.Origin;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node of a document. */
public sealed interface Node {
  Origin origin();

  /** Keys in the order they were put. */
  record Fields(Map<String, Node> fields, Origin origin) implements Node {
    public Fields(Origin origin) {
      this(new LinkedHashMap<>(), origin);
    }

    public Fields put(String key, Node node) {
      fields.put(key, node);
      return this;
    }

    public Fields put(String key, Optional<? extends Node> node) {
      node.ifPresent(n -> fields.put(key, n));
      return this;
    }

    /** Puts a list or object unless it is empty. */
    public Fields putFilled(String key, Node node) {
      boolean empty =
          switch (node) {
            case Fields f -> f.fields.isEmpty();
            case Items i -> i.items.isEmpty();
            case Leaf leaf -> false;
          };
      return empty ? this : put(key, node);
    }
  }

  record Items(List<Node> items, Origin origin) implements Node {
    public Items(Origin origin) {
      this(new ArrayList<>(), origin);
    }

    public Items add(Node node) {
      items.add(node);
      return this;
    }
  }

  /** A scalar. */
  sealed interface Leaf extends Node {}

  /**
   * Text.
   *
   * @param decoded what it stands for, where it is an encoded form; else the text itself with the
   *     finer origins of its parts, if they are known
   */
  record TextLeaf(String text, Optional<SourceText> decoded, Origin origin) implements Leaf {}

  record NumberLeaf(long number, Origin origin) implements Leaf {}

  record BooleanLeaf(boolean value, Origin origin) implements Leaf {}

  /** Nothing, where a format tells that from absence. */
  record NullLeaf(Origin origin) implements Leaf {}

  static Leaf of(String text, Origin origin) {
    return new TextLeaf(text, Optional.empty(), origin);
  }

  static Leaf of(SourceText text, Origin origin) {
    return new TextLeaf(text.text(), Optional.of(text), origin);
  }

  static Leaf of(long number, Origin origin) {
    return new NumberLeaf(number, origin);
  }

  static Leaf of(boolean value, Origin origin) {
    return new BooleanLeaf(value, origin);
  }
}
