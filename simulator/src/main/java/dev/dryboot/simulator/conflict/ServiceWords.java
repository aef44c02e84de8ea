package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.UnitRecord;

/** What a service's settings say, in the words of the rules. */
final class ServiceWords {
  private ServiceWords() {}

  /** {@code Type=}, or what systemd takes where there is none (systemd.service(5), Type=). */
  static String type(UnitRecord unit) {
    return unit.last("Service", "Type")
        .map(UnitRecord.Setting::value)
        .filter(v -> !v.isEmpty())
        .orElseGet(
            () ->
                unit.last("Service", "BusName").isPresent()
                    ? "dbus"
                    : hasMainProcess(unit) ? "simple" : "oneshot");
  }

  static boolean isOneshot(UnitRecord unit) {
    return type(unit).equals("oneshot");
  }

  /** {@code Restart=}, {@code no} where there is none. */
  static String restart(UnitRecord unit) {
    return unit.last("Service", "Restart")
        .map(UnitRecord.Setting::value)
        .filter(v -> !v.isEmpty())
        .orElse("no");
  }

  /** Whether a command stops or removes a container. */
  static boolean stopsContainer(UnitRecord.Command command) {
    return EngineCall.of(command).stream().anyMatch(EngineCall::stops);
  }

  /** Whether a command removes a container by name. */
  static boolean removesContainer(UnitRecord.Command command) {
    return EngineCall.of(command).stream().anyMatch(EngineCall::removes);
  }

  private static boolean hasMainProcess(UnitRecord unit) {
    return unit.commands().stream().anyMatch(c -> c.role().equals("ExecStart"));
  }
}
