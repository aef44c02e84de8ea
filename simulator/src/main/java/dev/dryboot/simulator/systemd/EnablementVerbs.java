package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.machine.ServiceManager.Request;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.unit.Enablement;
import dev.dryboot.simulator.systemd.unit.UnitPath;
import java.util.List;
import java.util.Optional;

/** What {@code systemctl} can ask for that changes links of units, and what it exits with. */
final class EnablementVerbs {
  private static final List<String> ENABLED =
      List.of(
          "enabled", "enabled-runtime", "static", "indirect", "alias", "generated", "transient");

  private static final List<String> ALL =
      List.of(
          "enable",
          "disable",
          "reenable",
          "link",
          "add-wants",
          "add-requires",
          "mask",
          "unmask",
          "revert",
          "preset",
          "preset-all",
          "set-default");

  private final ProcessOne processOne;

  EnablementVerbs(ProcessOne processOne) {
    this.processOne = processOne;
  }

  static boolean has(String verb) {
    return ALL.contains(verb);
  }

  /** Carries out the verb; the exit code. */
  int carryOut(Request request) {
    String verb = request.verb();
    Enablement enablement = enablement(request.command().has("runtime"));
    String suffix = verb.equals("set-default") ? ".target" : ".service";
    List<String> units =
        request.units().stream().map(u -> u.startsWith("/") ? u : Verbs.mangle(u, suffix)).toList();
    return switch (verb) {
      case "enable" -> enablement.enable(units);
      case "disable" -> enablement.disable(units);
      case "reenable" -> enablement.reenable(units);
      case "link" -> enablement.link(units);
      case "add-wants" -> add(enablement, ".wants", units);
      case "add-requires" -> add(enablement, ".requires", units);
      case "mask" -> enablement.mask(units);
      case "unmask" -> enablement.unmask(units);
      case "revert" -> enablement.revert(units);
      case "preset" -> enablement.preset(units);
      case "preset-all" -> enablement.presetAll();
      case "set-default" -> enablement.setDefault(units);
      case "is-enabled" -> isEnabled(enablement, units);
      default -> 1;
    };
  }

  private static int add(Enablement enablement, String suffix, List<String> units) {
    return units.size() < 2
        ? 1
        : enablement.addDependency(suffix, units.getFirst(), units.subList(1, units.size()));
  }

  /** 0 where one of them is enabled; units that are not there have a code of their own in 257. */
  private int isEnabled(Enablement enablement, List<String> units) {
    List<Optional<String>> states = units.stream().map(enablement::state).toList();
    boolean strict = !processOne.version().saysThatUnitsAreNotThere();
    boolean missing = states.stream().anyMatch(Optional::isEmpty);
    if (strict && missing) {
      return 1;
    }
    if (states.stream().anyMatch(s -> ENABLED.contains(s.orElse("")))) {
      return 0;
    }
    return states.stream().allMatch(Optional::isEmpty) ? 4 : 1;
  }

  Optional<String> state(String unit) {
    return enablement(false).state(unit);
  }

  /** What is enabled, as the files are now. */
  private Enablement enablement(boolean runtime) {
    VirtualFileSystem files = processOne.machine().files();
    UnitPath path = new UnitPath(files, processOne.graph().path().directories());
    return new Enablement(files, path, processOne.graph().cache(), processOne.version(), runtime);
  }
}
