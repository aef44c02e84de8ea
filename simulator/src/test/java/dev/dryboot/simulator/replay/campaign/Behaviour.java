package dev.dryboot.simulator.replay.campaign;

/** What services of cases do: the common good ones, and the many ways to fail. */
final class Behaviour {
  private static final String PROGRAM = "/usr/bin/b ";

  private Behaviour() {}

  static String run(String... steps) {
    return PROGRAM + String.join(" ", steps);
  }

  /**
   * Gives a service something to do, and other units nothing; {@code bad} is how likely that fails.
   */
  static void give(Draft draft, String unit, double bad) {
    if (!unit.endsWith(".service")) {
      return;
    }
    if (draft.maybe(bad)) {
      failing(draft, draft.unit(unit), unit);
    } else {
      working(draft, draft.unit(unit), unit);
    }
    around(draft, draft.unit(unit));
  }

  static void working(Draft draft, UnitText unit, String name) {
    switch (draft.between(0, 9)) {
      case 0, 1, 2 -> unit.set("ExecStart", run("run=inf"));
      case 3 -> unit.set("Type", "exec").set("ExecStart", run("run=inf"));
      case 4, 5 ->
          unit.set("Type", "oneshot").set("ExecStart", run("sleep=" + draft.time(1, 5), "exit=0"));
      case 6 ->
          unit.set("Type", "oneshot")
              .set("RemainAfterExit", "yes")
              .set("ExecStart", run("sleep=" + draft.time(1, 5), "exit=0"));
      case 7, 8 ->
          unit.set("Type", "notify").set("ExecStart", run("ready=" + draft.time(1, 5), "run=inf"));
      default -> {
        String file = "/run/" + name + ".pid";
        unit.set("Type", "forking")
            .set("PIDFile", file)
            .set("ExecStart", run("pid=" + file, "fork=" + draft.time(1, 4), "run=inf"));
      }
    }
  }

  static void failing(Draft draft, UnitText unit, String name) {
    String sleep = "sleep=" + draft.time(1, 4);
    switch (draft.between(0, 11)) {
      case 0 -> unit.set("ExecStart", run("run=" + draft.time(1, 4), "exit=1"));
      case 1 -> unit.set("ExecStart", run("run=" + draft.time(1, 4), "exit=0"));
      case 2 -> unit.set("Type", "exec").set("ExecStart", "/usr/bin/missing");
      case 3 -> unit.set("Type", "oneshot").set("ExecStart", run(sleep, "exit=2"));
      case 4 -> unit.set("Type", "notify").set("ExecStart", run(sleep, "exit=3"));
      case 5 -> unit.set("Type", "notify").set("ExecStart", run(sleep, "exit=0"));
      case 6 -> unit.set("Type", "forking").set("ExecStart", run(sleep, "exit=4"));
      case 7 -> unit.set("ExecStartPre", run(sleep, "exit=1")).set("ExecStart", run("run=inf"));
      case 8 -> unit.set("ExecStart", run("run=inf")).set("ExecStartPost", run(sleep, "exit=1"));
      case 9 ->
          unit.set("Type", "notify")
              .set("TimeoutStartSec", draft.span(350) + "ms")
              .set("ExecStart", run("run=inf"));
      case 10 ->
          unit.set("Type", "oneshot")
              .set("ExecStart", run(sleep, "sig=" + draft.oneOf("9", "15", "11", "6")));
      default ->
          unit.set(
              "ExecStart",
              run(sleep, "flaky=" + draft.between(1, 3) + ":/run/" + name + ".n", "run=inf"));
    }
  }

  /** What may come before, after and at the end. */
  private static void around(Draft draft, UnitText unit) {
    if (draft.maybe(0.08)) {
      unit.set("ExecStop", run("sleep=" + draft.time(1, 3)));
    }
    if (draft.maybe(0.06)) {
      unit.set("ExecStopPost", run("sleep=" + draft.time(1, 2), draft.oneOf("exit=0", "exit=1")));
    }
    if (draft.maybe(0.06)) {
      unit.set("ExecStartPre", draft.oneOf("", "-") + run("sleep=" + draft.time(1, 2), "exit=0"));
    }
    if (draft.maybe(0.05)) {
      unit.set("ExecCondition", run("sleep=60", "exit=" + draft.oneOf("0", "0", "1", "255")));
    }
  }
}
