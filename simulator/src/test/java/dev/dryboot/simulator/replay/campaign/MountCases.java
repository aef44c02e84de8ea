package dev.dryboot.simulator.replay.campaign;

import java.util.ArrayList;
import java.util.List;

/** Mounts, one below the other, that work and that fail, and services that need them. */
final class MountCases {
  private static final List<String> PLACES =
      List.of("/mnt/a", "/mnt/a/b", "/mnt/c", "/srv/d", "/mnt/a/b/e");
  private static final List<String> EDGES =
      List.of("Requires", "BindsTo", "Wants", "PartOf", "After", "Upholds", "Conflicts");

  private MountCases() {}

  static void mounts(Draft draft) {
    List<String> places = new ArrayList<>();
    List<String> units = new ArrayList<>();
    for (String place : PLACES) {
      if (draft.maybe(0.5) || places.isEmpty()) {
        places.add(place);
        units.add(unit(place));
        mount(draft, draft.unit(unit(place)), place);
      }
    }
    int services = draft.between(1, 4);
    for (int i = 0; i < services; i++) {
      String name = (char) ('p' + i) + ".service";
      units.add(name);
      Behaviour.give(draft, name, 0.1);
      need(draft, draft.unit(name), places);
    }
    draft.bootsInto(units, 0.6);
    int actions = draft.between(2, 5);
    for (int i = 0; i < actions; i++) {
      act(draft, units, places);
    }
  }

  private static String unit(String place) {
    return place.substring(1).replace('/', '-') + ".mount";
  }

  static void mount(Draft draft, UnitText unit, String place) {
    unit.set("Where", place);
    switch (draft.between(0, 6)) {
      case 0 -> unit.set("What", "/nowhere").set("Type", "ext4");
      case 1 -> unit.set("What", "/usr").set("Options", "bind");
      case 2 -> unit.set("What", "/nowhere").set("Options", "bind");
      default -> unit.set("What", "tmpfs").set("Type", "tmpfs");
    }
    if (draft.maybe(0.1)) {
      unit.set("LazyUnmount", "yes");
    }
    if (draft.maybe(0.1)) {
      unit.set("ForceUnmount", "yes");
    }
    if (draft.maybe(0.2)) {
      unit.unit("DefaultDependencies", "no");
    }
    if (draft.maybe(0.1)) {
      unit.unit("ConditionPathExists", "/run/flag");
    }
    if (draft.maybe(0.1)) {
      unit.unit("StopWhenUnneeded", "yes");
    }
    if (draft.maybe(0.1)) {
      unit.unit("StartLimitBurst", "2").unit("StartLimitIntervalSec", "100s");
    }
  }

  private static void need(Draft draft, UnitText unit, List<String> places) {
    String place = draft.oneOf(places);
    switch (draft.between(0, 4)) {
      case 0, 1 -> unit.unit("RequiresMountsFor", place + draft.oneOf("", "/x"));
      case 2 -> unit.set("WorkingDirectory", "-" + place);
      default -> {}
    }
    for (int i = draft.between(0, 2); i > 0; i--) {
      unit.unit(draft.oneOf(EDGES), unit(draft.oneOf(places)));
    }
  }

  private static void act(Draft draft, List<String> units, List<String> places) {
    String place = draft.oneOf(places);
    switch (draft.between(0, 11)) {
      case 0 -> draft.act("umount", place);
      case 1 -> draft.act("mount", "-t", "tmpfs", "tmpfs", place);
      case 2 -> draft.systemctl("stop", unit(place));
      case 3 -> draft.systemctl("start", unit(place));
      case 4 -> draft.systemctl("restart", unit(place));
      case 5 -> draft.systemctl("reload", unit(place));
      case 6 -> draft.systemctl("daemon-reload");
      case 7 -> draft.systemctl("reset-failed");
      default -> Requests.plain(draft, units);
    }
  }
}
