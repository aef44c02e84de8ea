package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.ServiceManager.Request;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.unit.LoadState;
import dev.dryboot.simulator.systemd.unit.UnitType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code systemctl clean}, {@code freeze} and {@code thaw} (systemctl-clean-or-freeze.c). */
final class ResourceVerbs {
  private static final List<String> KINDS =
      List.of("runtime", "state", "cache", "logs", "configuration");
  private static final List<UnitType> CLEANED =
      List.of(UnitType.SERVICE, UnitType.SOCKET, UnitType.MOUNT, UnitType.SWAP, UnitType.TIMER);

  private final ProcessOne processOne;

  ResourceVerbs(ProcessOne processOne) {
    this.processOne = processOne;
  }

  static boolean has(String verb) {
    return List.of("clean", "freeze", "thaw").contains(verb);
  }

  /** The exit code: 0 where it could be done to all of the units. */
  int carryOut(Request request) {
    if (!SystemBus.connect(processOne)) {
      return 1;
    }
    List<String> what = kinds(request.command().option("what"));
    Predicate<RunningUnit> verb =
        request.verb().equals("clean") ? unit -> clean(unit, what) : unit -> freeze(unit, request);
    boolean all = true;
    for (String name : request.units()) {
      Optional<RunningUnit> unit =
          processOne
              .load(Verbs.mangle(name, ".service"))
              .filter(u -> u.unit().loadState() != LoadState.NOT_FOUND);
      all &= unit.isPresent() && verb.test(unit.get());
    }
    return all ? 0 : 1;
  }

  /** {@code --what=}; where it is not given, what can be made anew. */
  private List<String> kinds(Optional<String> words) {
    List<String> known = new ArrayList<>(KINDS);
    List<String> usual = new ArrayList<>(List.of("cache", "runtime"));
    if (processOne.version().cleansStoredDescriptors()) {
      known.add("fdstore");
      usual.add("fdstore");
    }
    List<String> asked =
        words.map(w -> List.of(w.split(",", -1))).orElse(usual).stream()
            .flatMap(w -> w.equals("all") ? known.stream() : java.util.stream.Stream.of(w))
            .toList();
    return known.containsAll(asked) ? asked : List.of();
  }

  /** unit_clean(): a unit that is down and has no job, and has anything of those kinds. */
  private boolean clean(RunningUnit unit, List<String> kinds) {
    boolean down = unit.active() == ActiveState.INACTIVE && unit.job() == null;
    if (!CLEANED.contains(unit.unit().type()) || !unit.unit().isLoaded() || !down) {
      return false;
    }
    Map<String, List<String>> there = unit.machine().cleanable();
    if (kinds.stream().noneMatch(there::containsKey)) {
      return false;
    }
    for (String kind : kinds) {
      there.getOrDefault(kind, List.of()).forEach(processOne.machine().files()::remove);
    }
    return true;
  }

  /** What is frozen runs on here, and its jobs go on where 257 refuses them. */
  private boolean freeze(RunningUnit unit, Request request) {
    UnitType type = unit.unit().type();
    boolean can =
        type == UnitType.SERVICE
            || type == UnitType.SCOPE
            || type == UnitType.SLICE && processOne.version().freezesSlices();
    boolean done = can && unit.active() == ActiveState.ACTIVE;
    if (done && request.verb().equals("freeze")) {
      processOne.publish(
          new Fact.NotModelled(request.asker(), "that " + unit.id() + " is frozen: it runs on"));
    }
    return done;
  }
}
