package dev.dryboot.compiler.analysis;

import dev.dryboot.source.Rule;
import java.util.List;

/** What is found while a host's model is made and checked. */
public final class ModelRules {
  public static final Rule VALUE_TWICE = new Rule("DB101", "value-twice");
  public static final Rule PROFILES_DISAGREE = new Rule("DB102", "profiles-disagree");
  public static final Rule NOTHING_TO_REMOVE = new Rule("DB103", "nothing-to-remove");
  public static final Rule UNKNOWN_PLACEHOLDER = new Rule("DB104", "placeholder-without-value");
  public static final Rule PLACEHOLDER_CYCLE = new Rule("DB105", "placeholder-cycle");
  public static final Rule PARAMETER_MISSING = new Rule("DB106", "parameter-missing");
  public static final Rule SECRET_MISSING = new Rule("DB107", "secret-missing");
  public static final Rule FILE_MISSING = new Rule("DB108", "file-not-found");
  public static final Rule VALUE_KIND = new Rule("DB109", "resolved-value");
  public static final Rule NO_MEANING_YET = new Rule("DB110", "no-meaning-yet");
  public static final Rule SECRET_IN_ARTIFACT = new Rule("DB111", "secret-in-artifact");
  public static final Rule PORT_TWICE = new Rule("DB112", "port-published-twice");
  public static final Rule FILE_UNDER_FILE = new Rule("DB113", "file-under-file");
  public static final Rule PATH_TWICE = new Rule("DB114", "path-twice");
  public static final Rule START_CYCLE = new Rule("DB115", "order-goes-in-a-circle");
  public static final Rule UNKNOWN_ALLOW = new Rule("DB116", "allow-of-unknown-rule");
  public static final Rule UNKNOWN_UNIT = new Rule("DB117", "unknown-unit");
  public static final Rule NOTHING_TO_RUN = new Rule("DB118", "nothing-to-run");
  public static final Rule ENGINE_UNCLEAR = new Rule("DB119", "engine-unclear");
  public static final Rule PATH_NOT_ABSOLUTE = new Rule("DB120", "path-not-absolute");
  public static final Rule READINESS_WITHOUT_CHECK = new Rule("DB121", "readiness-without-check");
  public static final Rule NAME_TAKEN = new Rule("DB122", "unit-name-taken");
  public static final Rule FEW_PORTS = new Rule("DB123", "fewer-ports-than-replicas");
  public static final Rule NO_SUCH_HOST = new Rule("DB124", "no-such-host");
  public static final Rule MOUNTED_TWICE = new Rule("DB125", "mounted-twice");
  public static final Rule NO_SUCH_THING = new Rule("DB126", "no-such-thing");
  public static final Rule HOST_NAME = new Rule("DB127", "host-name");
  public static final Rule TIME_ZONE = new Rule("DB128", "unknown-time-zone");
  public static final Rule SSH_KEY = new Rule("DB129", "ssh-key-not-usable");
  public static final Rule PASSWORD_HASH = new Rule("DB130", "password-hash");
  public static final Rule IMAGE_NAME = new Rule("DB131", "image-name");
  public static final Rule TARGET_BLOCK_UNUSED = new Rule("DB132", "target-block-unused");
  public static final Rule SHARED_NETWORK = new Rule("DB133", "shared-network");
  public static final Rule SECRET_PATH_AS_VALUE = new Rule("DB134", "secret-path-as-value");

  /** All rules, in the order of their codes. */
  public static final List<Rule> ALL =
      List.of(
          VALUE_TWICE,
          PROFILES_DISAGREE,
          NOTHING_TO_REMOVE,
          UNKNOWN_PLACEHOLDER,
          PLACEHOLDER_CYCLE,
          PARAMETER_MISSING,
          SECRET_MISSING,
          FILE_MISSING,
          VALUE_KIND,
          NO_MEANING_YET,
          SECRET_IN_ARTIFACT,
          PORT_TWICE,
          FILE_UNDER_FILE,
          PATH_TWICE,
          START_CYCLE,
          UNKNOWN_ALLOW,
          UNKNOWN_UNIT,
          NOTHING_TO_RUN,
          ENGINE_UNCLEAR,
          PATH_NOT_ABSOLUTE,
          READINESS_WITHOUT_CHECK,
          NAME_TAKEN,
          FEW_PORTS,
          NO_SUCH_HOST,
          MOUNTED_TWICE,
          NO_SUCH_THING,
          HOST_NAME,
          TIME_ZONE,
          SSH_KEY,
          PASSWORD_HASH,
          IMAGE_NAME,
          TARGET_BLOCK_UNUSED,
          SHARED_NETWORK,
          SECRET_PATH_AS_VALUE);

  private ModelRules() {}
}
