package dev.dryboot.compiler.document;

import dev.dryboot.source.OriginText;
import dev.dryboot.source.SourceText;
import java.util.Iterator;
import java.util.Map;

/** Writes a document as JSON, two blanks an inner level, keys in their order. */
final class JsonRenderer {
  private final OriginText out = new OriginText();

  private JsonRenderer() {}

  static SourceText render(String name, Node root) {
    JsonRenderer renderer = new JsonRenderer();
    renderer.node(root, 0);
    renderer.out.add("\n", root.origin());
    return renderer.out.build(name);
  }

  private void node(Node node, int depth) {
    switch (node) {
      case Node.Fields fields -> fields(fields, depth);
      case Node.Items items -> items(items, depth);
      case Node.TextLeaf leaf -> text(leaf);
      case Node.NumberLeaf leaf -> out.add(Long.toString(leaf.number()), leaf.origin());
      case Node.NullLeaf leaf -> out.add("null", leaf.origin());
      case Node.BooleanLeaf leaf -> out.add(Boolean.toString(leaf.value()), leaf.origin());
    }
  }

  private void fields(Node.Fields object, int depth) {
    if (object.fields().isEmpty()) {
      out.add("{}", object.origin());
      return;
    }
    out.add("{\n", object.origin());
    Iterator<Map.Entry<String, Node>> entries = object.fields().entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, Node> entry = entries.next();
      out.add("  ".repeat(depth + 1) + quoted(entry.getKey()) + ": ", entry.getValue().origin());
      node(entry.getValue(), depth + 1);
      out.add(entries.hasNext() ? ",\n" : "\n", object.origin());
    }
    out.add("  ".repeat(depth) + "}", object.origin());
  }

  private void items(Node.Items list, int depth) {
    if (list.items().isEmpty()) {
      out.add("[]", list.origin());
      return;
    }
    out.add("[\n", list.origin());
    Iterator<Node> items = list.items().iterator();
    while (items.hasNext()) {
      Node item = items.next();
      out.add("  ".repeat(depth + 1), item.origin());
      node(item, depth + 1);
      out.add(items.hasNext() ? ",\n" : "\n", list.origin());
    }
    out.add("  ".repeat(depth) + "]", list.origin());
  }

  private void text(Node.TextLeaf leaf) {
    leaf.decoded()
        .ifPresentOrElse(
            decoded -> out.addEncoded(quoted(leaf.text()), leaf.origin(), decoded),
            () -> out.add(quoted(leaf.text()), leaf.origin()));
  }

  /** A JSON string (RFC 8259), which is a double-quoted YAML scalar as well. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        default -> {
          if (c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
            quoted.append("\\u").append(String.format("%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
