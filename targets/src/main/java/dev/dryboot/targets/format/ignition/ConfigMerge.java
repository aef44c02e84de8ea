package dev.dryboot.targets.format.ignition;

import dev.dryboot.targets.format.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Merges a child config into its parent: the child wins, lists are joined by their entries' keys
 * (ignition 2.26, config/merge/merge.go).
 */
final class ConfigMerge {
  private static final List<String> NODE_LISTS = List.of("directories", "files", "links");

  /** How the entries of a list are told apart: by a key, by themselves, or not at all. */
  private static final Map<String, String> KEYS = keys();

  private ConfigMerge() {}

  private static Map<String, String> keys() {
    var keys = new LinkedHashMap<String, String>();
    keys.put("tls.certificateAuthorities", "source");
    keys.put("storage.disks", "device");
    keys.put("storage.raid", "name");
    keys.put("storage.luks", "name");
    keys.put("storage.filesystems", "device");
    keys.put("storage.directories", "path");
    keys.put("storage.files", "path");
    keys.put("storage.links", "path");
    keys.put("disk.partitions", "number");
    keys.put("clevis.tang", "url");
    keys.put("resource.httpHeaders", "name");
    keys.put("systemd.units", "name");
    keys.put("unit.dropins", "name");
    keys.put("passwd.users", "name");
    keys.put("passwd.groups", "name");
    return keys;
  }

  private static final List<String> ADDED =
      List.of(
          "file.append",
          "filesystem.options",
          "filesystem.mountOptions",
          "raid.options",
          "luks.options",
          "luks.openOptions",
          "ignitionConfig.merge");

  static Node.Mapping merge(Node.Mapping parent, Node.Mapping child) {
    return object(parent, child, "config");
  }

  private static Node.Mapping object(Node.Mapping parent, Node.Mapping child, String type) {
    Node.Mapping kept =
        switch (type) {
          case "storage" -> withoutReplaced(parent, child, NODE_LISTS, "path");
          case "kernelArguments" ->
              withoutReplaced(parent, child, List.of("shouldExist", "shouldNotExist"), "");
          default -> parent;
        };
    Map<String, Node.Entry> merged = new LinkedHashMap<>();
    kept.entries().forEach(e -> merged.put(e.name(), e));
    for (Node.Entry entry : child.entries()) {
      Node.Entry before = merged.get(entry.name());
      if (before == null || before.value() instanceof Node.Nothing) {
        merged.put(entry.name(), entry);
      } else if (!(entry.value() instanceof Node.Nothing)) {
        merged.put(entry.name(), new Node.Entry(entry.key(), value(before.value(), entry, type)));
      }
    }
    return new Node.Mapping(List.copyOf(merged.values()), parent.span());
  }

  private static Node value(Node parent, Node.Entry child, String type) {
    String fieldType =
        IgnitionFields.find(type, child.name()).map(IgnitionFields.Field::type).orElse("text");
    if (parent instanceof Node.Mapping p && child.value() instanceof Node.Mapping c) {
      return object(p, c, fieldType);
    }
    if (parent instanceof Node.Sequence p && child.value() instanceof Node.Sequence c) {
      return list(p, c, type + "." + child.name(), fieldType);
    }
    return child.value();
  }

  private static Node list(Node.Sequence parent, Node.Sequence child, String path, String type) {
    List<Node> all = new ArrayList<>();
    if (ADDED.contains(path)) {
      all.addAll(parent.items());
      all.addAll(child.items());
      return new Node.Sequence(all, parent.span());
    }
    String key = KEYS.getOrDefault(path, "");
    List<Node> added = new ArrayList<>(child.items());
    for (Node item : parent.items()) {
      Optional<Node> same =
          added.stream().filter(c -> name(c, key).equals(name(item, key))).findFirst();
      if (same.isEmpty()) {
        all.add(item);
      } else {
        added.remove(same.get());
        all.add(
            item instanceof Node.Mapping p && same.get() instanceof Node.Mapping c
                ? object(p, c, type)
                : same.get());
      }
    }
    all.addAll(added);
    return new Node.Sequence(all, parent.span());
  }

  /** Drops from the parent what the child has under another of {@code lists}. */
  private static Node.Mapping withoutReplaced(
      Node.Mapping parent, Node.Mapping child, List<String> lists, String key) {
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry entry : parent.entries()) {
      if (!lists.contains(entry.name()) || !(entry.value() instanceof Node.Sequence sequence)) {
        entries.add(entry);
        continue;
      }
      List<Node> kept =
          sequence.items().stream()
              .filter(
                  i ->
                      lists.stream()
                          .filter(l -> !l.equals(entry.name()))
                          .noneMatch(l -> has(child, l, name(i, key), key)))
              .toList();
      entries.add(new Node.Entry(entry.key(), new Node.Sequence(kept, sequence.span())));
    }
    return new Node.Mapping(entries, parent.span());
  }

  private static boolean has(Node.Mapping child, String list, String name, String key) {
    return child.get(list).orElse(null) instanceof Node.Sequence sequence
        && sequence.items().stream().anyMatch(i -> name(i, key).equals(name));
  }

  private static String name(Node item, String key) {
    return switch (item) {
      case Node.Scalar scalar -> scalar.text();
      case Node.Mapping mapping ->
          mapping
              .get(key)
              .filter(n -> !(n instanceof Node.Whole w && w.text().equals("0")))
              .or(() -> key.equals("number") ? mapping.get("label") : Optional.empty())
              .map(n -> n instanceof Node.Scalar s ? s.text() : "")
              .orElse("");
      case Node.Sequence sequence -> "";
    };
  }
}
