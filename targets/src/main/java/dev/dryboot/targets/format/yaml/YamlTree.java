package dev.dryboot.targets.format.yaml;

import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import dev.dryboot.targets.format.tree.Node;
import dev.dryboot.targets.format.tree.TreeRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/** Builds the tree from the parser's events: anchors, aliases, merge keys, tags. */
final class YamlTree {
  private static final String YAML_TAG = "tag:yaml.org,2002:";

  private final YamlPlaces places;
  private final TreeRules rules;
  private final YamlDialect dialect;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Map<String, Weighed> anchors = new LinkedHashMap<>();
  private Span lastPlace;
  private boolean givenUp;
  private long values;

  /** A value and how many values it is with all its aliases followed. */
  private record Weighed(Node node, long weight) {}

  YamlTree(YamlPlaces places, TreeRules rules, YamlDialect dialect) {
    this.places = places;
    this.rules = rules;
    this.dialect = dialect;
    this.lastPlace = places.span(0, 0);
  }

  List<Diagnostic> findings() {
    return found;
  }

  Span lastPlace() {
    return lastPlace;
  }

  /** The only document; null where there is none; empty where it cannot be used. */
  Optional<Node> document(Iterator<Event> events) {
    Optional<Node> root = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof DocumentStartEvent start) {
        if (root.isPresent()) {
          found.add(
              Diagnostic.error(rules.syntax(), places.of(start), "a second document begins here")
                  .why("the whole document is given up: nothing in it is done")
                  .help("take away the line ---"));
          return Optional.empty();
        }
        root = Optional.of(value(events.next(), events, 0));
      } else {
        lastPlace = places.of(event);
      }
      if (givenUp) {
        return Optional.empty();
      }
    }
    return Optional.of(root.orElseGet(() -> new Node.Nothing(places.span(0, 0))));
  }

  private void giveUp(Diagnostic diagnostic) {
    if (!givenUp) {
      found.add(diagnostic);
      givenUp = true;
    }
  }

  private Node value(Event event, Iterator<Event> events, int depth) {
    Span at = places.of(event);
    lastPlace = at;
    if (depth > TreeRules.MAX_DEPTH) {
      giveUp(
          Diagnostic.error(
              rules.limit(),
              at,
              "the document is nested deeper than %d levels".formatted(TreeRules.MAX_DEPTH)));
    }
    if (givenUp) {
      return new Node.Nothing(at);
    }
    long before = values++;
    Node node =
        switch (event) {
          case AliasEvent alias -> aliased(alias.getAlias().getValue(), at);
          case ScalarEvent scalar -> scalar(scalar, at);
          case SequenceStartEvent start -> sequence(start, events, depth, at);
          case MappingStartEvent start -> mapping(start, events, depth, at);
          default -> new Node.Nothing(at);
        };
    anchorOf(event).ifPresent(a -> anchors.put(a, new Weighed(node, values - before)));
    return node;
  }

  private static Optional<String> anchorOf(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar.getAnchor().map(a -> a.getValue());
      case SequenceStartEvent start -> start.getAnchor().map(a -> a.getValue());
      case MappingStartEvent start -> start.getAnchor().map(a -> a.getValue());
      default -> Optional.empty();
    };
  }

  private Node aliased(String name, Span at) {
    Weighed target = anchors.get(name);
    if (target == null) {
      giveUp(
          Diagnostic.error(rules.syntax(), at, "nothing before this place has the anchor &" + name)
              .why("the whole document is given up: nothing in it is done")
              .help("an alias can only follow its anchor, and not stand inside it"));
      return new Node.Nothing(at);
    }
    values += target.weight();
    if (values > TreeRules.MAX_VALUES) {
      giveUp(
          Diagnostic.error(
                  rules.limit(),
                  at,
                  "with its aliases followed, the document has more than a million values")
              .help("write out what is meant instead of aliases of aliases"));
    }
    return target.node();
  }

  private Node sequence(SequenceStartEvent start, Iterator<Event> events, int depth, Span from) {
    List<Node> items = new ArrayList<>();
    Span end = from;
    for (Event next = events.next();
        next.getEventId() != Event.ID.SequenceEnd;
        next = events.next()) {
      Node item = value(next, events, depth + 1);
      items.add(item);
      end = lastPlace;
      if (givenUp) {
        break;
      }
    }
    checkTag(start.getTag(), from, "seq");
    return new Node.Sequence(items, join(from, end, start.isFlow()));
  }

  private Node mapping(MappingStartEvent start, Iterator<Event> events, int depth, Span from) {
    MappingBuilder builder = new MappingBuilder(rules, found);
    Span end = from;
    for (Event next = events.next();
        next.getEventId() != Event.ID.MappingEnd;
        next = events.next()) {
      Node key = value(next, events, depth + 1);
      Node value = value(events.next(), events, depth + 1);
      end = lastPlace;
      if (givenUp) {
        break;
      }
      builder.add(key, value);
    }
    checkTag(start.getTag(), from, "map");
    return new Node.Mapping(builder.entries(), join(from, end, start.isFlow()));
  }

  private Span join(Span from, Span end, boolean flow) {
    int to = Math.max(from.end(), end.end());
    String all = from.source().text();
    // A flow collection ends with its bracket, which stands after the last value.
    while (flow && to < all.length() && all.charAt(to) != ']' && all.charAt(to) != '}') {
      to++;
    }
    int last = flow && to < all.length() ? to + 1 : to;
    Span whole = from.source().span(from.start(), Math.max(from.start(), last));
    lastPlace = whole;
    return whole;
  }

  private Node scalar(ScalarEvent scalar, Span at) {
    Optional<String> tag = scalar.getTag().filter(t -> !t.equals("!"));
    if (tag.isPresent()) {
      return tagged(tag.get(), scalar, at);
    }
    if (scalar.isPlain() && scalar.getTag().isEmpty()) {
      return dialect.resolve(scalar.getValue(), at);
    }
    return new Node.Text(scalar.getValue(), style(scalar), at);
  }

  private static Node.Style style(ScalarEvent scalar) {
    ScalarStyle style = scalar.getScalarStyle();
    return style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED
        ? Node.Style.BLOCK
        : style == ScalarStyle.PLAIN ? Node.Style.PLAIN : Node.Style.QUOTED;
  }

  private Node tagged(String tag, ScalarEvent scalar, Span at) {
    String value = scalar.getValue();
    String kind = tag.startsWith(YAML_TAG) ? tag.substring(YAML_TAG.length()) : tag;
    switch (kind) {
      case "str", "python/unicode", "python/str" -> {
        return new Node.Text(value, style(scalar), at);
      }
      case "int", "float", "bool", "null", "timestamp" -> {
        Node.Scalar resolved = dialect.resolve(value.strip(), at);
        if (resolved.kind().equals("text")) {
          giveUp(
              Diagnostic.error(
                  rules.syntax(), at, "%s is not what its tag !!%s says".formatted(value, kind)));
        }
        return resolved;
      }
      case "binary" -> {
        return binary(value, scalar, at);
      }
      default -> {
        checkTag(Optional.of(tag), at, "");
        return new Node.Text(value, style(scalar), at);
      }
    }
  }

  private Node binary(String value, ScalarEvent scalar, Span at) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(value);
      return new Node.Text(new String(bytes, StandardCharsets.ISO_8859_1), style(scalar), at);
    } catch (IllegalArgumentException e) {
      giveUp(Diagnostic.error(rules.syntax(), at, "what follows !!binary is not base64"));
      return new Node.Nothing(at);
    }
  }

  private void checkTag(Optional<String> tag, Span at, String fitting) {
    if (tag.isEmpty()
        || tag.get().equals("!")
        || tag.get().equals(YAML_TAG + fitting)
        || tag.get().equals(YAML_TAG + "omap")
        || tag.get().equals(YAML_TAG + "set")
        || tag.get().equals(YAML_TAG + "pairs")) {
      return;
    }
    giveUp(
        Diagnostic.error(rules.syntax(), at, "the tag %s is not known".formatted(tag.get()))
            .why("the machine's YAML reader refuses the whole document for it")
            .help("take the tag away, or quote a value that begins with !"));
  }
}
