package dev.dryboot.targets.format.yaml;

import dev.dryboot.source.Diagnostic;
import dev.dryboot.targets.format.tree.Node;
import dev.dryboot.targets.format.tree.TreeRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects a mapping's entries: merge keys come first and are overridden, later keys win. */
final class MappingBuilder {
  private final TreeRules rules;
  private final List<Diagnostic> found;
  private final List<Node.Entry> merged = new ArrayList<>();
  private final List<Node.Entry> own = new ArrayList<>();
  private final Map<String, Node.Entry> seen = new LinkedHashMap<>();

  MappingBuilder(TreeRules rules, List<Diagnostic> found) {
    this.rules = rules;
    this.found = found;
  }

  void add(Node key, Node value) {
    if (!(key instanceof Node.Scalar scalar)) {
      found.add(
          Diagnostic.error(rules.syntax(), key.span(), "a key cannot be %s".formatted(key.kind()))
              .help("quote the key; text that begins with { or [ is read as a collection"));
      return;
    }
    if (key instanceof Node.Text(String name, Node.Style style, var at)
        && name.equals("<<")
        && style == Node.Style.PLAIN) {
      merge(value);
      return;
    }
    Node.Entry entry = new Node.Entry(scalar, value);
    Node.Entry before = seen.put(scalar.kind() + " " + scalar.text(), entry);
    own.add(entry);
    if (before != null) {
      found.add(
          Diagnostic.error(
                  rules.duplicateKey(),
                  key.span(),
                  "the key %s stands twice".formatted(scalar.text()))
              .related(before.key().span(), "first here")
              .why("the later one counts; the earlier one is dropped without a word")
              .help("put both under one key"));
    }
  }

  private void merge(Node value) {
    switch (value) {
      case Node.Mapping mapping -> mergeOne(mapping);
      case Node.Sequence sequence -> {
        // PyYAML reverses the list, so that the earlier mappings win.
        for (Node item : sequence.items().reversed()) {
          if (item instanceof Node.Mapping mapping) {
            mergeOne(mapping);
          } else {
            notMergeable(item);
          }
        }
      }
      case Node.Scalar scalar -> notMergeable(scalar);
    }
  }

  private void mergeOne(Node.Mapping mapping) {
    for (Node.Entry entry : mapping.entries()) {
      merged.removeIf(e -> e.name().equals(entry.name()));
      merged.add(entry);
    }
  }

  private void notMergeable(Node value) {
    found.add(
        Diagnostic.error(
            rules.syntax(), value.span(), "<< takes mappings, not %s".formatted(value.kind())));
  }

  List<Node.Entry> entries() {
    List<Node.Entry> all = new ArrayList<>();
    for (Node.Entry entry : merged) {
      if (own.stream().noneMatch(o -> o.name().equals(entry.name()))) {
        all.add(entry);
      }
    }
    all.addAll(own);
    return all;
  }
}
