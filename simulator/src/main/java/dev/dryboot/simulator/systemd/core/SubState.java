package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.systemd.transaction.ActiveState;
import java.util.Locale;

/** A state that only units of one type have: each type has an enum of them, as in systemd. */
public interface SubState {
  /** {@code STOP_SIGTERM}. */
  String name();

  /** What it is to the outside (the type's state_translation_table). */
  ActiveState active();

  /** SubState, in systemd's word: {@code stop-sigterm}. */
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
