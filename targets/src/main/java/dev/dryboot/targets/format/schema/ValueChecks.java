package dev.dryboot.targets.format.schema;

import dev.dryboot.targets.format.schema.Issue.Kind;
import dev.dryboot.targets.format.tree.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks of a single value: how long, how many, which ones. */
final class ValueChecks {
  private ValueChecks() {}

  static void check(Node value, Node.Mapping shape, String name, String path, Set<Issue> found) {
    switch (value) {
      case Node.Mapping mapping -> {
        int size = mapping.entries().size();
        count(shape, "leastKeys", "mostKeys", size, name, "keys")
            .ifPresent(m -> found.add(new Issue(Kind.VALUE, path, m, "", value.span())));
      }
      case Node.Sequence list -> sequence(list, shape, name, path, found);
      case Node.Text text -> text(text, shape, name, path, found);
      case Node.Whole whole -> whole(whole, shape, name, path, found);
      case Node.Scalar scalar -> {}
    }
    values(value, shape, name, path, found);
  }

  private static void sequence(
      Node.Sequence list, Node.Mapping shape, String name, String path, Set<Issue> found) {
    count(shape, "least", "most", list.items().size(), name, "entries")
        .ifPresent(m -> found.add(new Issue(Kind.VALUE, path, m, "", list.span())));
    if (shape.get("distinct").orElse(null) instanceof Node.Truth distinct && distinct.value()) {
      Set<String> seen = new LinkedHashSet<>();
      for (Node item : list.items()) {
        if (!seen.add(content(item))) {
          found.add(
              new Issue(
                  Kind.VALUE,
                  path,
                  "%s has the same entry twice".formatted(name),
                  "keep one of them",
                  item.span()));
        }
      }
    }
  }

  private static Optional<String> count(
      Node.Mapping shape, String least, String most, int size, String name, String what) {
    OptionalLong from = number(shape, least);
    OptionalLong to = number(shape, most);
    if (from.isPresent() && size < from.getAsLong()) {
      return Optional.of(
          size == 0
              ? "%s is empty".formatted(name)
              : "%s has %d %s; it needs %d at least".formatted(name, size, what, from.getAsLong()));
    }
    return to.isPresent() && size > to.getAsLong()
        ? Optional.of("%s has %d %s; %d are the most".formatted(name, size, what, to.getAsLong()))
        : Optional.empty();
  }

  private static OptionalLong number(Node.Mapping shape, String key) {
    return shape.get(key).orElse(null) instanceof Node.Whole whole
        ? OptionalLong.of(whole.value().longValue())
        : OptionalLong.empty();
  }

  private static void text(
      Node.Text text, Node.Mapping shape, String name, String path, Set<Issue> found) {
    OptionalLong least = number(shape, "leastLength");
    if (least.isPresent() && text.text().length() < least.getAsLong()) {
      found.add(new Issue(Kind.VALUE, path, "%s is empty".formatted(name), "", text.span()));
    }
    Optional<String> like = shape.get("like").map(n -> ((Node.Scalar) n).text());
    if (like.isPresent() && !Pattern.compile(like.get()).matcher(text.text()).find()) {
      found.add(
          new Issue(
              Kind.VALUE,
              path,
              "%s cannot be %s".formatted(name, brief(text.text())),
              "it has the form " + like.get(),
              text.span()));
    }
  }

  private static String brief(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private static void whole(
      Node.Whole whole, Node.Mapping shape, String name, String path, Set<Issue> found) {
    OptionalLong from = number(shape, "from");
    OptionalLong to = number(shape, "to");
    boolean low =
        from.isPresent()
            && whole.value().compareTo(java.math.BigInteger.valueOf(from.getAsLong())) < 0;
    boolean high =
        to.isPresent() && whole.value().compareTo(java.math.BigInteger.valueOf(to.getAsLong())) > 0;
    if (low || high) {
      found.add(
          new Issue(
              Kind.VALUE, path, "%s cannot be %s".formatted(name, whole.text()), "", whole.span()));
    }
  }

  private static void values(
      Node value, Node.Mapping shape, String name, String path, Set<Issue> found) {
    if (!(shape.get("oneOf").orElse(null) instanceof Node.Sequence allowed)
        || allowed.items().stream().anyMatch(a -> content(a).equals(content(value)))) {
      return;
    }
    List<String> words = allowed.items().stream().map(a -> ((Node.Scalar) a).text()).toList();
    Optional<String> near =
        value instanceof Node.Text text
            ? dev.dryboot.source.Suggestion.nearest(text.text(), words)
            : Optional.empty();
    found.add(
        new Issue(
            // Words are the values: a collection is of another type than any of them.
            value instanceof Node.Scalar ? Kind.VALUE : Kind.TYPE,
            path,
            "%s cannot be %s"
                .formatted(name, value instanceof Node.Scalar s ? s.text() : value.kind()),
            near.map(n -> "did you mean %s?".formatted(n)).orElse(oneOf(words)),
            value.span()));
  }

  private static String oneOf(List<String> words) {
    if (words.size() == 1) {
      return "write " + words.getFirst();
    }
    return words.size() > 30 ? "" : "it is one of " + String.join(", ", words);
  }

  /** The value without its place, for comparing. */
  private static String content(Node value) {
    return switch (value) {
      case Node.Scalar scalar -> scalar.kind() + " " + scalar.text();
      case Node.Sequence list ->
          "[" + list.items().stream().map(ValueChecks::content).toList() + "]";
      case Node.Mapping mapping ->
          "{"
              + mapping.entries().stream()
                  .map(e -> e.name() + "=" + content(e.value()))
                  .sorted()
                  .toList()
              + "}";
    };
  }
}
