package dev.dryboot.simulator.replay.campaign;

import java.util.List;

/** Cases about the life of services. */
final class Lives {
  private Lives() {}

  static void life(Draft draft) {
    List<String> services =
        draft.maybe(0.5) ? List.of("a.service") : List.of("a.service", "c.service");
    for (String name : services) {
      subject(draft, name);
    }
    if (draft.maybe(0.6)) {
      Behaviour.working(draft, draft.unit("x.service"), "x.service");
      String how = draft.oneOf("BindsTo", "Requires", "PartOf", "Upholds", "Wants", "Requisite");
      draft.unit("x.service").unit(how, "a.service");
      if (draft.maybe(0.7)) {
        draft.unit("x.service").unit("After", "a.service");
      }
      draft.bootsInto(List.of("a.service", "x.service"), 1);
    } else {
      draft.bootsInto(services, 1);
    }
    int actions = draft.between(1, 3);
    for (int i = 0; i < actions; i++) {
      onService(draft, draft.oneOf(services));
    }
  }

  /** A service with settings that few services have. */
  private static void subject(Draft draft, String name) {
    UnitText unit = draft.unit(name);
    if (draft.maybe(0.5)) {
      Behaviour.failing(draft, unit, name);
    } else {
      Behaviour.working(draft, unit, name);
    }
    restarts(draft, unit, name);
    ends(draft, unit);
    if (draft.maybe(0.3)) {
      unit.unit("OnFailure", "h.service");
      handler(draft, "h.service");
      if (draft.maybe(0.3)) {
        unit.unit("OnFailureJobMode", draft.oneOf("fail", "replace", "ignore-requirements"));
      }
    }
    if (draft.maybe(0.2)) {
      unit.unit("OnSuccess", "k.service");
      handler(draft, "k.service");
    }
  }

  private static void handler(Draft draft, String name) {
    if (draft.unit(name).isEmpty()) {
      draft.unit(name).set("Type", "oneshot").set("ExecStart", Behaviour.run("sleep=70"));
    }
  }

  private static void restarts(Draft draft, UnitText unit, String name) {
    if (draft.maybe(0.6)) {
      boolean oneshot = unit.text().contains("Type=oneshot");
      unit.set(
          "Restart",
          oneshot
              ? draft.oneOf("on-failure", "on-abnormal", "no")
              : draft.oneOf(
                  "no",
                  "always",
                  "always",
                  "on-failure",
                  "on-failure",
                  "on-success",
                  "on-abnormal",
                  "on-abort",
                  "on-watchdog"));
      unit.set("RestartSec", draft.span(draft.oneOf(0, 120, 240)) + "ms");
      unit.unit("StartLimitIntervalSec", "100s");
      unit.unit("StartLimitBurst", String.valueOf(draft.between(2, 4)));
    }
    if (draft.maybe(0.15)) {
      unit.set("RestartMode", "direct");
    }
    if (draft.maybe(0.12)) {
      unit.set("RestartSteps", "2").set("RestartMaxDelaySec", draft.span(420) + "ms");
    }
    if (draft.maybe(0.15)) {
      unit.set("SuccessExitStatus", draft.oneOf("1", "2 3", "SIGKILL", "SIGABRT 4", "143"));
    }
    if (draft.maybe(0.12)) {
      unit.set("RestartPreventExitStatus", draft.oneOf("1", "SIGKILL", "2 3"));
    }
    if (draft.maybe(0.12)) {
      unit.set("RestartForceExitStatus", draft.oneOf("0", "1 3", "SIGTERM"));
    }
    if (draft.maybe(0.12)) {
      unit.set("RemainAfterExit", "yes");
    }
    if (draft.maybe(0.1)) {
      unit.set("ExecCondition", Behaviour.run("sleep=70", "exit=" + draft.oneOf("0", "1", "255")));
    }
    if (draft.maybe(0.1) && !unit.has("ExecStartPost")) {
      unit.set("ExecStartPost", Behaviour.run("sleep=" + draft.time(1, 3), "exit=0"));
    }
    if (draft.maybe(0.1) && !unit.text().contains("ExecStart=/usr/bin/missing")) {
      unit.set(
          "ExecReload",
          Behaviour.run("sleep=" + draft.time(1, 3), draft.oneOf("exit=0", "exit=1")));
    }
  }

  /** How it is stopped, and what limits its time. */
  private static void ends(Draft draft, UnitText unit) {
    if (draft.maybe(0.2)) {
      unit.set(
          "ExecStop",
          draft.oneOf("", "-")
              + Behaviour.run("sleep=" + draft.time(1, 3), draft.oneOf("exit=0", "exit=1")));
    }
    if (draft.maybe(0.2)) {
      unit.set(
          "ExecStopPost",
          Behaviour.run("sleep=" + draft.time(1, 3), draft.oneOf("exit=0", "exit=1")));
    }
    if (draft.maybe(0.2)) {
      unit.set("KillMode", draft.oneOf("process", "mixed", "none", "control-group"));
    }
    if (draft.maybe(0.15)) {
      unit.set("TimeoutStopSec", draft.span(300) + "ms");
    }
    if (draft.maybe(0.1)) {
      unit.set("SendSIGKILL", "no");
    }
    if (draft.maybe(0.12)) {
      unit.set("KillSignal", draft.oneOf("SIGHUP", "SIGINT", "SIGUSR1", "SIGQUIT"));
    }
    if (draft.maybe(0.12)) {
      unit.set("TimeoutStartFailureMode", draft.oneOf("terminate", "abort", "kill"));
      unit.set("TimeoutStopFailureMode", draft.oneOf("terminate", "abort", "kill"));
    }
    if (draft.maybe(0.1)) {
      unit.set("RuntimeMaxSec", draft.span(450) + "ms");
    }
    if (draft.maybe(0.1)) {
      unit.set("WatchdogSec", draft.span(450) + "ms");
    }
    if (draft.maybe(0.06)) {
      unit.set("ExitType", "cgroup");
    }
  }

  private static void onService(Draft draft, String name) {
    switch (draft.between(0, 11)) {
      case 0, 1 -> draft.systemctl("stop", name);
      case 2, 3 -> draft.systemctl("start", name);
      case 4, 5 -> draft.systemctl("restart", name);
      case 6 -> draft.systemctl("try-restart", name);
      case 7 -> draft.systemctl(draft.oneOf("reload", "reload-or-restart"), name);
      case 8 -> draft.systemctl("reset-failed", name);
      case 9 ->
          draft.systemctl(
              "kill",
              "--kill-whom=" + draft.oneOf("main", "all"),
              "--signal=" + draft.oneOf("SIGKILL", "SIGTERM", "SIGHUP", "SIGABRT"),
              name);
      case 10 -> draft.systemctl("kill", name);
      default ->
          draft.act(
              "sh",
              "-c",
              "p=@MAIN:%s ; [ \"$p\" = 0 ] || kill -%d $p"
                  .formatted(name, draft.oneOf(9, 15, 6, 2)));
    }
  }

  static void midway(Draft draft) {
    UnitText unit = draft.unit("a.service");
    String term =
        draft.oneOf(
            "", "term=" + draft.time(3, 5) + " ", "term=" + draft.time(3, 5) + " termexit=1 ");
    boolean notify = draft.maybe(0.4);
    if (notify) {
      unit.set("Type", "notify")
          .set("ExecStart", Behaviour.run(term + "ready=" + draft.time(4, 7), "run=inf"));
    } else {
      unit.set("ExecStart", Behaviour.run(term + "run=inf"));
    }
    if (draft.maybe(0.4)) {
      unit.set("ExecStartPre", Behaviour.run("sleep=" + draft.time(3, 5)));
    }
    if (draft.maybe(0.4)) {
      unit.set("ExecStop", Behaviour.run("sleep=" + draft.time(3, 5)));
    }
    if (draft.maybe(0.4)) {
      unit.set("ExecStopPost", Behaviour.run("sleep=" + draft.time(3, 5)));
    }
    if (draft.maybe(0.4)) {
      unit.set("Restart", draft.oneOf("always", "on-failure", "on-success"));
      unit.set("RestartSec", draft.span(draft.oneOf(300, 600)) + "ms");
    }
    if (draft.maybe(0.2)) {
      unit.set("RestartMode", "direct");
    }
    if (draft.maybe(0.3)) {
      unit.set("ExecReload", Behaviour.run("sleep=" + draft.time(3, 5)));
    }
    Behaviour.working(draft, draft.unit("d.service"), "d.service");
    draft
        .unit("d.service")
        .unit(draft.oneOf("Requires", "BindsTo", "Wants", "PartOf"), "a.service");
    if (draft.maybe(0.7)) {
      draft.unit("d.service").unit("After", "a.service");
    }
    draft.bootsInto(List.of("a.service", "d.service"), 1);
    int steps = draft.between(2, 4);
    for (int i = 0; i < steps; i++) {
      String verb =
          draft.oneOf(
              "start", "stop", "restart", "restart", "stop", "try-restart", "reload-or-restart");
      String name = draft.maybe(0.8) ? "a.service" : "d.service";
      if (i + 1 < steps && draft.maybe(0.75)) {
        draft.systemctlAndGoOn(draft.oneOf(0, 120, 180), verb, name);
      } else if (draft.maybe(0.2)) {
        draft.systemctl("kill", "--signal=SIGKILL", name);
      } else {
        draft.systemctl(verb, name);
      }
    }
  }
}
