package dev.dryboot.simulator.systemd;

import dev.dryboot.foreign.config.Glob;
import dev.dryboot.foreign.shell.SystemctlCommand;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.unit.Dependency;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** What {@code systemctl list-…} prints, without headings. */
final class UnitListing {
  private final ProcessOne processOne;
  private final Function<String, Optional<String>> fileState;

  UnitListing(ProcessOne processOne, Function<String, Optional<String>> fileState) {
    this.processOne = processOne;
    this.fileState = fileState;
  }

  List<String> units(SystemctlCommand command) {
    List<String> lines = new ArrayList<>();
    for (Unit unit : processOne.units()) {
      RunningUnit running = processOne.running(unit);
      if (isShown(running, command) && isMeant(unit.id(), command)) {
        lines.add(
            "%s %s %s %s"
                .formatted(
                    unit.id(),
                    unit.loadState().word(),
                    running.active().word(),
                    running.machine().sub()));
      }
    }
    return lines.stream().sorted().toList();
  }

  /** Those of which there is a file: among the units that are known, and those that are named. */
  List<String> files(SystemctlCommand command) {
    TreeSet<String> names = new TreeSet<>();
    processOne.units().forEach(u -> names.addAll(u.names()));
    names.addAll(command.operands());
    List<String> lines = new ArrayList<>();
    for (String name : names) {
      if (isMeant(name, command)) {
        fileState.apply(name).ifPresent(state -> lines.add(name + " " + state));
      }
    }
    return lines;
  }

  List<String> jobs() {
    return processOne.jobs().installed().stream()
        .map(
            job ->
                "%d %s %s %s"
                    .formatted(
                        job.id(),
                        job.unit().id(),
                        job.type().word(),
                        job.running() ? "running" : "waiting"))
        .toList();
  }

  /** A unit and what it needs, all the way down. */
  List<String> dependencies(String name) {
    TreeSet<String> seen = new TreeSet<>();
    processOne.load(name).ifPresent(u -> follow(u.unit(), seen));
    return List.copyOf(seen);
  }

  private static void follow(Unit unit, TreeSet<String> seen) {
    if (seen.add(unit.id())) {
      for (Dependency kind :
          List.of(
              Dependency.REQUIRES, Dependency.REQUISITE, Dependency.WANTS, Dependency.BINDS_TO)) {
        unit.of(kind).forEach(other -> follow(other, seen));
      }
    }
  }

  /**
   * output_show_unit(): what is down and has no job is passed over, where nothing else is asked.
   */
  static boolean isShown(RunningUnit unit, SystemctlCommand command) {
    String asked = command.has("failed") ? "failed" : command.option("state").orElse("");
    if (asked.isEmpty()) {
      return command.has("all") || unit.active() != ActiveState.INACTIVE || unit.job() != null;
    }
    List<String> states = List.of(asked.split(",", -1));
    return states.contains(unit.active().word())
        || states.contains(unit.machine().sub())
        || states.contains(unit.unit().loadState().word());
  }

  private static boolean isMeant(String name, SystemctlCommand command) {
    String type = command.option("type").orElse("");
    boolean ofType =
        type.isEmpty() || List.of(type.split(",", -1)).contains(name.replaceFirst("^.*\\.", ""));
    return ofType
        && (command.operands().isEmpty()
            || command.operands().stream()
                .anyMatch(p -> Glob.matches(p, name) || Verbs.mangle(p, ".service").equals(name)));
  }
}
