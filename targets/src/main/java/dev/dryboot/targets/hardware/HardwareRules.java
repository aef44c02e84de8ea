package dev.dryboot.targets.hardware;

import dev.dryboot.source.Rule;
import java.util.List;

/** The rules about the hardware that documents presuppose. */
public final class HardwareRules {
  public static final Rule ASSUMED_DEVICE = new Rule("SM002", "assumed-device");

  /** All of them, by code. */
  public static final List<Rule> ALL = List.of(ASSUMED_DEVICE);

  private HardwareRules() {}
}
