package dev.dryboot.simulator.replay.campaign;

import java.util.ArrayList;
import java.util.List;

/** Cases about what a client asks of the manager, and when. */
final class Requests {
  private static final List<String> MODES =
      List.of(
          "replace",
          "fail",
          "ignore-dependencies",
          "ignore-requirements",
          "flush",
          "replace-irreversibly",
          "restart-dependencies",
          "triggering",
          "isolate");

  private Requests() {}

  /** An ordinary request, waited for. */
  static void plain(Draft draft, List<String> units) {
    String unit = draft.oneOf(units);
    switch (draft.between(0, 13)) {
      case 0, 1, 2 -> draft.systemctl("stop", unit);
      case 3, 4, 5 -> draft.systemctl("start", unit);
      case 6, 7 -> draft.systemctl("restart", unit);
      case 8 -> draft.systemctl("try-restart", unit);
      case 9 -> draft.systemctl("reload-or-restart", unit);
      case 10 -> draft.systemctl("kill", "--signal=" + deadly(unit), unit);
      case 11 ->
          draft.systemctl(
              "isolate", draft.oneOf("rescue.target", "multi-user.target", "default.target"));
      case 12 -> draft.systemctl("reset-failed", unit);
      default ->
          draft.systemctl(
              "--job-mode=" + draft.oneOf(MODES), draft.oneOf("start", "stop", "restart"), unit);
    }
  }

  /**
   * A mount keeps its control group, and once that was killed through {@code cgroup.kill}, some
   * kernels kill what is cloned into it later, too: umount(8), for one.
   */
  private static String deadly(String unit) {
    return unit.endsWith(".mount") ? "SIGTERM" : "SIGKILL";
  }

  static void requests(Draft draft) {
    List<String> services = Graphs.services(draft, draft.between(3, 6));
    for (String unit : services) {
      if (!unit.contains("@")) {
        Behaviour.give(draft, unit, 0.05);
        if (unit.endsWith(".service") && draft.maybe(0.3)) {
          draft.unit(unit).set("ExecStop", Behaviour.run("sleep=" + draft.time(2, 4)));
        }
      }
    }
    Graphs.connect(draft, services, 1.3 / services.size());
    draft.bootsInto(services, 0.5);
    int steps = draft.between(2, 5);
    for (int i = 0; i < steps; i++) {
      String verb = draft.oneOf("start", "stop", "restart", "start", "try-restart");
      String mode = "--job-mode=" + draft.oneOf(MODES);
      if (i + 1 < steps && draft.maybe(0.5)) {
        draft.systemctlAndGoOn(draft.oneOf(0, 120, 180), mode, verb, draft.oneOf(services));
      } else {
        draft.systemctl(mode, verb, draft.oneOf(services));
      }
    }
  }

  static void changes(Draft draft) {
    List<String> services =
        new ArrayList<>(List.of("a.service", "b.service", "c.service", "d.service"));
    for (String unit : services) {
      Behaviour.give(draft, unit, 0.08);
    }
    Graphs.connect(draft, services, 0.4);
    draft.bootsInto(services, 0.6);
    String changed = draft.oneOf(services);
    later(draft, changed, services);
    int before = draft.between(0, 1);
    for (int i = 0; i < before; i++) {
      plain(draft, services);
    }
    change(draft, changed);
    if (draft.maybe(0.9)) {
      draft.systemctl("daemon-reload");
    }
    int after = draft.between(1, 3);
    for (int i = 0; i < after; i++) {
      plain(draft, draft.maybe(0.6) ? List.of(changed) : services);
    }
  }

  /** The text that {@code changed} has later on. */
  private static void later(Draft draft, String changed, List<String> services) {
    UnitText text = new UnitText(changed);
    Behaviour.working(draft, text, changed);
    for (String other : services) {
      if (!other.equals(changed) && draft.maybe(0.3)) {
        text.unit(draft.oneOf("Requires", "Wants", "BindsTo", "PartOf", "Conflicts"), other);
        text.unit(draft.oneOf("After", "Before"), other);
      }
    }
    draft.file("later", text.text());
  }

  private static void change(Draft draft, String changed) {
    String path = "/case/units/" + changed;
    switch (draft.between(0, 4)) {
      case 0 -> draft.act("rm", path);
      case 1 -> draft.act("ln", "-sf", "/dev/null", path);
      default -> draft.act("cp", "/case/units/later", path);
    }
  }
}
