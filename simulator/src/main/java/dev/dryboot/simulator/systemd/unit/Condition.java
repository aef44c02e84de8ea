package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.unitfile.Directive;

/**
 * A condition or assertion of a unit.
 *
 * @param kind its name without {@code Condition} or {@code Assert}: {@code PathExists}
 * @param trigger whether it is one of several of which one has to hold ({@code |})
 * @param negate whether it is to fail ({@code !})
 * @param parameter what it is about, specifiers expanded
 * @param written where it is written
 */
public record Condition(
    String kind, boolean trigger, boolean negate, String parameter, Directive written) {

  /** As systemd names it in messages: {@code ConditionPathExists=!/run/x}. */
  public String text() {
    return written.name() + "=" + (trigger ? "|" : "") + (negate ? "!" : "") + parameter;
  }
}
