package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.machine.Power;
import dev.dryboot.simulator.machine.ServiceManager.Request;
import dev.dryboot.simulator.systemd.core.Job;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.service.Signals;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.transaction.Refusal;
import dev.dryboot.simulator.systemd.unit.Dependency;
import dev.dryboot.simulator.systemd.unit.LoadState;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.simulator.systemd.unit.UnitType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What {@code systemctl} can ask for, and what it exits with. */
final class Verbs {
  private static final Map<String, String> TARGETS =
      Map.of(
          "poweroff", "poweroff.target",
          "reboot", "reboot.target",
          "halt", "halt.target",
          "kexec", "kexec.target",
          "soft-reboot", "soft-reboot.target",
          "exit", "exit.target");
  private static final Map<String, String> ISOLATED =
      Map.of(
          "rescue", "rescue.target",
          "emergency", "emergency.target",
          "default", "default.target");

  private final ProcessOne processOne;

  Verbs(ProcessOne processOne) {
    this.processOne = processOne;
  }

  /** A name without a type gets {@code suffix}; a path gets its mount's name. */
  static String mangle(String name, String suffix) {
    if (UnitType.of(name).isPresent()) {
      return name;
    }
    if (name.startsWith("/dev/")) {
      return dev.dryboot.simulator.systemd.unit.UnitName.ofPath(name, UnitType.DEVICE);
    }
    if (name.startsWith("/")) {
      return dev.dryboot.simulator.systemd.unit.UnitName.ofPath(name, UnitType.MOUNT);
    }
    return name + suffix;
  }

  void carryOut(Request written, Consumer<Integer> answered) {
    Request request = UnitPatterns.expanded(written, processOne);
    String verb = request.verb();
    if (request.units().isEmpty() && !written.units().isEmpty()) {
      answered.accept(0);
      return;
    }
    if (TARGETS.containsKey(verb)) {
      jobs(request, JobType.START, List.of(TARGETS.get(verb)), "replace-irreversibly", answered);
      return;
    }
    if (ISOLATED.containsKey(verb)) {
      jobs(request, JobType.START, List.of(ISOLATED.get(verb)), "isolate", answered);
      return;
    }
    switch (verb) {
      case "start" -> jobs(request, JobType.START, answered);
      case "stop" -> jobs(request, JobType.STOP, answered);
      case "restart", "reload-or-restart", "force-reload" ->
          jobs(request, JobType.RESTART, answered);
      case "try-restart", "condrestart", "try-reload-or-restart" ->
          jobs(request, JobType.TRY_RESTART, answered);
      case "reload" -> jobs(request, JobType.RELOAD, answered);
      case "isolate" -> jobs(request, JobType.START, request.units(), "isolate", answered);
      case "exit-force",
          "reboot-force",
          "poweroff-force",
          "halt-force",
          "kexec-force",
          "soft-reboot-force" -> {
        answered.accept(0);
        processOne.emergency(verb, Optional.empty(), request.asker() + " asked for it, by force");
      }
      case "cancel" -> answered.accept(0);
      case "switch-root" -> {
        String root = request.units().isEmpty() ? "/sysroot" : request.units().getFirst();
        answered.accept(0);
        processOne.end();
        processOne.machine().port(Power.class).ifPresent(p -> p.switchRoot(root));
      }
      case "daemon-reload", "daemon-reexec" -> {
        processOne.reload();
        answered.accept(0);
      }
      case "reset-failed" -> answered.accept(resetFailed(request.units()));
      case "is-active" -> answered.accept(all(request, s -> s.isActiveOrReloading()) ? 0 : 3);
      case "is-failed" -> answered.accept(all(request, s -> s == ActiveState.FAILED) ? 0 : 1);
      default -> {
        if (verb.equals("kill") || verb.startsWith("kill ")) {
          answered.accept(kill(request));
        } else {
          enable(request, answered);
        }
      }
    }
  }

  private boolean all(Request request, java.util.function.Predicate<ActiveState> test) {
    return request.units().stream()
        .map(n -> processOne.graph().find(mangle(n, ".service")))
        .anyMatch(u -> u.isPresent() && test.test(processOne.active(u.get())));
  }

  /** {@code kill}, or {@code kill --kill-whom=main --signal=9} as one verb. */
  private int kill(Request request) {
    String whom = "all";
    int signal = Signals.TERM;
    for (String word : request.verb().split(" ", -1)) {
      if (word.startsWith("--kill-who")) {
        whom = word.substring(word.indexOf('=') + 1);
      } else if (word.startsWith("--signal=") || word.startsWith("-s=")) {
        signal = Signals.number(word.substring(word.indexOf('=') + 1)).orElse(Signals.TERM);
      }
    }
    boolean done = true;
    for (String name : request.units()) {
      Optional<Unit> unit = processOne.graph().find(mangle(name, ".service"));
      done &= unit.isPresent() && killed(processOne.running(unit.get()), whom, signal);
    }
    return done ? 0 : 1;
  }

  /** Nobody to kill is an error only where one process is meant (unit_kill_one, unit_kill). */
  private static boolean killed(RunningUnit unit, String whom, int signal) {
    return switch (unit.machine().kill(whom, signal)) {
      case SIGNALLED -> true;
      case NOBODY -> whom.equals("all");
      case UNSUPPORTED -> false;
    };
  }

  private int resetFailed(List<String> names) {
    int status = 0;
    for (String name : names.isEmpty() ? allInSomeOrder() : names) {
      Optional<Unit> unit = processOne.graph().find(mangle(name, ".service"));
      if (unit.isEmpty()) {
        status = 1;
      } else {
        processOne.running(unit.get()).resetFailed();
      }
    }
    return status;
  }

  /**
   * All units, as a hash table has them. Their order shows where one was started too often: what
   * triggers it fails when it is reset, and is itself reset before or after that.
   */
  private List<String> allInSomeOrder() {
    List<String> all = processOne.units().stream().map(Unit::id).toList();
    boolean shows =
        processOne.units().stream()
            .anyMatch(
                unit ->
                    processOne.running(unit).startLimitHit()
                        && !unit.of(Dependency.TRIGGERED_BY).isEmpty());
    return shows && processOne.machine().kernel().tieBreaker().choose(2) == 1
        ? all.reversed()
        : all;
  }

  private void jobs(Request request, JobType type, Consumer<Integer> answered) {
    jobs(request, type, request.units(), request.jobMode(), answered);
  }

  private void jobs(
      Request request,
      JobType type,
      List<String> units,
      String modeWord,
      Consumer<Integer> answered) {
    Optional<JobMode> known =
        JobMode.of(modeWord.isEmpty() ? "replace" : modeWord, processOne.version());
    if (known.isEmpty()) {
      answered.accept(Refusal.Error.INVALID_ARGUMENTS.exitStatus());
      return;
    }
    JobMode mode = known.get();
    JobWait wait = new JobWait(request.blocking(), answered);
    for (String name : units) {
      String unit = mangle(name, mode == JobMode.ISOLATE ? ".target" : ".service");
      enqueue(request, unit, type, mode, wait);
    }
    wait.asked();
  }

  /** bus_unit_queue_job(). */
  private void enqueue(
      Request request, String name, JobType requested, JobMode mode, JobWait wait) {
    Optional<RunningUnit> loaded = processOne.load(name);
    if (loaded.isEmpty()) {
      wait.refused(1);
      return;
    }
    Unit unit = loaded.get().unit();
    JobType type = requested;
    if (request.verb().contains("reload-or") && loaded.get().machine().canReload()) {
      type = type == JobType.RESTART ? JobType.RELOAD_OR_START : JobType.TRY_RELOAD;
    }
    Refusal refusal = refuseManual(unit, type);
    if (refusal == null) {
      ProcessOne.Added added = processOne.addJob(type, unit, mode);
      if (added.job() != null) {
        Job job = added.job();
        wait.forJob(job);
        return;
      }
      refusal = added.refusal().orElse(null);
    }
    boolean tries = request.verb().startsWith("try-") || request.verb().equals("condrestart");
    if (refusal != null && refusal.error() == Refusal.Error.UNIT_MASKED && tries) {
      return; // systemctl ignores masked units where it is only to try (start_unit_one)
    }
    wait.refused(refusal == null ? 1 : refusal.error().exitStatus());
  }

  private @org.jspecify.annotations.Nullable Refusal refuseManual(Unit unit, JobType type) {
    boolean loadError =
        unit.loadState() == LoadState.NOT_FOUND
            || unit.loadState() == LoadState.ERROR
            || unit.loadState() == LoadState.BAD_SETTING;
    if (type == JobType.STOP && loadError && processOne.active(unit) == ActiveState.INACTIVE) {
      return new Refusal(Refusal.Error.NO_SUCH_UNIT, "Unit " + unit.id() + " not loaded.");
    }
    boolean noStart = unit.traits().refuseManualStart();
    boolean noStop = unit.traits().refuseManualStop();
    boolean refused =
        switch (type) {
          case START -> noStart;
          case STOP -> noStop;
          case RESTART, TRY_RESTART -> noStart || noStop;
          case RELOAD_OR_START ->
              noStart && type.collapsed(processOne.active(unit)) == JobType.START;
          case VERIFY_ACTIVE, RELOAD, NOP, TRY_RELOAD -> false;
        };
    return refused
        ? new Refusal(
            Refusal.Error.ONLY_BY_DEPENDENCY,
            "Operation refused, unit " + unit.id() + " may be requested by dependency only.")
        : null;
  }

  /** Verbs that change links, and then perhaps start or stop. */
  private void enable(Request request, Consumer<Integer> answered) {
    EnablementVerbs verbs = new EnablementVerbs(processOne);
    int status = verbs.carryOut(request);
    if (!request.verb().equals("is-enabled")) {
      processOne.reload();
    }
    String verb = request.verb().split(" ", 2)[0];
    boolean starts = verb.equals("enable");
    boolean stops = verb.equals("disable") || verb.equals("mask");
    if (request.now() && status == 0 && (starts || stops)) {
      List<String> names =
          request.units().stream().map(u -> u.substring(u.lastIndexOf('/') + 1)).toList();
      JobType type = starts ? JobType.START : JobType.STOP;
      jobs(request, type, names, request.jobMode(), answered);
    } else {
      answered.accept(status);
    }
  }

  Optional<String> unitFileState(String unit) {
    return new EnablementVerbs(processOne).state(unit);
  }
}
