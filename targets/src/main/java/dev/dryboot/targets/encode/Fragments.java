package dev.dryboot.targets.encode;

import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.plan.PlanRules;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Origin;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import dev.dryboot.targets.format.tree.TreeRules;
import dev.dryboot.targets.format.yaml.YamlDialect;
import dev.dryboot.targets.format.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays {@code raw} fragments in YAML over a document: mappings key by key, lists add up, of single
 * values the fragment's wins.
 */
public final class Fragments {
  private static final TreeRules RULES =
      new TreeRules(
          PlanRules.FRAGMENT_UNREADABLE,
          PlanRules.FRAGMENT_UNREADABLE,
          PlanRules.FRAGMENT_UNREADABLE);

  private Fragments() {}

  /** Merges all fragments of {@code format} into {@code root}. */
  public static Report merge(Node.Fields root, HostModel host, String format, YamlDialect dialect) {
    Report report = Report.EMPTY;
    for (HostModel.RawFragment fragment : host.fragments()) {
      if (fragment.format().equals(format)) {
        SourceText text = Leaves.source("raw " + format, fragment.text());
        var read = YamlReader.read(text, RULES, dialect);
        report = report.and(written(read.report()));
        if (read.value().isPresent()
            && read.value().get() instanceof dev.dryboot.targets.format.tree.Node.Mapping mapping) {
          lay(mapping, root);
        } else if (!read.report().hasErrors()) {
          report =
              report.and(
                  Report.of(
                      Diagnostic.of(
                          PlanRules.FRAGMENT_UNREADABLE,
                          dev.dryboot.source.Severity.ERROR,
                          fragment.origin(),
                          "a fragment of %s must be a mapping".formatted(format))));
        }
      }
    }
    return report;
  }

  private static Report written(Report report) {
    return new Report(report.diagnostics().stream().map(Diagnostic::written).toList());
  }

  private static void lay(dev.dryboot.targets.format.tree.Node.Mapping from, Node.Fields onto) {
    for (dev.dryboot.targets.format.tree.Node.Entry entry : from.entries()) {
      Node there = onto.fields().get(entry.name());
      if (there instanceof Node.Fields fields
          && entry.value() instanceof dev.dryboot.targets.format.tree.Node.Mapping more) {
        lay(more, fields);
      } else if (there instanceof Node.Items items
          && entry.value() instanceof dev.dryboot.targets.format.tree.Node.Sequence more) {
        more.items().forEach(item -> items.add(node(item)));
      } else {
        onto.put(entry.name(), node(entry.value()));
      }
    }
  }

  private static Node node(dev.dryboot.targets.format.tree.Node from) {
    Origin origin = Origin.written(from.span().written());
    return switch (from) {
      case dev.dryboot.targets.format.tree.Node.Mapping mapping -> {
        Node.Fields fields = new Node.Fields(origin);
        mapping.entries().forEach(e -> fields.put(e.name(), node(e.value())));
        yield fields;
      }
      case dev.dryboot.targets.format.tree.Node.Sequence sequence -> {
        List<Node> items = new ArrayList<>();
        sequence.items().forEach(i -> items.add(node(i)));
        yield new Node.Items(items, origin);
      }
      case dev.dryboot.targets.format.tree.Node.Whole whole when whole.value().bitLength() < 63 ->
          Node.of(whole.value().longValue(), origin);
      case dev.dryboot.targets.format.tree.Node.Truth truth -> Node.of(truth.value(), origin);
      case dev.dryboot.targets.format.tree.Node.Nothing nothing -> new Node.NullLeaf(origin);
      case dev.dryboot.targets.format.tree.Node.Scalar scalar -> Node.of(scalar.text(), origin);
    };
  }
}
