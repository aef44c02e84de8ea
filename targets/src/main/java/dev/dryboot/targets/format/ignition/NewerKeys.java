package dev.dryboot.targets.format.ignition;

import dev.dryboot.targets.format.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes away what a config's version does not know, as Ignition does when it reads it. */
final class NewerKeys {
  private NewerKeys() {}

  static Node.Mapping removed(Node.Mapping root, int minor) {
    return object(root, "config", minor);
  }

  private static Node.Mapping object(Node.Mapping mapping, String object, int minor) {
    List<Node.Entry> kept = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      Optional<IgnitionFields.Field> field = IgnitionFields.find(object, entry.name());
      if (field.isPresent() && field.get().since() <= minor) {
        Node.Text key = new Node.Text(field.get().name(), Node.Style.QUOTED, entry.key().span());
        kept.add(new Node.Entry(key, value(entry.value(), field.get().type(), minor)));
      }
    }
    return new Node.Mapping(kept, mapping.span());
  }

  private static Node value(Node value, String type, int minor) {
    if (!IgnitionFields.isObject(type)) {
      return value;
    }
    return switch (value) {
      case Node.Mapping mapping -> object(mapping, type, minor);
      case Node.Sequence sequence ->
          new Node.Sequence(
              sequence.items().stream().map(i -> value(i, type, minor)).toList(), sequence.span());
      case Node.Scalar scalar -> scalar;
    };
  }
}
