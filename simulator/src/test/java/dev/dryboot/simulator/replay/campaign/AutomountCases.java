package dev.dryboot.simulator.replay.campaign;

import java.util.ArrayList;
import java.util.List;

/**
 * Automounts, of mounts that work and that fail, who looks at them, and services that need them.
 */
final class AutomountCases {
  private static final List<String> PLACES = List.of("/mnt/a", "/srv/d");
  private static final List<String> EDGES =
      List.of("Requires", "BindsTo", "Wants", "PartOf", "After", "Conflicts");

  private AutomountCases() {}

  static void automounts(Draft draft) {
    List<String> places = new ArrayList<>();
    List<String> units = new ArrayList<>();
    for (String place : PLACES) {
      if (draft.maybe(0.6) || places.isEmpty()) {
        places.add(place);
        String stem = place.substring(1).replace('/', '-');
        automount(draft, draft.unit(stem + ".automount"), place);
        MountCases.mount(draft, draft.unit(stem + ".mount"), place);
        units.add(stem + ".automount");
        units.add(stem + ".mount");
      }
    }
    int services = draft.between(0, 2);
    List<String> all = new ArrayList<>(units);
    for (int i = 0; i < services; i++) {
      String name = (char) ('p' + i) + ".service";
      all.add(name);
      Behaviour.give(draft, name, 0.1);
      if (draft.maybe(0.5)) {
        draft.unit(name).unit("RequiresMountsFor", draft.oneOf(places) + draft.oneOf("", "/x"));
      }
      for (int edges = draft.between(0, 2); edges > 0; edges--) {
        draft.unit(name).unit(draft.oneOf(EDGES), draft.oneOf(units));
      }
    }
    List<String> pulled = new ArrayList<>(all);
    pulled.removeIf(unit -> unit.endsWith(".mount") && draft.maybe(0.7));
    draft.bootsInto(pulled, 0.7);
    int actions = draft.between(2, 5);
    for (int i = 0; i < actions; i++) {
      act(draft, all, places);
    }
  }

  private static void automount(Draft draft, UnitText unit, String place) {
    unit.set("Where", place);
    if (draft.maybe(0.2)) {
      unit.set("TimeoutIdleSec", "1s");
      draft.span(2200);
    }
    if (draft.maybe(0.1)) {
      unit.unit("StopWhenUnneeded", "yes");
    }
    if (draft.maybe(0.1)) {
      unit.unit("ConditionPathExists", "/run/flag");
    }
    if (draft.maybe(0.2)) {
      unit.unit("DefaultDependencies", "no");
    }
  }

  private static void act(Draft draft, List<String> units, List<String> places) {
    String place = draft.oneOf(places);
    String stem = place.substring(1).replace('/', '-');
    switch (draft.between(0, 11)) {
      case 0, 1, 2 -> draft.act("ls", place + draft.oneOf("/nothing", "/x/y"));
      case 3 -> draft.systemctl("stop", stem + ".automount");
      case 4 -> draft.systemctl(draft.oneOf("start", "restart"), stem + ".automount");
      case 5 -> draft.systemctl("stop", stem + ".mount");
      case 6 -> draft.systemctl(draft.oneOf("start", "restart"), stem + ".mount");
      case 7 -> draft.systemctl("reset-failed");
      case 8 -> draft.systemctl("daemon-reload");
      default -> Requests.plain(draft, units);
    }
  }
}
