package dev.dryboot.targets.format.tree;

import dev.dryboot.source.Span;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** A value of a JSON or YAML document and its place. */
public sealed interface Node {
  /** The characters of the value; for an alias, those of what it stands for. */
  Span span();

  /** What people call this kind of value, such as {@code a list}. */
  String kind();

  /** A mapping (JSON: object). Where a key stands twice, both are here and the later one counts. */
  record Mapping(List<Entry> entries, Span span) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    public Optional<Entry> entry(String name) {
      for (int i = entries.size() - 1; i >= 0; i--) {
        if (entries.get(i).name().equals(name)) {
          return Optional.of(entries.get(i));
        }
      }
      return Optional.empty();
    }

    public Optional<Node> get(String name) {
      return entry(name).map(Entry::value);
    }

    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** A key and its value. */
  record Entry(Scalar key, Node value) {
    public String name() {
      return key.text();
    }
  }

  /** A list (JSON: array). */
  record Sequence(List<Node> items, Span span) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A value without parts. */
  sealed interface Scalar extends Node {
    /** The value as text: {@code true}, {@code 420}, the characters of a string. */
    String text();
  }

  /** Text; {@code written} is how it was quoted. */
  record Text(String text, Style style, Span span) implements Scalar {
    @Override
    public String kind() {
      return "text";
    }
  }

  /** How a text stands in its document. */
  enum Style {
    PLAIN,
    QUOTED,
    BLOCK
  }

  /** A whole number. */
  record Whole(BigInteger value, Span span) implements Scalar {
    @Override
    public String text() {
      return value.toString();
    }

    @Override
    public String kind() {
      return "a whole number";
    }
  }

  /** A number with a fraction or an exponent. */
  record Decimal(double value, Span span) implements Scalar {
    @Override
    public String text() {
      return Double.toString(value);
    }

    @Override
    public String kind() {
      return "a number";
    }
  }

  /** True or false. */
  record Truth(boolean value, Span span) implements Scalar {
    @Override
    public String text() {
      return Boolean.toString(value);
    }

    @Override
    public String kind() {
      return "a boolean";
    }
  }

  /** YAML's dates and times, which are neither text nor numbers. */
  record Moment(String text, Span span) implements Scalar {
    @Override
    public String kind() {
      return "a date";
    }
  }

  /** Null, or nothing at all where YAML expects a value. */
  record Nothing(Span span) implements Scalar {
    @Override
    public String text() {
      return "null";
    }

    @Override
    public String kind() {
      return "nothing";
    }
  }
}
