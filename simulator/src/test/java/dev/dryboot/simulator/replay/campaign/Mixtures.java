package dev.dryboot.simulator.replay.campaign;

import java.util.ArrayList;
import java.util.List;

/**
 * Cases in which much comes together: units of several types, restarts, drop-ins that come late.
 */
final class Mixtures {
  private static final String CONNECT = "import socket;s=socket.socket(1);s.connect('/run/m.sock')";
  private static final List<String> EDGES =
      List.of("Wants", "Requires", "BindsTo", "PartOf", "Upholds", "OnFailure", "OnSuccess");

  private Mixtures() {}

  static void mixed(Draft draft) {
    List<String> units = new ArrayList<>();
    int services = draft.between(3, 6);
    for (int i = 0; i < services; i++) {
      units.add((char) ('a' + i) + ".service");
    }
    for (String unit : units) {
      Behaviour.give(draft, unit, 0.2);
      restarts(draft, draft.unit(unit));
    }
    Graphs.connect(draft, units, 1.2 / units.size());
    List<String> triggers = triggers(draft);
    for (String trigger : triggers) {
      if (draft.maybe(0.4)) {
        draft.unit(draft.oneOf(units)).unit(draft.oneOf(EDGES), trigger);
      }
      if (draft.maybe(0.3)) {
        draft.unit(trigger).unit(draft.oneOf(EDGES), draft.oneOf(units));
      }
    }
    List<String> all = new ArrayList<>(units);
    all.addAll(triggers);
    draft.bootsInto(all, 0.6);
    lateDropIn(draft, units);
    int actions = draft.between(2, 5);
    for (int i = 0; i < actions; i++) {
      act(draft, all);
    }
  }

  private static void restarts(Draft draft, UnitText unit) {
    if (draft.maybe(0.2)) {
      unit.set("Restart", draft.oneOf("on-failure", "always", "on-abnormal", "on-success"));
      unit.set("RestartSec", draft.span(draft.oneOf(150, 350)) + "ms");
      unit.unit("StartLimitIntervalSec", "100s").unit("StartLimitBurst", draft.oneOf("2", "3"));
    } else if (draft.maybe(0.2)) {
      unit.unit("StartLimitIntervalSec", "100s").unit("StartLimitBurst", draft.oneOf("1", "2"));
    }
    if (draft.maybe(0.1)) {
      unit.unit("StopWhenUnneeded", "yes");
    }
  }

  /** Up to two units that start others. */
  private static List<String> triggers(Draft draft) {
    List<String> triggers = new ArrayList<>();
    if (draft.maybe(0.6)) {
      draft.unit("m.socket").set("ListenStream", "/run/m.sock").set("Service", "a.service");
      triggers.add("m.socket");
    }
    if (draft.maybe(0.4)) {
      draft.unit("b.path").set(draft.oneOf("PathExists", "PathChanged"), "/run/flag");
      triggers.add("b.path");
    }
    if (draft.maybe(0.3)) {
      draft.unit("c.timer").set("AccuracySec", "1ms");
      draft.unit("c.timer").set("OnActiveSec", draft.span(draft.oneOf(300, 500)) + "ms");
      triggers.add("c.timer");
    }
    return triggers;
  }

  private static void lateDropIn(Draft draft, List<String> units) {
    String line =
        draft.oneOf("Wants", "Requires", "PartOf", "Conflicts", "After", "Upholds", "BindsTo");
    draft.file("late", "[Unit]\n" + line + "=" + draft.oneOf(units) + "\n");
  }

  private static void act(Draft draft, List<String> units) {
    switch (draft.between(0, 12)) {
      case 0, 1 -> draft.act("python3", "-c", CONNECT);
      case 2 -> draft.act("sh", "-c", draft.oneOf("echo x > /run/flag", "rm -f /run/flag"));
      case 3 -> draft.systemctl("reset-failed");
      case 4 -> draft.systemctl("daemon-reload");
      case 5 -> {
        String folder = "/case/units/" + draft.oneOf(units) + ".d";
        draft.act("mkdir", "-p", folder);
        draft.act("cp", "/case/units/late", folder + "/50.conf");
        draft.systemctl("daemon-reload");
      }
      default -> Requests.plain(draft, units);
    }
  }
}
