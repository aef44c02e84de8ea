package dev.dryboot.targets.format.schema;

import dev.dryboot.source.Span;
import dev.dryboot.source.Suggestion;
import dev.dryboot.targets.format.schema.Issue.Kind;
import dev.dryboot.targets.format.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks a value against a shape of a table. */
final class ShapeChecker {
  private final KeyTable table;

  ShapeChecker(KeyTable table) {
    this.table = table;
  }

  List<Issue> check(Node value, Node.Mapping shape, String path) {
    Set<Issue> found = new LinkedHashSet<>();
    shape
        .get("same")
        .ifPresent(
            name -> found.addAll(check(value, table.shape(((Node.Scalar) name).text()), path)));
    if (!Types.fits(value, words(shape, "is"))) {
      found.add(
          new Issue(
              Kind.TYPE,
              path,
              "%s takes %s, not %s"
                  .formatted(named(path), Types.say(words(shape, "is")), Types.kind(value)),
              Types.help(value, words(shape, "is")),
              value.span()));
      return List.copyOf(found);
    }
    ValueChecks.check(value, shape, named(path), path, found);
    switch (value) {
      case Node.Mapping mapping -> mapping(mapping, shape, path, found);
      case Node.Sequence sequence -> sequence(sequence, shape, path, found);
      case Node.Scalar scalar -> {}
    }
    combinations(value, shape, path, found);
    age(value, shape, path, found);
    return List.copyOf(found);
  }

  static String named(String path) {
    return path.isEmpty() ? "the document" : path;
  }

  static List<String> words(Node.Mapping shape, String key) {
    return shape.get(key).orElse(null) instanceof Node.Sequence sequence
        ? sequence.items().stream()
            .filter(Node.Scalar.class::isInstance)
            .map(n -> ((Node.Scalar) n).text())
            .toList()
        : List.of();
  }

  private static List<Node.Mapping> shapes(Node.Mapping shape, String key) {
    return shape.get(key).orElse(null) instanceof Node.Sequence sequence
        ? sequence.items().stream().map(Node.Mapping.class::cast).toList()
        : List.of();
  }

  private static Optional<Node.Mapping> part(Node.Mapping shape, String key) {
    return shape.get(key).filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
  }

  private void mapping(Node.Mapping mapping, Node.Mapping shape, String path, Set<Issue> found) {
    for (String needed : words(shape, "needs")) {
      if (mapping.entry(needed).isEmpty()) {
        found.add(
            new Issue(
                Kind.MISSING_KEY,
                path,
                "%s needs the key %s".formatted(named(path), needed),
                "add " + needed,
                mapping.span()));
      }
    }
    for (Node.Entry entry : mapping.entries()) {
      entry(entry, shape, path, found);
    }
  }

  private void entry(Node.Entry entry, Node.Mapping shape, String path, Set<Issue> found) {
    String name = entry.name();
    String at = path.isEmpty() ? name : path + "." + name;
    boolean known = false;
    Optional<Node.Mapping> own = part(shape, "keys").flatMap(k -> part(k, name));
    if (own.isPresent()) {
      known = true;
      found.addAll(inKey(check(entry.value(), own.get(), at), entry, at));
    }
    for (Node.Entry like : part(shape, "keysLike").map(Node.Mapping::entries).orElse(List.of())) {
      if (Pattern.compile(like.name()).matcher(name).find()) {
        known = true;
        found.addAll(check(entry.value(), (Node.Mapping) like.value(), at));
      }
    }
    Optional<Node.Mapping> others = part(shape, "others");
    if (!known && others.isPresent()) {
      found.addAll(check(entry.value(), others.get(), at));
    } else if (!known && shape.get("closed").isPresent()) {
      found.add(unknown(entry, shape, path));
    }
  }

  /** Where a whole key is deprecated, the key is the place and not its value. */
  private static List<Issue> inKey(List<Issue> issues, Node.Entry entry, String path) {
    return issues.stream()
        .map(
            i ->
                i.kind() == Kind.DEPRECATED && i.path().equals(path)
                    ? new Issue(i.kind(), i.path(), i.message(), i.help(), entry.key().span())
                    : i)
        .toList();
  }

  private Issue unknown(Node.Entry entry, Node.Mapping shape, String path) {
    Set<String> keys = table.keys(shape);
    Optional<String> near = Suggestion.nearest(entry.name(), keys);
    String all =
        keys.size() > 20 || keys.isEmpty() ? "" : "its keys are " + String.join(", ", keys);
    return new Issue(
        Kind.UNKNOWN_KEY,
        path,
        "%s has no key %s".formatted(named(path), entry.name()),
        elsewhere(shape, entry.name())
            .or(() -> near.map(n -> "did you mean %s?".formatted(n)))
            .orElse(all),
        entry.key().span());
  }

  /** What to do about a key that another program has. */
  private static Optional<String> elsewhere(Node.Mapping shape, String name) {
    return part(shape, "elsewhere").flatMap(e -> e.get(name)).map(n -> ((Node.Scalar) n).text());
  }

  private void sequence(Node.Sequence list, Node.Mapping shape, String path, Set<Issue> found) {
    Optional<Node.Mapping> each = part(shape, "each");
    for (int i = 0; i < list.items().size() && each.isPresent(); i++) {
      found.addAll(check(list.items().get(i), each.get(), path + "." + i));
    }
  }

  private void combinations(Node value, Node.Mapping shape, String path, Set<Issue> found) {
    for (Node.Mapping part : shapes(shape, "all")) {
      found.addAll(check(value, part, path));
    }
    List<Node.Mapping> any = shapes(shape, "any");
    if (!any.isEmpty()) {
      found.addAll(alternatives(value, any, path));
    }
    List<Node.Mapping> one = shapes(shape, "one");
    if (!one.isEmpty()) {
      found.addAll(exactlyOne(value, one, path));
    }
    Optional<Node.Mapping> not = part(shape, "not");
    if (not.isPresent() && check(value, not.get(), path).stream().allMatch(Issue::mild)) {
      String keys = String.join(" and ", words(not.get(), "needs"));
      found.add(
          new Issue(
              Kind.VALUE,
              path,
              keys.isEmpty()
                  ? "%s cannot be this".formatted(named(path))
                  : "%s has %s, which exclude each other".formatted(named(path), keys),
              keys.isEmpty() ? "" : "keep one of them",
              value.span()));
    }
  }

  private List<Issue> exactlyOne(Node value, List<Node.Mapping> shapes, String path) {
    long fitting =
        shapes.stream().filter(s -> check(value, s, path).stream().allMatch(Issue::mild)).count();
    if (fitting <= 1) {
      return alternatives(value, shapes, path);
    }
    return List.of(
        new Issue(
            Kind.VALUE,
            path,
            "%s says two things that exclude each other".formatted(named(path)),
            "keep one of them",
            value.span()));
  }

  /**
   * The best alternative: one without issues, else one that is only deprecated, else the nearest.
   */
  private List<Issue> alternatives(Node value, List<Node.Mapping> shapes, String path) {
    List<List<Issue>> all = new ArrayList<>();
    for (Node.Mapping shape : shapes) {
      List<Issue> issues = check(value, shape, path);
      if (issues.isEmpty()) {
        return issues;
      }
      all.add(issues);
    }
    for (List<Issue> issues : all) {
      if (issues.stream().allMatch(Issue::mild)) {
        return issues;
      }
    }
    boolean allTypes =
        all.stream()
            .allMatch(l -> l.getFirst().kind() == Kind.TYPE && l.getFirst().path().equals(path));
    if (allTypes) {
      return List.of(oneType(value, shapes, path));
    }
    return all.stream()
        .filter(l -> !(l.getFirst().kind() == Kind.TYPE && l.getFirst().path().equals(path)))
        .min(java.util.Comparator.comparingInt(List::size))
        .orElse(all.getFirst());
  }

  private Issue oneType(Node value, List<Node.Mapping> shapes, String path) {
    List<String> types = new ArrayList<>();
    shapes.forEach(s -> types.addAll(types(s)));
    return new Issue(
        Kind.TYPE,
        path,
        "%s takes %s, not %s".formatted(named(path), Types.say(types), Types.kind(value)),
        Types.help(value, types),
        value.span());
  }

  private List<String> types(Node.Mapping shape) {
    return shape
        .get("same")
        .map(n -> types(table.shape(((Node.Scalar) n).text())))
        .orElseGet(() -> words(shape, "is"));
  }

  private static void age(Node value, Node.Mapping shape, String path, Set<Issue> found) {
    for (String word : List.of("deprecated", "changed")) {
      Optional<String> since = shape.get(word).map(n -> ((Node.Scalar) n).text());
      if (since.isEmpty()) {
        continue;
      }
      String use = shape.get("use").map(n -> ((Node.Scalar) n).text()).orElse("");
      Span at = value.span();
      found.add(
          new Issue(
              Kind.DEPRECATED,
              path,
              word.equals("deprecated")
                  ? "%s is deprecated since %s".formatted(named(path), since.get())
                  : "%s: this kind of value is deprecated since %s"
                      .formatted(named(path), since.get()),
              use.isEmpty() ? "" : "use " + use + " instead",
              at));
    }
  }
}
