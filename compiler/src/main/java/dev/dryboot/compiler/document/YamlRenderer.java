package dev.dryboot.compiler.document;

import dev.dryboot.source.OriginText;
import dev.dryboot.source.SourceText;
import java.util.Map;

/**
 * Writes a document as block-style YAML: text of several lines as a literal block, and in quotes
 * whatever a YAML 1.1 reader such as PyYAML would take for something else than text.
 */
final class YamlRenderer {
  private final OriginText out = new OriginText();

  private YamlRenderer() {}

  static SourceText render(String name, String header, Node root) {
    YamlRenderer renderer = new YamlRenderer();
    renderer.out.add(header, root.origin());
    renderer.block(root, 0);
    return renderer.out.build(name);
  }

  /** Writes {@code node} at the start of a line, or behind a dash. */
  private void block(Node node, int depth) {
    switch (node) {
      case Node.Fields object when !object.fields().isEmpty() -> fields(object, depth);
      case Node.Items list when !list.items().isEmpty() -> items(list, depth);
      case Node.Fields object -> out.add("{}\n", object.origin());
      case Node.Items list -> out.add("[]\n", list.origin());
      case Node.Leaf leaf -> leaf(leaf, depth);
    }
  }

  private void fields(Node.Fields object, int depth) {
    boolean first = true;
    for (Map.Entry<String, Node> entry : object.fields().entrySet()) {
      Node value = entry.getValue();
      String indent = first ? "" : "  ".repeat(depth);
      first = false;
      out.add(indent + YamlScalars.scalar(entry.getKey()) + ":", value.origin());
      value(value, depth);
    }
  }

  private void value(Node value, int depth) {
    switch (value) {
      case Node.Fields object when !object.fields().isEmpty() -> {
        out.add("\n" + "  ".repeat(depth + 1), object.origin());
        fields(object, depth + 1);
      }
      case Node.Items list when !list.items().isEmpty() -> {
        out.add("\n" + "  ".repeat(depth + 1), list.origin());
        items(list, depth + 1);
      }
      case Node other -> {
        out.add(" ", other.origin());
        block(other, depth);
      }
    }
  }

  private void items(Node.Items list, int depth) {
    boolean first = true;
    for (Node item : list.items()) {
      out.add((first ? "" : "  ".repeat(depth)) + "- ", item.origin());
      first = false;
      block(item, depth + 1);
    }
  }

  private void leaf(Node.Leaf leaf, int depth) {
    switch (leaf) {
      case Node.NumberLeaf number -> out.add(number.number() + "\n", number.origin());
      case Node.BooleanLeaf bool -> out.add(bool.value() + "\n", bool.origin());
      case Node.NullLeaf nothing -> out.add("null\n", nothing.origin());
      case Node.TextLeaf text -> text(text, depth);
    }
  }

  private void text(Node.TextLeaf leaf, int depth) {
    String text = leaf.text();
    String written =
        YamlScalars.fitsLiteralBlock(text)
            ? YamlScalars.literalBlock(text, "  ".repeat(depth + 1))
            : YamlScalars.scalar(text);
    leaf.decoded()
        .ifPresentOrElse(
            decoded -> out.addEncoded(written, leaf.origin(), decoded),
            () -> out.add(written, leaf.origin()));
    if (!written.endsWith("\n")) {
      out.add("\n", leaf.origin());
    }
  }
}
