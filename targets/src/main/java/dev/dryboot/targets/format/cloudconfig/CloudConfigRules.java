package dev.dryboot.targets.format.cloudconfig;

import dev.dryboot.source.Rule;
import dev.dryboot.targets.format.tree.TreeRules;
import java.util.List;

/** The rules about cloud-init's user-data. */
public final class CloudConfigRules {
  public static final Rule YAML = new Rule("CI001", "cloud-config-not-yaml");
  public static final Rule DUPLICATE_KEY = new Rule("CI002", "cloud-config-duplicate-key");
  public static final Rule TOO_LARGE = new Rule("CI003", "cloud-config-too-large");
  public static final Rule KIND = new Rule("CI004", "user-data-kind");
  public static final Rule UNKNOWN_KEY = new Rule("CI005", "cloud-config-unknown-key");
  public static final Rule TYPE = new Rule("CI006", "cloud-config-wrong-type");
  public static final Rule VALUE = new Rule("CI007", "cloud-config-value");
  public static final Rule MISSING_KEY = new Rule("CI008", "cloud-config-missing-key");
  public static final Rule DEPRECATED = new Rule("CI009", "cloud-config-deprecated");
  public static final Rule NOT_ACTED_ON = new Rule("CI010", "user-data-not-acted-on");
  public static final Rule CONTENT = new Rule("CI011", "cloud-config-content");
  public static final Rule OWNER_TOO_EARLY = new Rule("CI012", "write-files-owner-too-early");
  public static final Rule PERMISSIONS = new Rule("CI013", "write-files-permissions");
  public static final Rule NOT_RUN = new Rule("CI015", "module-not-run");

  static final TreeRules TREE = new TreeRules(YAML, DUPLICATE_KEY, TOO_LARGE);

  private CloudConfigRules() {}

  /** All of them, by code. */
  public static List<Rule> all() {
    return List.of(
        YAML,
        DUPLICATE_KEY,
        TOO_LARGE,
        KIND,
        UNKNOWN_KEY,
        TYPE,
        VALUE,
        MISSING_KEY,
        DEPRECATED,
        NOT_ACTED_ON,
        CONTENT,
        OWNER_TOO_EARLY,
        PERMISSIONS,
        NOT_RUN);
  }
}
