package dev.dryboot.simulator.systemd;

import dev.dryboot.foreign.config.Glob;
import dev.dryboot.simulator.machine.ServiceManager.Request;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import java.util.ArrayList;
import java.util.List;

/** Patterns in place of units' names (systemctl-util.c: expand_unit_names). */
final class UnitPatterns {
  /** Verbs whose operands are names of units, which patterns can stand for. */
  private static final List<String> TAKEN =
      List.of(
          "is-active",
          "is-failed",
          "status",
          "show",
          "cat",
          "kill",
          "reset-failed",
          "clean",
          "freeze",
          "thaw");

  private UnitPatterns() {}

  /** The same request of the units that its patterns match, which may be none. */
  static Request expanded(Request request, ProcessOne processOne) {
    boolean taken = TAKEN.contains(request.verb()) || JobVerbs.type(request.verb()).isPresent();
    if (!taken || request.units().stream().noneMatch(UnitPatterns::isPattern)) {
      return request;
    }
    List<String> units = new ArrayList<>();
    for (String name : request.units()) {
      if (isPattern(name)) {
        processOne.units().stream()
            .filter(u -> UnitListing.isShown(processOne.running(u), request.command()))
            .filter(u -> u.names().stream().anyMatch(n -> Glob.matches(name, n)))
            .forEach(u -> units.add(u.id()));
      } else {
        units.add(name);
      }
    }
    return request.withUnits(units);
  }

  private static boolean isPattern(String name) {
    return name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('[') >= 0;
  }
}
