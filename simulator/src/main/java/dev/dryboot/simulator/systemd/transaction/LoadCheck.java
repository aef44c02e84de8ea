package dev.dryboot.simulator.systemd.transaction;

import dev.dryboot.simulator.systemd.unit.Unit;
import org.jspecify.annotations.Nullable;

/** Whether a unit is loaded well enough to be started (bus_unit_validate_load_state). */
public final class LoadCheck {
  private LoadCheck() {}

  /** Why a unit cannot be started, or null. */
  public static @Nullable Refusal of(Unit unit) {
    return switch (unit.loadState()) {
      case LOADED -> null;
      case NOT_FOUND, STUB, MERGED ->
          new Refusal(Refusal.Error.NO_SUCH_UNIT, "Unit " + unit.id() + " not found.");
      case BAD_SETTING ->
          new Refusal(
              Refusal.Error.BAD_UNIT_SETTING,
              "Unit " + unit.id() + " has a bad unit file setting: " + unit.loadError() + ".");
      case ERROR ->
          new Refusal(
              Refusal.Error.LOAD_FAILED,
              "Unit " + unit.id() + " failed to load: " + unit.loadError() + ".");
      case MASKED -> new Refusal(Refusal.Error.UNIT_MASKED, "Unit " + unit.id() + " is masked.");
    };
  }
}
