package dev.dryboot.simulator.systemd.service;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.simulator.systemd.SystemdVersion;
import dev.dryboot.simulator.systemd.unit.ManagerDefaults;
import dev.dryboot.simulator.systemd.unit.Settings;
import dev.dryboot.simulator.systemd.unit.Specifiers;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What section [Service] says, with systemd's defaults. Times are in microseconds. */
record ServiceSettings(
    Type type,
    Map<ExecPhase, List<ExecCommand>> commands,
    boolean remainAfterExit,
    Optional<String> pidFile,
    boolean guessMainPid,
    String busName,
    Restart restart,
    long restartDelay,
    long restartSteps,
    long restartMaxDelay,
    boolean restartDirect,
    ExitStatusSet success,
    ExitStatusSet restartPrevent,
    ExitStatusSet restartForce,
    long timeoutStart,
    long timeoutStop,
    long timeoutAbort,
    long runtimeMax,
    long runtimeRandomizedExtra,
    long watchdog,
    String timeoutStartFailureMode,
    String timeoutStopFailureMode,
    String notifyAccess,
    boolean exitTypeGroup,
    OomPolicy oomPolicy,
    long descriptorStoreMax,
    boolean keepsDescriptors,
    KillSettings kill,
    int reloadSignal,
    String user,
    String workingDirectory,
    ExecDirectories directories) {

  private static final String SERVICE = "Service";

  /** Type=. */
  enum Type {
    SIMPLE,
    EXEC,
    FORKING,
    ONESHOT,
    DBUS,
    NOTIFY,
    NOTIFY_RELOAD,
    IDLE;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** Restart=. */
  enum Restart {
    NO,
    ON_SUCCESS,
    ON_FAILURE,
    ON_ABNORMAL,
    ON_WATCHDOG,
    ON_ABORT,
    ALWAYS
  }

  /** Those of a unit. Where they name no specifiers, all units with the same files share them. */
  static ServiceSettings of(Unit unit, SystemdVersion version, Specifiers specifiers) {
    Settings settings = unit.settings();
    ManagerDefaults defaults = unit.defaults();
    // What runs on of a unit whose file is gone is no oneshot: it has no type at all (service.c).
    if (!unit.isLoaded()) {
      return read(settings, Optional.of(Type.SIMPLE), version, specifiers, defaults);
    }
    boolean own = settings.hasSpecifiers(SERVICE) || !defaults.equals(ManagerDefaults.USUAL);
    return own
        ? read(settings, Optional.empty(), version, specifiers, defaults)
        : settings.derived(
            ServiceSettings.class,
            version,
            s -> read(s, Optional.empty(), version, specifiers, defaults));
  }

  private static ServiceSettings read(
      Settings settings,
      Optional<Type> given,
      SystemdVersion version,
      Specifiers specifiers,
      ManagerDefaults defaults) {
    EnumMap<ExecPhase, List<ExecCommand>> commands = new EnumMap<>(ExecPhase.class);
    for (ExecPhase phase : ExecPhase.values()) {
      List<ExecCommand> read =
          ExecCommand.read(settings.list(SERVICE, phase.directive()), specifiers);
      if (!read.isEmpty()) {
        commands.put(phase, read);
      }
    }
    Type type = given.orElseGet(() -> type(settings, commands.containsKey(ExecPhase.START)));
    long both = settings.microseconds(SERVICE, "TimeoutSec", -1);
    long stop = timeout(settings, "TimeoutStopSec", both, defaults.timeoutStop());
    long start =
        timeout(
            settings,
            "TimeoutStartSec",
            both,
            type == Type.ONESHOT ? Settings.INFINITY : defaults.timeoutStart());
    long restartDelay = settings.microseconds(SERVICE, "RestartSec", defaults.restart());
    boolean steps = version.knowsRestartSteps();
    long maxDelay =
        steps
            ? settings.microseconds(SERVICE, "RestartMaxDelaySec", Settings.INFINITY)
            : Settings.INFINITY;
    return new ServiceSettings(
        type,
        commands,
        settings.isTrue(SERVICE, "RemainAfterExit", false),
        pidFile(settings, specifiers),
        settings.isTrue(SERVICE, "GuessMainPID", true),
        specifiers.expand(settings.text(SERVICE, "BusName", "")),
        restart(settings),
        Math.min(restartDelay, maxDelay),
        steps ? settings.number(SERVICE, "RestartSteps", 0) : 0,
        maxDelay,
        steps && settings.text(SERVICE, "RestartMode", "normal").equals("direct"),
        statuses(settings, "SuccessExitStatus"),
        statuses(settings, "RestartPreventExitStatus"),
        statuses(settings, "RestartForceExitStatus"),
        start,
        stop,
        settings.microseconds(SERVICE, "TimeoutAbortSec", defaults.timeoutAbort().orElse(stop)),
        zeroIsInfinity(settings.microseconds(SERVICE, "RuntimeMaxSec", Settings.INFINITY)),
        settings.microseconds(SERVICE, "RuntimeRandomizedExtraSec", 0),
        settings.microseconds(SERVICE, "WatchdogSec", 0),
        settings.text(SERVICE, "TimeoutStartFailureMode", "terminate"),
        settings.text(SERVICE, "TimeoutStopFailureMode", "terminate"),
        settings.text(SERVICE, "NotifyAccess", "none"),
        settings.text(SERVICE, "ExitType", "main").equals("cgroup"),
        OomPolicy.of(settings, SERVICE, defaults),
        settings.number(SERVICE, "FileDescriptorStoreMax", 0),
        version.keepsStoredDescriptors()
            && settings.text(SERVICE, "FileDescriptorStorePreserve", "restart").equals("yes"),
        KillSettings.read(settings, SERVICE),
        Signals.number(settings.text(SERVICE, "ReloadSignal", "SIGHUP")).orElse(Signals.HUP),
        settings.text(SERVICE, "User", "root"),
        specifiers.expand(settings.text(SERVICE, "WorkingDirectory", "")),
        ExecDirectories.read(settings, SERVICE, specifiers));
  }

  private static long timeout(Settings settings, String name, long both, long otherwise) {
    return zeroIsInfinity(settings.microseconds(SERVICE, name, both >= 0 ? both : otherwise));
  }

  private static long zeroIsInfinity(long value) {
    return value == 0 ? Settings.INFINITY : value;
  }

  private static Type type(Settings settings, boolean hasStart) {
    String busName = settings.text(SERVICE, "BusName", "");
    Type otherwise = !busName.isEmpty() ? Type.DBUS : hasStart ? Type.SIMPLE : Type.ONESHOT;
    return lastOf(settings, "Type", Type.values(), otherwise);
  }

  private static Restart restart(Settings settings) {
    return lastOf(settings, "Restart", Restart.values(), Restart.NO);
  }

  /** The last assignment of a known word. */
  private static <E extends Enum<E>> E lastOf(
      Settings settings, String name, E[] values, E otherwise) {
    List<Directive> all = settings.all(SERVICE, name);
    for (int i = all.size() - 1; i >= 0; i--) {
      for (E value : values) {
        if (value
            .name()
            .toLowerCase(java.util.Locale.ROOT)
            .replace('_', '-')
            .equals(all.get(i).value())) {
          return value;
        }
      }
    }
    return otherwise;
  }

  private static Optional<String> pidFile(Settings settings, Specifiers specifiers) {
    String path = specifiers.expand(settings.text(SERVICE, "PIDFile", ""));
    if (path.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(path.startsWith("/") ? path : "/run/" + path);
  }

  private static ExitStatusSet statuses(Settings settings, String name) {
    return ExitStatusSet.read(settings.list(SERVICE, name));
  }

  List<ExecCommand> of(ExecPhase phase) {
    return commands.getOrDefault(phase, List.of());
  }

  boolean has(ExecPhase phase) {
    return commands.containsKey(phase);
  }

  boolean notifies() {
    return type == Type.NOTIFY || type == Type.NOTIFY_RELOAD;
  }

  boolean isIdle() {
    return type == Type.IDLE;
  }

  boolean isOneshot() {
    return type == Type.ONESHOT;
  }
}
