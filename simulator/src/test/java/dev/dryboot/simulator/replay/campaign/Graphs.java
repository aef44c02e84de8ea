package dev.dryboot.simulator.replay.campaign;

import java.util.ArrayList;
import java.util.List;

/** Cases about graphs of dependencies. */
final class Graphs {
  private static final List<String> DEPENDENCIES =
      List.of(
          "Requires",
          "Requires",
          "Requires",
          "Wants",
          "Wants",
          "Wants",
          "BindsTo",
          "BindsTo",
          "Requisite",
          "PartOf",
          "PartOf",
          "Upholds",
          "PropagatesStopTo",
          "StopPropagatedFrom",
          "OnFailure",
          "OnSuccess",
          "Conflicts",
          "PropagatesReloadTo",
          "JoinsNamespaceOf");

  private Graphs() {}

  static void deep(Draft draft) {
    List<String> services = services(draft, draft.between(4, 11));
    for (String unit : services) {
      if (!unit.contains("@")) {
        Behaviour.give(draft, unit, 0.12);
      }
      extras(draft, unit);
    }
    connect(draft, services, 2.0 / services.size());
    names(draft, services);
    draft.bootsInto(services, 0.5);
    int actions = draft.between(0, 3);
    for (int i = 0; i < actions; i++) {
      Requests.plain(draft, services);
    }
  }

  /** Some plain services, sometimes instances of a template, sometimes a target in between. */
  static List<String> services(Draft draft, int number) {
    List<String> services = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      services.add((char) ('a' + i) + ".service");
    }
    if (draft.maybe(0.3)) {
      draft
          .unit("t@.service")
          .set("ExecStart", Behaviour.run("run=inf"))
          .unit("Description", "instance %i");
      services.add("t@1.service");
      services.add("t@2.service");
    }
    if (draft.maybe(0.4)) {
      services.add("mid.target");
    }
    return services;
  }

  static void connect(Draft draft, List<String> units, double density) {
    for (int i = 0; i < units.size(); i++) {
      for (int k = i + 1; k < units.size(); k++) {
        if (draft.maybe(density)) {
          depend(draft, units.get(i), draft.oneOf(DEPENDENCIES), units.get(k));
        }
      }
    }
  }

  private static void depend(Draft draft, String from, String how, String to) {
    if (from.contains("@")) {
      String other = to.contains("@") ? "a.service" : to;
      draft.unit("t@.service").unit(how, other);
      return;
    }
    boolean dropIn = draft.maybe(0.15);
    StringBuilder lines = new StringBuilder(how + "=" + to + "\n");
    String order = draft.oneOf("After", "After", "After", "After", "", "", "Before");
    if (!order.isEmpty()) {
      lines.append(order).append('=').append(to).append('\n');
    }
    if (dropIn) {
      String path = from + ".d/" + draft.between(10, 12) + "-more.conf";
      draft.file(path, "[Unit]\n" + lines);
    } else {
      for (String line : lines.toString().strip().split("\n", -1)) {
        int equals = line.indexOf('=');
        draft.unit(from).unit(line.substring(0, equals), line.substring(equals + 1));
      }
    }
  }

  private static void extras(Draft draft, String name) {
    UnitText unit = draft.unit(name.contains("@") ? "t@.service" : name);
    if (draft.maybe(0.08)) {
      unit.unit("StopWhenUnneeded", "yes");
    }
    if (draft.maybe(0.05)) {
      unit.unit("RefuseManualStart", "yes");
    }
    if (draft.maybe(0.05)) {
      unit.unit("IgnoreOnIsolate", "yes");
    }
    if (draft.maybe(0.05)) {
      unit.unit("DefaultDependencies", "no");
    }
    if (draft.maybe(0.06)) {
      unit.unit("OnFailureJobMode", draft.oneOf("fail", "replace", "ignore-dependencies"));
    }
    if (draft.maybe(0.05)) {
      unit.unit("JobTimeoutSec", draft.span(draft.oneOf(700, 1300)) + "ms");
    }
    if (draft.maybe(0.04)) {
      unit.unit("JobRunningTimeoutSec", draft.span(900) + "ms");
    }
    if (draft.maybe(0.05)) {
      unit.unit("ConditionPathExists", draft.oneOf("/etc/passwd", "/nope", "!/nope"));
    }
  }

  /** Aliases, masks, links in .wants/ and .requires/, units that are not there. */
  private static void names(Draft draft, List<String> units) {
    String some = draft.oneOf(units.stream().filter(u -> !u.contains("@")).toList());
    if (draft.maybe(0.15)) {
      draft.file("alias.service", "-> " + (some.endsWith(".service") ? some : "a.service"));
      draft.unit("default.target").unit("Wants", "alias.service");
    }
    if (draft.maybe(0.12)) {
      draft.file("masked.service", "-> /dev/null");
      draft.unit(some).unit(draft.oneOf("Wants", "Requires"), "masked.service");
    }
    if (draft.maybe(0.12)) {
      draft.unit(some).unit(draft.oneOf("Wants", "Requires", "After"), "absent.service");
    }
    if (draft.maybe(0.2)) {
      String kind = draft.oneOf("wants", "requires");
      draft.file("default.target." + kind + "/" + some, "-> ../" + some);
    }
    if (draft.maybe(0.15)) {
      draft.file("service.d/10-all.conf", "[Unit]\nWants=b.service\n");
    }
  }

  static void targets(Draft draft) {
    List<String> services = services(draft, draft.between(3, 7));
    services.removeIf(u -> u.endsWith(".target"));
    List<String> targets = List.of("one.target", "two.target", "three.target");
    for (String unit : services) {
      if (!unit.contains("@")) {
        Behaviour.give(draft, unit, 0.05);
      }
      extras(draft, unit);
    }
    connect(draft, services, 1.0 / services.size());
    for (String target : targets) {
      draft.unit(target).unit("AllowIsolate", draft.maybe(0.9) ? "yes" : "no");
      draft.unit(target).unit("Requires", "basic.target").unit("After", "basic.target");
      for (String unit : services) {
        if (draft.maybe(0.4)) {
          draft.unit(target).unit(draft.oneOf("Wants", "Wants", "Requires", "BindsTo"), unit);
        }
      }
      if (draft.maybe(0.3)) {
        draft
            .unit(target)
            .unit(draft.oneOf("Wants", "Requires", "Conflicts"), draft.oneOf(targets));
      }
    }
    draft.bootsInto(List.of(draft.oneOf(targets)), 1);
    int actions = draft.between(1, 4);
    for (int i = 0; i < actions; i++) {
      if (draft.maybe(0.7)) {
        draft.systemctl("isolate", draft.oneOf(targets));
      } else {
        Requests.plain(draft, services);
      }
    }
  }
}
