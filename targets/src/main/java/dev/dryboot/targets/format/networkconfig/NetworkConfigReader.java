package dev.dryboot.targets.format.networkconfig;

import dev.dryboot.simulator.machine.NetworkConfig;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import dev.dryboot.targets.format.schema.IssueReport;
import dev.dryboot.targets.format.schema.KeyTable;
import dev.dryboot.targets.format.tree.Fields;
import dev.dryboot.targets.format.tree.Node;
import dev.dryboot.targets.format.yaml.YamlDialect;
import dev.dryboot.targets.format.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** Reads a network-config of either version, with or without the key {@code network} around it. */
public final class NetworkConfigReader {
  private static final IssueReport ISSUES =
      new IssueReport(
          NetworkConfigRules.NETWORK,
          NetworkConfigRules.NETWORK,
          NetworkConfigRules.NETWORK,
          NetworkConfigRules.NETWORK,
          NetworkConfigRules.NETWORK,
          "netplan refuses the whole file: the machine comes up without any network");

  private NetworkConfigReader() {}

  /** The config in {@code text}; none where it cannot be used. */
  public static Outcome<NetworkConfig> read(SourceText text) {
    Outcome<Node> read = YamlReader.read(text, NetworkConfigRules.TREE, YamlDialect.PYYAML);
    List<Diagnostic> found = new ArrayList<>(read.report().diagnostics());
    if (read.value().isEmpty()) {
      return Outcome.failed(new Report(found));
    }
    if (!(read.value().get() instanceof Node.Mapping whole)) {
      Node other = read.value().get();
      found.add(
          Diagnostic.error(
                  NetworkConfigRules.NETWORK,
                  other.span(),
                  "a network-config is a mapping of keys, not " + other.kind())
              .help("begin with the line version: 2"));
      return Outcome.failed(new Report(found));
    }
    Node.Mapping root =
        whole.get("network").orElse(null) instanceof Node.Mapping inner ? inner : whole;
    boolean first = Fields.of(root).numberOr("version", 0) == 1;
    found.addAll(ISSUES.of((first ? Keys.VERSION_1 : Keys.VERSION_2).check(root)));
    List<NetworkConfig.Link> links =
        first ? Version1.links(Fields.of(root)) : Version2.links(Fields.of(root), found);
    wayOut(links, root.span(), found);
    return Outcome.of(new NetworkConfig(links, text), new Report(found));
  }

  private static final class Keys {
    static final KeyTable VERSION_1 = KeyTable.load(NetworkConfigReader.class, "version-1.json");
    static final KeyTable VERSION_2 = KeyTable.load(NetworkConfigReader.class, "version-2.json");
  }

  private static void wayOut(List<NetworkConfig.Link> links, Span at, List<Diagnostic> found) {
    if (links.isEmpty() || new Report(found).hasErrors()) {
      return;
    }
    if (links.stream().noneMatch(NetworkConfig.Link::leadsOut)) {
      found.add(
          Diagnostic.warning(
                  NetworkConfigRules.NETWORK, at, "no interface leads out of the machine")
              .why(
                  "None has DHCP, and none has an address with a default route: packages and images"
                      + " cannot be fetched.")
              .help("write dhcp4: true, or a route to default"));
    } else if (links.stream().allMatch(NetworkConfig.Link::optional)) {
      found.add(
          Diagnostic.warning(NetworkConfigRules.NETWORK, at, "every interface is optional")
              .why(
                  "Nothing waits for them: network-online.target is reached before there is a"
                      + " network, and what comes after it fetches in vain.")
              .help("take optional: true away from the interface that leads out"));
    }
  }
}
