package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.machine.Machine;
import java.util.List;

/** The systemd releases that are simulated, and the questions whose answers differ between them. */
public enum SystemdVersion {
  V252(252),
  V257(257);

  private final dev.dryboot.foreign.directive.SystemdVersion release;

  SystemdVersion(int number) {
    this.release = new dev.dryboot.foreign.directive.SystemdVersion(number);
  }

  /** As those know it who read unit files. */
  public dev.dryboot.foreign.directive.SystemdVersion release() {
    return release;
  }

  /** The release that behaves like {@code number}: the newest one that is not newer. */
  public static SystemdVersion of(int number) {
    return number >= 254 ? V257 : V252;
  }

  /**
   * The same for the text of a version, such as {@code 255.4-1}; the newest if it has no number.
   */
  public static SystemdVersion of(String text) {
    return of(dev.dryboot.foreign.directive.SystemdVersion.read(text).number());
  }

  /** The release that runs on a machine; the newest where that is not said. */
  public static SystemdVersion on(Machine machine) {
    return machine.port(SystemdVersion.class).orElse(V257);
  }

  /**
   * Whether a start job brings a waiting automatic restart forward (service.c: service_start), and
   * automatic restarts are start jobs that restart dependents, not restart jobs.
   */
  public boolean shortcutsAutoRestart() {
    return this == V257;
  }

  /**
   * Whether a service that will be restarted passes a state of its own between its end and its
   * restart ({@code failed-before-auto-restart}), in which OnFailure= is acted on.
   */
  public boolean actsOnEachFailure() {
    return this == V257;
  }

  /** Whether RestartMode=, RestartSteps= and RestartMaxDelaySec= are known (254). */
  public boolean knowsRestartSteps() {
    return this == V257;
  }

  /**
   * Whether PropagatesStopTo= is followed last and turns into a restart where the target is also to
   * be started (transaction.c: job_type_propagate_stop_graceful, 254).
   */
  public boolean propagatesStopGracefully() {
    return this == V257;
  }

  /**
   * Whether a job that was added is dropped again when one of its requirements cannot be added
   * (transaction.c: transaction_add_job_and_dependencies, "fail:").
   */
  public boolean dropsJobWhoseRequirementsFail() {
    return this == V257;
  }

  /**
   * Whether a reload of the manager begins to count anew how often a unit was started, and how
   * often by itself, as for Upholds= (252 was seen to; 257 not to, where the limit stays what it
   * was).
   */
  public boolean forgetsStartsOnReload() {
    return this == V252;
  }

  /** Whether the job mode {@code restart-dependencies} is known (252 was seen to refuse it). */
  public boolean knowsRestartingDependencies() {
    return this == V257;
  }

  /**
   * Whether a watchdog that has run out is handled before the run queue and not after it
   * (manager.h: EVENT_PRIORITY_SERVICE_WATCHDOG, 257; before that they had one priority).
   */
  public boolean handlesWatchdogsBeforeJobs() {
    return this == V257;
  }

  /** Whether FileDescriptorStorePreserve= is known (254). */
  public boolean keepsStoredDescriptors() {
    return this == V257;
  }

  /**
   * Whether the job from which a reload spreads is installed where it reaches nobody (252 was seen
   * to, 257 not to).
   */
  public boolean installsAnchorsAlone() {
    return this == V252;
  }

  /** Whether MaxConnectionsPerSource= counts who connects to a socket in the file system (256). */
  public boolean countsConnectionsOfUsers() {
    return this == V257;
  }

  /** Whether NAME.upholds/ directories are read (253). */
  public boolean knowsUpholdsDirectories() {
    return this == V257;
  }

  /** Whether links to {@code /dev/null} inside .wants/ directories mask (253). */
  public boolean masksDependencyLinks() {
    return this == V257;
  }

  /** Whether an isolate looks at a trigger's own fate to keep what it triggers (256). */
  public boolean keepsWhatKeptTriggersStart() {
    return this == V257;
  }

  /**
   * Whether a stop unmounts what is just being remounted, and does not only end the remount (257
   * was seen to, 252 not to).
   */
  public boolean unmountsWhileRemounting() {
    return this == V257;
  }

  /**
   * Whether only the last umount(8) says how a mount fared (mount.c: mount_sigchld_event,
   * flush_result; 257 was seen to, 252 not to).
   */
  public boolean judgesMountsByLastUnmount() {
    return this == V257;
  }

  /**
   * Whether the mounts of {@code WorkingDirectory=-/…} are wanted (unit.c:
   * unit_add_exec_dependencies, 256); before they are nothing to the unit.
   */
  public boolean wantsMountsOfOptionalDirectories() {
    return this == V257;
  }

  /** Whether to a path what is being stopped is down already (path.c: path_enter_waiting, 256). */
  public boolean takesStoppingForDown() {
    return this == V257;
  }

  /** Whether sockets have a poll limit beside the trigger limit (255). */
  public boolean hasPollLimit() {
    return this == V257;
  }

  /**
   * Whether a timer that is started forgets when it last elapsed, so that a time that is over by
   * then elapses at once (timer.c: timer_start, until 254).
   */
  public boolean forgetsLastTriggerWhenTimerStarts() {
    return this == V252;
  }

  /** Whether OnActiveSec= counts from the reload of the manager where it finds a timer waiting. */
  public boolean beginsTimersAnewOnReload() {
    return this == V252;
  }

  /** Whether is-enabled and is-active tell units that are not there from others, with code 4. */
  public boolean saysThatUnitsAreNotThere() {
    return this == V257;
  }

  /**
   * Whether systemd.unified_cgroup_hierarchy= can bring back the old control groups (until 255).
   */
  public boolean canGoWithoutUnifiedGroups() {
    return this == V252;
  }

  /** Whether x-systemd.wants-mounts-for= in fstab is known (256). */
  public boolean knowsWantsMountsFor() {
    return this == V257;
  }

  /**
   * Whether a mount of fstab that others pull in (x-systemd.wanted-by=) has no default dependencies
   * but those for the end (fstab-generator.c: add_mount, 257 was seen to, 252 not to).
   */
  public boolean freesMountsThatOthersPullIn() {
    return this == V257;
  }

  /** Whether generators write a time without limit as infinity, and not as 0. */
  public boolean writesInfinity() {
    return this == V257;
  }

  /** Whether systemd-growfs@.service comes with systemd (254); before, generators write it. */
  public boolean bringsServicesThatGrow() {
    return this == V257;
  }

  /** Whether systemd.mount-extra= and systemd.swap-extra= are known (254). */
  public boolean knowsExtraMounts() {
    return this == V257;
  }

  /** Whether partitions of unusual formats are not mounted by their type (254). */
  public boolean mountsOnlyCommonFormats() {
    return this == V257;
  }

  /**
   * Whether one systemd-hibernate-resume.service resumes from any device (255); before, each device
   * has an instance.
   */
  public boolean resumesByOneService() {
    return this == V257;
  }

  /** Whether systemd.default_debug_tty= is known (255). */
  public boolean knowsDefaultDebugTerminal() {
    return this == V257;
  }

  /** Whether the link that asks for an offline update may be in /etc, too (256). */
  public boolean looksForUpdatesInEtc() {
    return this == V257;
  }

  /** Whether {@code systemctl kill --wait} waits until the units are down (257). */
  public boolean waitsAfterKill() {
    return this == V257;
  }

  /**
   * Whether SIGKILL for all of a unit's processes is left to the kernel, which wants their control
   * group to be there (unit.c: unit_kill, cgroup.kill; 257 was seen to, 252 not to).
   */
  public boolean killsControlGroups() {
    return this == V257;
  }

  /** Whether {@code is-failed} without units asks about the system (254). */
  public boolean saysWhetherTheSystemFailed() {
    return this == V257;
  }

  /** Whether slices can be frozen and thawed by themselves (252 was seen to, 257 not to). */
  public boolean freezesSlices() {
    return this == V252;
  }

  /** Whether stored descriptors can be cleaned away (254). */
  public boolean cleansStoredDescriptors() {
    return this == V257;
  }

  /** Whether systemctl knows a verb that not all have. */
  public boolean knowsVerb(String verb) {
    return this == V257 || !List.of("soft-reboot", "whoami", "list-paths", "sleep").contains(verb);
  }
}
