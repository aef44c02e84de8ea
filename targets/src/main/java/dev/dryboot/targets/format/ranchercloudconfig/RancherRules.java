package dev.dryboot.targets.format.ranchercloudconfig;

import dev.dryboot.source.Rule;
import dev.dryboot.targets.format.tree.TreeRules;
import java.util.List;

/** The rules about RancherOS's cloud-configs. */
public final class RancherRules {
  public static final Rule YAML = new Rule("RO001", "rancher-config-not-yaml");
  public static final Rule DUPLICATE_KEY = new Rule("RO002", "rancher-config-duplicate-key");
  public static final Rule TOO_LARGE = new Rule("RO003", "rancher-config-too-large");
  public static final Rule KIND = new Rule("RO004", "rancher-config-kind");
  public static final Rule UNKNOWN_KEY = new Rule("RO005", "rancher-config-unknown-key");
  public static final Rule TYPE = new Rule("RO006", "rancher-config-wrong-type");
  public static final Rule VALUE = new Rule("RO007", "rancher-config-value");
  public static final Rule OUTSIDE_SCHEMA = new Rule("RO008", "rancher-config-outside-schema");

  static final TreeRules TREE = new TreeRules(YAML, DUPLICATE_KEY, TOO_LARGE);

  private RancherRules() {}

  /** All of them, by code. */
  public static List<Rule> all() {
    return List.of(YAML, DUPLICATE_KEY, TOO_LARGE, KIND, UNKNOWN_KEY, TYPE, VALUE, OUTSIDE_SCHEMA);
  }
}
