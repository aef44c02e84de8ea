package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.Processes;
import dev.dryboot.simulator.machine.UnitRecord;
import java.util.List;
import java.util.Optional;

/**
 * How a unit failed, why that is so, and what to do about it.
 *
 * @param why may be empty
 */
record FailureWords(String how, String why, String help) {
  private static final String LOOK =
      "'dryboot boot' shows in its timeline what had happened before";

  /** rancher/os, docker/service.go: any other list waits until network is started, not ready. */
  private static final String WAITS_FOR_NETWORK =
      "give it the label io.rancher.os.after: network, alone: only so it waits until there is a"
          + " gateway";

  /** No such directory, group, or user (systemd.exec(5), "Process Exit Codes"). */
  private static final List<Integer> BEFORE_EXEC = List.of(200, 216, 217);

  static FailureWords of(Sight sight, UnitRecord unit, Optional<Fact.ProcessEnded> end) {
    String result = result(sight, unit);
    if (result.equals("timeout")) {
      return timeout(unit);
    }
    if (result.equals("resources")) {
      return resources(sight, unit);
    }
    if (result.equals("oom-kill")) {
      return new FailureWords(
          "memory runs out, and the kernel ends a process of it",
          "With OOMPolicy=stop, which is the default, systemd then stops the whole service.",
          "give it more memory, or OOMPolicy=continue where it can do without the process");
    }
    if (result.equals("start-limit-hit")) {
      return startLimit(unit);
    }
    return end.map(Fact.ProcessEnded::end)
        .map(e -> ended(sight, unit, e))
        .orElse(new FailureWords("its result is '" + result + "'", "", LOOK));
  }

  private static FailureWords ended(Sight sight, UnitRecord unit, ProcessEnd end) {
    return switch (end) {
      case ProcessEnd.Exited(int code) when code == Processes.EXIT_EXEC ->
          notExecuted(sight, unit, "the program cannot be executed (203)");
      case ProcessEnd.Exited(int code) when BEFORE_EXEC.contains(code) ->
          notExecuted(sight, unit, "the program is not started (%d)".formatted(code));
      case ProcessEnd.Exited(int code) ->
          new FailureWords(
              "it ends with exit code " + code + refusal(sight, unit).map(r -> ": " + r).orElse(""),
              "",
              LOOK);
      case ProcessEnd.Killed(int signal) ->
          new FailureWords("it is killed by signal " + signal, "", LOOK);
    };
  }

  private static FailureWords notExecuted(Sight sight, UnitRecord unit, String how) {
    return sight
        .boot()
        .facts(Fact.ExecRefused.class)
        .filter(f -> f.owner().equals(unit.name()))
        .findFirst()
        .map(
            f ->
                new FailureWords(
                    how + ": " + f.program() + " " + f.refusal().what(), "", f.refusal().help()))
        .orElse(new FailureWords(how, "", LOOK));
  }

  /** What a container engine said to it, last. */
  private static Optional<String> refusal(Sight sight, UnitRecord unit) {
    return sight
        .boot()
        .facts(Fact.EngineRefused.class)
        .filter(f -> f.asker().equals(unit.name()))
        .reduce((earlier, later) -> later)
        .map(f -> f.engine() + " says: " + f.reason());
  }

  /** systemd.unit(5), StartLimitBurst=. */
  private static FailureWords startLimit(UnitRecord unit) {
    return new FailureWords(
        "it is started so often that systemd gives up (start-limit-hit)",
        "Restart=%s starts it anew each time it ends, and it ends at once."
            .formatted(ServiceWords.restart(unit)),
        "see why it ends; what is to do its work and end takes Type=oneshot");
  }

  /** What a start waits for, by the service's type (systemd.service(5), Type=). */
  private static FailureWords timeout(UnitRecord unit) {
    String limit =
        unit.last("Service", "TimeoutStartSec")
            .or(() -> unit.last("Service", "TimeoutSec"))
            .map(s -> " (" + s.name() + "=" + s.value() + ")")
            .orElse("");
    String how = "it does not get done in time" + limit;
    return switch (ServiceWords.type(unit)) {
      case "forking" ->
          new FailureWords(
              how,
              "With Type=forking, systemd waits until the program has gone to the background and"
                  + " its first process has ended; this one stays.",
              "use Type=exec, or the program's option that sends it to the background");
      case "notify", "notify-reload" ->
          new FailureWords(
              how,
              "With Type=notify, systemd waits for READY=1 on its socket, and none came.",
              "use Type=exec if the program does not notify");
      case "dbus" ->
          new FailureWords(
              how,
              "With Type=dbus, systemd waits until somebody takes the name of BusName= on the bus.",
              "correct BusName=, or use Type=exec");
      default -> new FailureWords(how, "", "give it more time with TimeoutStartSec=; " + LOOK);
    };
  }

  /** The first file of variables that is not there (systemd.exec(5), EnvironmentFile=). */
  private static FailureWords resources(Sight sight, UnitRecord unit) {
    return unit.settings().stream()
        .filter(s -> s.name().equals("EnvironmentFile") && s.value().startsWith("/"))
        .map(UnitRecord.Setting::value)
        .filter(path -> !path.contains("*") && !sight.boot().files().exists(path))
        .findFirst()
        .map(
            path ->
                new FailureWords(
                    "the file %s of EnvironmentFile= does not exist".formatted(path),
                    "Without it systemd starts nothing.",
                    "bring the file along, or write -%s: then it may be missing".formatted(path)))
        .orElseGet(
            () -> {
              String how = refusal(sight, unit).orElse("its result is 'resources'");
              boolean early = how.startsWith("system-docker says: image not fetched");
              return new FailureWords(how, "", early ? WAITS_FOR_NETWORK : LOOK);
            });
  }

  private static String result(Sight sight, UnitRecord unit) {
    return sight
        .boot()
        .facts(Fact.UnitChanged.class)
        .filter(f -> f.unit().equals(unit.name()) && f.active().equals("failed"))
        .map(Fact.UnitChanged::result)
        .findFirst()
        .orElse(unit.result());
  }
}
