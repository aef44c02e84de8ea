package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.machine.ServiceManager.Request;
import dev.dryboot.simulator.systemd.core.Job;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.transaction.JobMode;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.transaction.Refusal;
import dev.dryboot.simulator.systemd.unit.LoadState;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What {@code systemctl} can ask for that makes jobs (systemctl-start-unit.c, dbus-unit.c). */
final class JobVerbs {
  private static final List<String> RELOADING =
      List.of(
          "reload-or-restart", "try-reload-or-restart", "reload-or-try-restart", "force-reload");
  private static final List<String> TRYING =
      List.of(
          "try-restart",
          "condrestart",
          "try-reload-or-restart",
          "reload-or-try-restart",
          "force-reload");

  private final ProcessOne processOne;
  private final WaitingCalls waiting;

  JobVerbs(ProcessOne processOne, WaitingCalls waiting) {
    this.processOne = processOne;
    this.waiting = waiting;
  }

  /** The type of the jobs that a verb makes; empty for other verbs. */
  static Optional<JobType> type(String verb) {
    return switch (verb) {
      case "start", "isolate" -> Optional.of(JobType.START);
      case "stop" -> Optional.of(JobType.STOP);
      case "restart", "reload-or-restart" -> Optional.of(JobType.RESTART);
      case "try-restart",
          "condrestart",
          "try-reload-or-restart",
          "reload-or-try-restart",
          "force-reload" ->
          Optional.of(JobType.TRY_RESTART);
      case "reload" -> Optional.of(JobType.RELOAD);
      default -> Optional.empty();
    };
  }

  /** Jobs of the units that are named; with {@code --wait} it waits until they are down again. */
  void carryOut(Request request, JobType type, Consumer<Integer> answered) {
    boolean waits = request.command().has("wait");
    if (!waits) {
      jobs(
          request,
          type,
          request.units(),
          request.command().jobMode(),
          request.blocking(),
          answered);
      return;
    }
    boolean starts = List.of("start", "restart").contains(request.verb());
    if (!request.blocking() || !starts || !SystemBus.connect(processOne)) {
      answered.accept(1);
      return;
    }
    Set<RunningUnit> units = new LinkedHashSet<>();
    jobs(
        request,
        type,
        request.units(),
        request.command().jobMode(),
        true,
        status -> {
          request.units().stream()
              .flatMap(u -> processOne.load(Verbs.mangle(u, ".service")).stream())
              .forEach(units::add);
          if (status == 0) {
            waiting.whenDown(units, well -> answered.accept(well ? 0 : 1));
          } else {
            answered.accept(status);
          }
        });
  }

  /** A target, in a mode that is not for the caller to say. */
  void target(
      Request request, String target, String mode, boolean blocking, Consumer<Integer> answered) {
    jobs(request, JobType.START, List.of(target), mode, blocking, answered);
  }

  private void jobs(
      Request request,
      JobType type,
      List<String> units,
      String modeWord,
      boolean blocking,
      Consumer<Integer> answered) {
    Optional<JobMode> known = JobMode.of(modeWord, processOne.version());
    if (known.isEmpty()) {
      answered.accept(Refusal.Error.INVALID_ARGUMENTS.exitStatus());
      return;
    }
    JobMode mode = known.get();
    JobWait wait = new JobWait(blocking, answered);
    for (String name : units) {
      String unit = Verbs.mangle(name, mode == JobMode.ISOLATE ? ".target" : ".service");
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
    if (RELOADING.contains(request.verb()) && loaded.get().machine().canReload()) {
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
    if (refusal != null
        && refusal.error() == Refusal.Error.UNIT_MASKED
        && TRYING.contains(request.verb())) {
      return; // systemctl ignores masked units where it is only to try (start_unit_one)
    }
    wait.refused(refusal == null ? 1 : refusal.error().exitStatus());
  }

  private @Nullable Refusal refuseManual(Unit unit, JobType type) {
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
}
