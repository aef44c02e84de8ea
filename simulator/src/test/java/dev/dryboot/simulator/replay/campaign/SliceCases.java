package dev.dryboot.simulator.replay.campaign;

import java.util.ArrayList;
import java.util.List;

/**
 * Slices with and without files, what runs in them, and transient units. Nothing is reloaded: the
 * recorder's unit path leaves out where transient units are, which no machine does.
 */
final class SliceCases {
  private static final List<String> SLICES = List.of("a.slice", "a-b.slice", "c.slice");

  private SliceCases() {}

  static void slices(Draft draft) {
    List<String> units = new ArrayList<>();
    int services = draft.between(1, 4);
    for (int i = 0; i < services; i++) {
      String name = (char) ('p' + i) + ".service";
      units.add(name);
      Behaviour.give(draft, name, 0.1);
      if (draft.maybe(0.7)) {
        draft.unit(name).set("Slice", draft.oneOf(SLICES));
      }
    }
    for (String slice : SLICES) {
      if (draft.maybe(0.5)) {
        slice(draft, draft.unit(slice), units);
      } else {
        draft.observe(slice);
      }
    }
    draft.bootsInto(units, 0.6);
    draft.observe("t.service");
    draft.observe("u.service");
    units.addAll(SLICES);
    units.addAll(List.of("t.service", "u.service"));
    int actions = draft.between(3, 6);
    for (int i = 0; i < actions; i++) {
      act(draft, units);
    }
  }

  private static void slice(Draft draft, UnitText unit, List<String> services) {
    unit.unit("Description", "a slice");
    if (draft.maybe(0.2)) {
      unit.unit("StopWhenUnneeded", "yes");
    }
    if (draft.maybe(0.2)) {
      unit.unit("ConditionPathExists", "/run/flag");
    }
    if (draft.maybe(0.2)) {
      unit.unit(draft.oneOf("Wants", "Requires", "Upholds"), draft.oneOf(services));
    }
    if (draft.maybe(0.1)) {
      unit.unit("RefuseManualStart", "yes");
    }
    if (draft.maybe(0.2)) {
      unit.unit("DefaultDependencies", "no");
    }
  }

  private static void act(Draft draft, List<String> units) {
    switch (draft.between(0, 9)) {
      case 0, 1, 2 -> run(draft);
      case 3 -> draft.systemctl("stop", draft.oneOf(SLICES));
      case 4 -> draft.systemctl("kill", draft.oneOf(SLICES));
      case 5 -> draft.systemctl("reset-failed");
      default -> Requests.plain(draft, units);
    }
  }

  /** A transient service, one of two names. */
  private static void run(Draft draft) {
    List<String> command = new ArrayList<>(List.of("systemd-run", "--unit"));
    command.add(draft.oneOf("t", "u"));
    if (draft.maybe(0.3)) {
      command.addAll(List.of("--slice", draft.oneOf(SLICES)));
    }
    if (draft.maybe(0.2)) {
      command.add("--remain-after-exit");
    }
    if (draft.maybe(0.2)) {
      command.add("--collect");
    }
    if (draft.maybe(0.2)) {
      command.add("--no-block");
    } else if (draft.maybe(0.2)) {
      command.add("--on-active=" + draft.span(draft.oneOf(300, 500)) + "ms");
      command.add("--timer-property=AccuracySec=1ms");
    }
    if (draft.maybe(0.2)) {
      command.add("--property=Restart=on-failure");
      command.add("--property=RestartSec=" + draft.span(250) + "ms");
      command.add("--property=StartLimitBurst=2");
    }
    if (draft.maybe(0.2)) {
      command.add("--property=" + draft.oneOf("BindsTo", "PartOf", "After") + "=p.service");
    }
    if (draft.maybe(0.2)) {
      command.add("--service-type=" + draft.oneOf("oneshot", "exec", "notify"));
    }
    command.addAll(
        List.of(
            "/usr/bin/b",
            draft.oneOf("run=", "ready=") + draft.time(1, 4),
            draft.oneOf("exit=0", "exit=3", "run=inf")));
    draft.act(command.toArray(String[]::new));
  }
}
