package dev.dryboot.targets.format.ranchercloudconfig;

import dev.dryboot.simulator.rancher.config.RancherConfig;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import dev.dryboot.targets.format.schema.IssueReport;
import dev.dryboot.targets.format.schema.KeyTable;
import dev.dryboot.targets.format.tree.Fields;
import dev.dryboot.targets.format.tree.Node;
import dev.dryboot.targets.format.yaml.YamlDialect;
import dev.dryboot.targets.format.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** Reads a RancherOS cloud-config. */
public final class RancherConfigReader {
  private static final KeyTable KEYS = KeyTable.load(RancherConfigReader.class, "keys.json");
  private static final IssueReport ISSUES =
      new IssueReport(
          RancherRules.UNKNOWN_KEY,
          RancherRules.VALUE,
          RancherRules.TYPE,
          RancherRules.VALUE,
          RancherRules.OUTSIDE_SCHEMA,
          "ros refuses the config, or does not do what it says");

  private RancherConfigReader() {}

  /** The config in {@code text}; none where it cannot be used. */
  public static Outcome<RancherConfig> read(SourceText text) {
    List<Diagnostic> found = new ArrayList<>();
    String first = text.text().lines().findFirst().orElse("");
    if (!first.startsWith("#cloud-config")) {
      found.add(
          Diagnostic.error(
                  RancherRules.KIND,
                  text.span(0, Math.min(text.text().length(), first.length())),
                  "the first line is not #cloud-config")
              .why("RancherOS takes the text for a script or a compose file, or ignores it")
              .help("begin with the line #cloud-config"));
    }
    Outcome<Node> read = YamlReader.read(text, RancherRules.TREE, YamlDialect.GO_YAML_2);
    found.addAll(read.report().diagnostics());
    Node root = read.value().orElse(null);
    if (root == null) {
      return Outcome.failed(new Report(found));
    }
    if (!(root instanceof Node.Mapping) && !(root instanceof Node.Nothing)) {
      found.add(
          Diagnostic.error(
              RancherRules.YAML, root.span(), "a cloud-config is a mapping, not " + root.kind()));
      return Outcome.failed(new Report(found));
    }
    if (root instanceof Node.Mapping mapping) {
      found.addAll(ISSUES.of(KEYS.check(mapping)));
    }
    return Outcome.of(RancherRecords.config(Fields.of(root)), new Report(found));
  }
}
