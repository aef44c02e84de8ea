package dev.dryboot.targets.format.networkconfig;

import dev.dryboot.source.Rule;
import dev.dryboot.targets.format.tree.TreeRules;
import java.util.List;

/** The identities of the rules of this package. */
public final class NetworkConfigRules {
  public static final Rule NETWORK = new Rule("CI014", "network-config");

  /** One rule for all that makes a document no network-config. */
  static final TreeRules TREE = new TreeRules(NETWORK, NETWORK, NETWORK);

  /** All rules of this package. */
  public static final List<Rule> ALL = List.of(NETWORK);

  private NetworkConfigRules() {}
}
