package dev.dryboot.simulator.systemd;

import dev.dryboot.foreign.config.Glob;
import dev.dryboot.simulator.machine.ServiceManager.Request;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import java.util.ArrayList;
import java.util.List;

/** Patterns in place of units' names (systemctl-util.c: expand_unit_names). */
final class UnitPatterns {
  private UnitPatterns() {}

  /** The same request of the loaded units that its patterns match, which may be none. */
  static Request expanded(Request request, ProcessOne processOne) {
    if (request.units().stream().noneMatch(UnitPatterns::isPattern)) {
      return request;
    }
    List<String> units = new ArrayList<>();
    for (String name : request.units()) {
      if (isPattern(name)) {
        processOne.units().stream()
            .filter(u -> u.isLoaded() && u.names().stream().anyMatch(n -> Glob.matches(name, n)))
            .forEach(u -> units.add(u.id()));
      } else {
        units.add(name);
      }
    }
    return new Request(
        request.verb(),
        units,
        request.jobMode(),
        request.blocking(),
        request.now(),
        request.asker());
  }

  private static boolean isPattern(String name) {
    return name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('[') >= 0;
  }
}
