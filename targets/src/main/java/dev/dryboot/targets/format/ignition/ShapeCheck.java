package dev.dryboot.targets.format.ignition;

import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Suggestion;
import dev.dryboot.targets.format.tree.Node;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks keys and types of a config against the table; unknown keys are only warnings. */
final class ShapeCheck {
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  private final int minor;
  private final List<Diagnostic> found = new ArrayList<>();

  private ShapeCheck(int minor) {
    this.minor = minor;
  }

  /** What is wrong with keys and types of a config of version 3.{@code minor}. */
  static List<Diagnostic> check(Node.Mapping root, int minor) {
    ShapeCheck check = new ShapeCheck(minor);
    check.object(root, "config", "");
    return check.found;
  }

  private void object(Node.Mapping mapping, String object, String path) {
    for (Node.Entry entry : mapping.entries()) {
      Optional<IgnitionFields.Field> field = IgnitionFields.find(object, entry.name());
      String at = path + "." + entry.name();
      if (field.isEmpty()) {
        unknown(entry, object, path);
      } else if (field.get().since() > minor) {
        newer(entry, field.get());
      } else if (field.get().list()) {
        list(entry.value(), field.get().type(), at);
      } else {
        value(entry.value(), field.get().type(), at);
      }
    }
  }

  private void list(Node value, String type, String path) {
    switch (value) {
      case Node.Nothing nothing -> {}
      case Node.Sequence sequence -> {
        for (int i = 0; i < sequence.items().size(); i++) {
          value(sequence.items().get(i), type, path + "." + i);
        }
      }
      case Node other -> wrong(other, "a list", path);
    }
  }

  private void value(Node value, String type, String path) {
    if (value instanceof Node.Nothing) {
      return;
    }
    switch (type) {
      case "text" -> {
        if (!(value instanceof Node.Text)) {
          wrong(value, "text", path);
        }
      }
      case "boolean" -> {
        if (!(value instanceof Node.Truth)) {
          wrong(value, "true or false", path);
        }
      }
      case "number" -> {
        if (!(value instanceof Node.Whole whole)
            || whole.value().compareTo(MIN) < 0
            || whole.value().compareTo(MAX) > 0) {
          wrong(value, "a whole number", path);
        }
      }
      default -> {
        if (value instanceof Node.Mapping mapping) {
          object(mapping, type, path);
        } else {
          wrong(value, "an object", path);
        }
      }
    }
  }

  private void wrong(Node value, String wanted, String path) {
    String name = path.startsWith(".") ? path.substring(1) : path;
    found.add(
        Diagnostic.error(
                IgnitionRules.TYPE,
                value.span(),
                "%s takes %s, not %s".formatted(name, wanted, said(value)))
            .why("Ignition refuses the whole config, and the machine does not boot")
            .help(help(value, wanted)));
  }

  private static String said(Node value) {
    return switch (value) {
      case Node.Mapping m -> "an object";
      case Node.Nothing n -> "null";
      case Node.Truth t -> t.text();
      case Node other -> other.kind();
    };
  }

  private static String help(Node value, String wanted) {
    if (value instanceof Node.Text text && wanted.equals("a whole number")) {
      return text.text().matches("0?[0-7]{3,4}")
          ? "a mode is written in decimal: " + Integer.parseInt(text.text(), 8)
          : "write the number without quotes";
    }
    if (value instanceof Node.Text && wanted.equals("true or false")) {
      return "write it without quotes";
    }
    return value instanceof Node.Scalar scalar && wanted.equals("text")
        ? "put it in quotes: \"" + scalar.text() + "\""
        : "";
  }

  private void unknown(Node.Entry entry, String object, String path) {
    String where = path.isEmpty() ? "the config" : path.substring(1);
    Optional<String> near = Suggestion.nearest(entry.name(), IgnitionFields.of(object).keySet());
    found.add(
        Diagnostic.warning(
                IgnitionRules.UNKNOWN_KEY,
                entry.key().span(),
                "%s has no key %s".formatted(where, entry.name()))
            .why("Ignition ignores it: what it says does not happen")
            .help(
                near.map(n -> "did you mean %s?".formatted(n))
                    .orElse(
                        "its keys are " + String.join(", ", IgnitionFields.of(object).keySet()))));
  }

  private void newer(Node.Entry entry, IgnitionFields.Field field) {
    found.add(
        Diagnostic.warning(
                IgnitionRules.NEWER_KEY,
                entry.key().span(),
                "%s came with version 3.%d.0 of the specification; this config says 3.%d"
                    .formatted(field.name(), field.since(), minor))
            .why("Ignition ignores it: what it says does not happen")
            .help("raise ignition.version to 3.%d.0".formatted(field.since())));
  }
}
