package dev.dryboot.simulator.conflict;

import dev.dryboot.source.Rule;
import java.util.List;

/** The identities of the rules of this package. */
public final class ConflictRules {
  public static final Rule DOCKER_CLIENT_KILL = new Rule("SD001", "docker-client-kill");
  public static final Rule DOCKER_DETACH_SIMPLE = new Rule("SD002", "docker-detach-simple");
  public static final Rule DOUBLE_RESTART = new Rule("SD003", "double-restart");
  public static final Rule STALE_CONTAINER_NAME = new Rule("SD004", "stale-container-name");
  public static final Rule PULL_TIMEOUT = new Rule("SD005", "pull-timeout");
  public static final Rule ENABLED_WITHOUT_INSTALL = new Rule("SD006", "enabled-without-install");
  public static final Rule ENABLED_BUT_ABSENT = new Rule("SD007", "enabled-but-absent");
  public static final Rule REQUIRES_UNAVAILABLE = new Rule("SD008", "requires-unavailable");
  public static final Rule UNIT_FAILED = new Rule("SD009", "unit-failed");
  public static final Rule DAEMON_SETTINGS = new Rule("SD010", "daemon-settings-refused");
  public static final Rule ORDERING_CYCLE = new Rule("BO001", "ordering-cycle");
  public static final Rule NETWORK_NOT_ONLINE = new Rule("BO002", "network-not-online");
  public static final Rule CLOUD_INIT_DEADLOCK = new Rule("BO003", "cloud-init-deadlock");
  public static final Rule GOAL_NOT_REACHED = new Rule("BO004", "goal-not-reached");
  public static final Rule PROVISIONER_FAILED = new Rule("BO005", "provisioner-failed");
  public static final Rule NOT_STARTED = new Rule("BO006", "not-started");
  public static final Rule LATE_BY_TIMEOUT = new Rule("BO007", "late-by-timeout");
  public static final Rule STILL_WAITING = new Rule("BO008", "still-waiting");
  public static final Rule ENGINE_DATA_NOT_MOUNTED = new Rule("ST001", "engine-data-not-mounted");
  public static final Rule VOLUME_NOT_MOUNTED = new Rule("ST002", "volume-not-mounted");
  public static final Rule FILE_UNDER_FILE = new Rule("ST003", "path-under-a-file");
  public static final Rule READ_ONLY_PLACE = new Rule("ST004", "write-to-read-only");
  public static final Rule PORT_CLASH = new Rule("NW001", "port-clash");
  public static final Rule NOT_MODELLED = new Rule("SM001", "not-modelled");

  /** All rules, in the order of their families. */
  public static final List<Rule> ALL =
      List.of(
          DOCKER_CLIENT_KILL,
          DOCKER_DETACH_SIMPLE,
          DOUBLE_RESTART,
          STALE_CONTAINER_NAME,
          PULL_TIMEOUT,
          ENABLED_WITHOUT_INSTALL,
          ENABLED_BUT_ABSENT,
          REQUIRES_UNAVAILABLE,
          UNIT_FAILED,
          DAEMON_SETTINGS,
          ORDERING_CYCLE,
          NETWORK_NOT_ONLINE,
          CLOUD_INIT_DEADLOCK,
          GOAL_NOT_REACHED,
          PROVISIONER_FAILED,
          NOT_STARTED,
          LATE_BY_TIMEOUT,
          STILL_WAITING,
          ENGINE_DATA_NOT_MOUNTED,
          VOLUME_NOT_MOUNTED,
          FILE_UNDER_FILE,
          READ_ONLY_PLACE,
          PORT_CLASH,
          NOT_MODELLED);

  private ConflictRules() {}
}
