package dev.dryboot.targets.format.schema;

import dev.dryboot.source.Rule;
import dev.dryboot.source.SourceText;
import dev.dryboot.targets.format.json.JsonReader;
import dev.dryboot.targets.format.tree.Node;
import dev.dryboot.targets.format.tree.TreeRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table of keys and types. It is a JSON document: {@code shapes} by name, each with what holds
 * for a value: {@code is} (types), {@code keys}, {@code keysLike} (by pattern), {@code closed} (no
 * other keys), {@code elsewhere} (keys of other programs, with what to do), {@code others} (a shape
 * for them), {@code needs} (keys that must be there), {@code each} (a list's entries), {@code
 * least}, {@code most}, {@code distinct}, {@code leastKeys}, {@code leastLength}, {@code like} (a
 * pattern), {@code oneOf} (values), {@code from}, {@code to}, {@code any}, {@code one}, {@code
 * all}, {@code not} (of shapes), {@code same} (another shape's name), {@code deprecated} and {@code
 * changed} (since a version), {@code use} (what instead). The shape called {@code document} is what
 * a document is checked against.
 */
public final class KeyTable {
  private static final Rule INTERNAL = new Rule("TG999", "table");

  private final Node.Mapping shapes;

  private KeyTable(Node.Mapping shapes) {
    this.shapes = shapes;
  }

  /** The table in the resource {@code name} beside {@code near}. */
  public static KeyTable load(Class<?> near, String name) {
    try (InputStream in = near.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no table %s beside %s".formatted(name, near));
      }
      String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Optional<Node> root =
          JsonReader.read(SourceText.of(name, json), new TreeRules(INTERNAL, INTERNAL, INTERNAL))
              .value();
      if (root.orElse(null) instanceof Node.Mapping mapping) {
        return new KeyTable(mapping);
      }
      throw new IllegalStateException("the table %s is not a JSON object".formatted(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is not as the table says, in the order of the document. */
  public List<Issue> check(Node document) {
    return new ShapeChecker(this).check(document, shape("document"), "");
  }

  Node.Mapping shape(String name) {
    if (shapes.get(name).orElse(null) instanceof Node.Mapping shape) {
      return shape;
    }
    throw new IllegalStateException("the table has no shape " + name);
  }

  /** The keys that {@code shape} knows by name, those of the shapes it refers to included. */
  Set<String> keys(Node.Mapping shape) {
    Set<String> keys = new LinkedHashSet<>();
    collect(shape, keys);
    return keys;
  }

  private void collect(Node.Mapping shape, Set<String> keys) {
    shape.get("same").ifPresent(n -> collect(shape(((Node.Scalar) n).text()), keys));
    if (shape.get("keys").orElse(null) instanceof Node.Mapping own) {
      own.entries().forEach(e -> keys.add(e.name()));
    }
    for (String word : List.of("all", "any", "one")) {
      if (shape.get(word).orElse(null) instanceof Node.Sequence parts) {
        parts.items().forEach(p -> collect((Node.Mapping) p, keys));
      }
    }
  }
}
