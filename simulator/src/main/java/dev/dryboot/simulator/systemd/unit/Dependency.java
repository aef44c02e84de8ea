package dev.dryboot.simulator.systemd.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a unit can be to another, each with its reverse and with the atoms of behaviour it stands
 * for (systemd 257, unit-dependency-atom.c: atom_map).
 */
public enum Dependency {
  REQUIRES(
      Atom.PULL_IN_START,
      Atom.RETROACTIVE_START_REPLACE,
      Atom.STOP_WHEN_UNNEEDED_QUEUE,
      Atom.DEFAULT_TARGET_DEPENDENCY_QUEUE),
  REQUISITE(
      Atom.PULL_IN_VERIFY, Atom.STOP_WHEN_UNNEEDED_QUEUE, Atom.DEFAULT_TARGET_DEPENDENCY_QUEUE),
  WANTS(
      Atom.PULL_IN_START_IGNORED,
      Atom.RETROACTIVE_START_FAIL,
      Atom.STOP_WHEN_UNNEEDED_QUEUE,
      Atom.DEFAULT_TARGET_DEPENDENCY_QUEUE),
  BINDS_TO(
      Atom.PULL_IN_START,
      Atom.RETROACTIVE_START_REPLACE,
      Atom.CANNOT_BE_ACTIVE_WITHOUT,
      Atom.STOP_WHEN_UNNEEDED_QUEUE,
      Atom.DEFAULT_TARGET_DEPENDENCY_QUEUE),
  UPHOLDS(
      Atom.PULL_IN_START_IGNORED,
      Atom.RETROACTIVE_START_REPLACE,
      Atom.START_WHEN_UPHELD_QUEUE,
      Atom.STOP_WHEN_UNNEEDED_QUEUE,
      Atom.DEFAULT_TARGET_DEPENDENCY_QUEUE),
  PART_OF(Atom.DEFAULT_TARGET_DEPENDENCY_QUEUE),
  REQUIRED_BY(
      Atom.PROPAGATE_STOP,
      Atom.PROPAGATE_START_FAILURE,
      Atom.PINS_STOP_WHEN_UNNEEDED,
      Atom.DEFAULT_TARGET_DEPENDENCIES),
  REQUISITE_OF(
      Atom.PROPAGATE_STOP,
      Atom.PROPAGATE_START_FAILURE,
      Atom.PROPAGATE_INACTIVE_START_AS_FAILURE,
      Atom.PINS_STOP_WHEN_UNNEEDED,
      Atom.DEFAULT_TARGET_DEPENDENCIES),
  WANTED_BY(Atom.DEFAULT_TARGET_DEPENDENCIES, Atom.PINS_STOP_WHEN_UNNEEDED),
  BOUND_BY(
      Atom.RETROACTIVE_STOP_ON_STOP,
      Atom.PROPAGATE_STOP,
      Atom.PROPAGATE_START_FAILURE,
      Atom.PINS_STOP_WHEN_UNNEEDED,
      Atom.CANNOT_BE_ACTIVE_WITHOUT_QUEUE,
      Atom.DEFAULT_TARGET_DEPENDENCIES),
  UPHELD_BY(Atom.START_STEADILY, Atom.DEFAULT_TARGET_DEPENDENCIES, Atom.PINS_STOP_WHEN_UNNEEDED),
  CONSISTS_OF(Atom.PROPAGATE_STOP),
  CONFLICTS(Atom.PULL_IN_STOP, Atom.RETROACTIVE_STOP_ON_START),
  CONFLICTED_BY(
      Atom.PULL_IN_STOP_IGNORED, Atom.RETROACTIVE_STOP_ON_START, Atom.PROPAGATE_STOP_FAILURE),
  BEFORE(Atom.BEFORE),
  AFTER(Atom.AFTER),
  ON_SUCCESS(Atom.ON_SUCCESS),
  ON_SUCCESS_OF,
  ON_FAILURE(Atom.ON_FAILURE),
  ON_FAILURE_OF,
  TRIGGERS(Atom.TRIGGERS),
  TRIGGERED_BY(Atom.TRIGGERED_BY),
  PROPAGATES_RELOAD_TO(Atom.PROPAGATES_RELOAD_TO),
  RELOAD_PROPAGATED_FROM,
  PROPAGATES_STOP_TO(Atom.RETROACTIVE_STOP_ON_STOP, Atom.PROPAGATE_STOP_GRACEFUL),
  STOP_PROPAGATED_FROM,
  JOINS_NAMESPACE_OF,
  IN_SLICE,
  SLICE_OF;

  /** One facet of what a dependency does (systemd's UnitDependencyAtom). */
  public enum Atom {
    PULL_IN_START,
    PULL_IN_START_IGNORED,
    PULL_IN_VERIFY,
    PULL_IN_STOP,
    PULL_IN_STOP_IGNORED,
    PROPAGATE_STOP,
    PROPAGATE_STOP_GRACEFUL,
    PROPAGATE_START_FAILURE,
    PROPAGATE_STOP_FAILURE,
    PROPAGATE_INACTIVE_START_AS_FAILURE,
    RETROACTIVE_START_REPLACE,
    RETROACTIVE_START_FAIL,
    RETROACTIVE_STOP_ON_START,
    RETROACTIVE_STOP_ON_STOP,
    STOP_WHEN_UNNEEDED_QUEUE,
    PINS_STOP_WHEN_UNNEEDED,
    START_WHEN_UPHELD_QUEUE,
    START_STEADILY,
    CANNOT_BE_ACTIVE_WITHOUT,
    CANNOT_BE_ACTIVE_WITHOUT_QUEUE,
    DEFAULT_TARGET_DEPENDENCY_QUEUE,
    DEFAULT_TARGET_DEPENDENCIES,
    BEFORE,
    AFTER,
    ON_SUCCESS,
    ON_FAILURE,
    TRIGGERS,
    TRIGGERED_BY,
    PROPAGATES_RELOAD_TO;

    /** The dependencies that have this atom. */
    Dependency[] dependencies() {
      return BY_ATOM[ordinal()];
    }
  }

  private static final Dependency[][] BY_ATOM = new Dependency[Atom.values().length][];

  static {
    for (Atom atom : Atom.values()) {
      BY_ATOM[atom.ordinal()] =
          java.util.Arrays.stream(values())
              .filter(d -> List.of(d.atoms).contains(atom))
              .toArray(Dependency[]::new);
    }
  }

  private final Atom[] atoms;
  private final String word;

  Dependency(Atom... atoms) {
    this.atoms = atoms;
    var spelt = new StringBuilder();
    for (String part : name().split("_", -1)) {
      spelt.append(part.charAt(0)).append(part.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    this.word = spelt.toString();
  }

  /** As unit files and {@code systemctl show} spell it: {@code BindsTo}. */
  public String word() {
    return word;
  }

  /** The atoms that it stands for. Do not write into it. */
  Atom[] atoms() {
    return atoms;
  }

  /** What the other unit is to this one (unit.c: inverse_table). */
  public Dependency inverse() {
    return switch (this) {
      case REQUIRES -> REQUIRED_BY;
      case REQUIRED_BY -> REQUIRES;
      case REQUISITE -> REQUISITE_OF;
      case REQUISITE_OF -> REQUISITE;
      case WANTS -> WANTED_BY;
      case WANTED_BY -> WANTS;
      case BINDS_TO -> BOUND_BY;
      case BOUND_BY -> BINDS_TO;
      case UPHOLDS -> UPHELD_BY;
      case UPHELD_BY -> UPHOLDS;
      case PART_OF -> CONSISTS_OF;
      case CONSISTS_OF -> PART_OF;
      case CONFLICTS -> CONFLICTED_BY;
      case CONFLICTED_BY -> CONFLICTS;
      case BEFORE -> AFTER;
      case AFTER -> BEFORE;
      case ON_SUCCESS -> ON_SUCCESS_OF;
      case ON_SUCCESS_OF -> ON_SUCCESS;
      case ON_FAILURE -> ON_FAILURE_OF;
      case ON_FAILURE_OF -> ON_FAILURE;
      case TRIGGERS -> TRIGGERED_BY;
      case TRIGGERED_BY -> TRIGGERS;
      case PROPAGATES_RELOAD_TO -> RELOAD_PROPAGATED_FROM;
      case RELOAD_PROPAGATED_FROM -> PROPAGATES_RELOAD_TO;
      case PROPAGATES_STOP_TO -> STOP_PROPAGATED_FROM;
      case STOP_PROPAGATED_FROM -> PROPAGATES_STOP_TO;
      case JOINS_NAMESPACE_OF -> JOINS_NAMESPACE_OF;
      case IN_SLICE -> SLICE_OF;
      case SLICE_OF -> IN_SLICE;
    };
  }

  /** The dependency that a directive of section [Unit] names, if it names one. */
  public static @Nullable Dependency ofDirective(String name) {
    return switch (name) {
      case "Requires" -> REQUIRES;
      case "Requisite" -> REQUISITE;
      case "Wants" -> WANTS;
      case "BindsTo", "BindTo" -> BINDS_TO;
      case "Upholds" -> UPHOLDS;
      case "PartOf" -> PART_OF;
      case "Conflicts" -> CONFLICTS;
      case "Before" -> BEFORE;
      case "After" -> AFTER;
      case "OnSuccess" -> ON_SUCCESS;
      case "OnFailure" -> ON_FAILURE;
      case "PropagatesReloadTo", "PropagateReloadTo" -> PROPAGATES_RELOAD_TO;
      case "ReloadPropagatedFrom", "PropagateReloadFrom" -> RELOAD_PROPAGATED_FROM;
      case "PropagatesStopTo" -> PROPAGATES_STOP_TO;
      case "StopPropagatedFrom" -> STOP_PROPAGATED_FROM;
      case "JoinsNamespaceOf" -> JOINS_NAMESPACE_OF;
      default -> null;
    };
  }
}
