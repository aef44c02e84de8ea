package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.systemd.core.Job;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.unit.Fragment;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.simulator.systemd.unit.UnitType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The properties of units that {@code systemctl show} knows here, in the order it prints them. */
final class UnitProperties {
  private static final List<String> OF_SERVICES =
      List.of("Type", "Restart", "MainPID", "Result", "NRestarts", "ExecMainStatus");
  private static final List<String> OF_ALL =
      List.of(
          "Id",
          "Names",
          "Description",
          "LoadState",
          "ActiveState",
          "SubState",
          "FragmentPath",
          "DropInPaths",
          "UnitFileState",
          "CanStart",
          "CanStop",
          "CanReload",
          "Job",
          "ConditionResult",
          "NeedDaemonReload");

  private final Function<String, Optional<String>> fileState;

  /**
   * @param fileState as {@code is-enabled} says it
   */
  UnitProperties(Function<String, Optional<String>> fileState) {
    this.fileState = fileState;
  }

  static boolean knows(String name) {
    return OF_SERVICES.contains(name) || OF_ALL.contains(name);
  }

  /** {@code Name=value}, or the value alone, of those that are asked for, or of all. */
  List<String> lines(RunningUnit unit, List<String> asked, boolean valueOnly) {
    List<String> lines = new ArrayList<>();
    boolean hasResult = !unit.machine().result().equals("-");
    for (List<String> group : List.of(OF_SERVICES, OF_ALL)) {
      for (String name : group) {
        boolean there =
            !OF_SERVICES.contains(name)
                || unit.unit().type() == UnitType.SERVICE
                || name.equals("Result") && hasResult;
        if (there && (asked.isEmpty() || asked.contains(name))) {
          lines.add(valueOnly ? value(unit, name) : name + "=" + value(unit, name));
        }
      }
    }
    return lines;
  }

  private String value(RunningUnit running, String name) {
    Unit unit = running.unit();
    return switch (name) {
      case "Type" -> unit.settings().text("Service", "Type", "simple");
      case "Restart" -> unit.settings().text("Service", "Restart", "no");
      case "MainPID" -> String.valueOf(running.machine().mainPid());
      case "Result" -> running.machine().result();
      case "NRestarts" -> String.valueOf(Math.max(0, running.machine().restarts()));
      case "ExecMainStatus" -> String.valueOf(running.machine().exitStatus().orElse(0));
      case "Id" -> unit.id();
      case "Names" -> String.join(" ", unit.names());
      case "Description" -> unit.settings().text("Unit", "Description", unit.id());
      case "LoadState" -> unit.loadState().word();
      case "ActiveState" -> running.active().word();
      case "SubState" -> running.machine().sub();
      case "FragmentPath" -> paths(unit, false);
      case "DropInPaths" -> paths(unit, true);
      case "UnitFileState" -> fileState.apply(unit.id()).orElse("");
      case "CanStart" -> yes(unit.isLoaded() && !unit.traits().refuseManualStart());
      case "CanStop" -> yes(unit.isLoaded() && !unit.traits().refuseManualStop());
      case "CanReload" -> yes(running.machine().canReload());
      case "Job" -> Optional.ofNullable(running.job()).map(Job::id).map(String::valueOf).orElse("");
      case "ConditionResult" -> yes(running.conditionsMet() && running.inactiveExit() >= 0);
      default -> yes(false);
    };
  }

  private static String paths(Unit unit, boolean dropIns) {
    return String.join(
        " ",
        unit.settings().fragments().stream()
            .filter(f -> f.dropIn() == dropIns)
            .map(Fragment::path)
            .toList());
  }

  private static String yes(boolean holds) {
    return holds ? "yes" : "no";
  }

  /** The manager's own, where no unit is named. */
  static Optional<String> ofManager(String name, String state, ProcessOne processOne) {
    return switch (name) {
      case "SystemState" -> Optional.of(state);
      case "Version" -> Optional.of(String.valueOf(processOne.version().release().number()));
      case "NJobs" -> Optional.of(String.valueOf(processOne.jobs().installed().size()));
      default -> Optional.empty();
    };
  }
}
