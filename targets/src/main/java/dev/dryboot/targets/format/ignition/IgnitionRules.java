package dev.dryboot.targets.format.ignition;

import dev.dryboot.source.Rule;
import dev.dryboot.targets.format.tree.TreeRules;
import java.util.List;

/** The rules about Ignition configs. */
public final class IgnitionRules {
  public static final Rule JSON = new Rule("IG001", "ignition-not-json");
  public static final Rule DUPLICATE_KEY = new Rule("IG002", "ignition-duplicate-key");
  public static final Rule TOO_LARGE = new Rule("IG003", "ignition-too-large");
  public static final Rule VERSION = new Rule("IG004", "ignition-version");
  public static final Rule TYPE = new Rule("IG005", "ignition-wrong-type");
  public static final Rule UNKNOWN_KEY = new Rule("IG006", "ignition-unknown-key");
  public static final Rule NEWER_KEY = new Rule("IG007", "ignition-newer-key");
  public static final Rule DUPLICATE = new Rule("IG008", "ignition-duplicate-entry");
  public static final Rule PATH = new Rule("IG009", "ignition-path");
  public static final Rule URL = new Rule("IG010", "ignition-url");
  public static final Rule HASH = new Rule("IG011", "ignition-hash");
  public static final Rule CONTENTS = new Rule("IG012", "ignition-contents");
  public static final Rule MODE = new Rule("IG013", "ignition-mode");
  public static final Rule DECIMAL_MODE = new Rule("IG014", "ignition-decimal-mode");
  public static final Rule DISK = new Rule("IG015", "ignition-disk");
  public static final Rule PARTITION = new Rule("IG016", "ignition-partition");
  public static final Rule RAID = new Rule("IG017", "ignition-raid");
  public static final Rule LUKS = new Rule("IG018", "ignition-luks");
  public static final Rule FILESYSTEM = new Rule("IG019", "ignition-filesystem");
  public static final Rule NODE = new Rule("IG020", "ignition-file");
  public static final Rule UNDER_LINK = new Rule("IG021", "ignition-under-link");
  public static final Rule UNIT = new Rule("IG022", "ignition-unit");
  public static final Rule NO_INSTALL = new Rule("IG023", "ignition-unit-no-install");
  public static final Rule FETCHED_AT_BOOT = new Rule("IG025", "ignition-fetched-at-boot");
  public static final Rule MERGE = new Rule("IG026", "ignition-merge");

  static final TreeRules TREE = new TreeRules(JSON, DUPLICATE_KEY, TOO_LARGE);

  private IgnitionRules() {}

  /** All of them, by code. */
  public static List<Rule> all() {
    return List.of(
        JSON,
        DUPLICATE_KEY,
        TOO_LARGE,
        VERSION,
        TYPE,
        UNKNOWN_KEY,
        NEWER_KEY,
        DUPLICATE,
        PATH,
        URL,
        HASH,
        CONTENTS,
        MODE,
        DECIMAL_MODE,
        DISK,
        PARTITION,
        RAID,
        LUKS,
        FILESYSTEM,
        NODE,
        UNDER_LINK,
        UNIT,
        NO_INSTALL,
        FETCHED_AT_BOOT,
        MERGE);
  }
}
