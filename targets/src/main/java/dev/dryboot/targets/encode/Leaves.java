package dev.dryboot.targets.encode;

import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Traced;
import dev.dryboot.source.Origin;
import dev.dryboot.source.OriginText;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;

/** Values of the model as leaves of a document. */
public final class Leaves {
  private Leaves() {}

  /** A text whose parts keep their origins. */
  public static Node text(Text text) {
    return text.parts().size() == 1
        ? Node.of(text.plain(), text.parts().getFirst().origin())
        : Node.of(source("", text), text.origin());
  }

  public static Node text(Traced<String> text) {
    return Node.of(text.value(), text.origin());
  }

  public static Optional<Node> text(Optional<Text> text) {
    return text.map(Leaves::text);
  }

  public static Optional<Node> bool(Optional<Traced<Boolean>> value) {
    return value.map(v -> Node.of(v.value(), v.origin()));
  }

  public static Optional<Node> number(Optional<Traced<Long>> value) {
    return value.map(v -> Node.of(v.value(), v.origin()));
  }

  public static Node.Items list(List<Text> texts, Origin origin) {
    Node.Items items = new Node.Items(texts.isEmpty() ? origin : texts.getFirst().origin());
    texts.forEach(t -> items.add(text(t)));
    return items;
  }

  /** The text with the origins of its parts. */
  public static SourceText source(String name, Text text) {
    OriginText out = new OriginText();
    text.appendTo(out);
    return out.build(name);
  }
}
