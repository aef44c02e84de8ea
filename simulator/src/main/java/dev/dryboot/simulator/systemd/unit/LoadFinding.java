package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.source.Span;
import java.util.Optional;

/**
 * Something that was noticed while a unit was loaded, for rules to report.
 *
 * @param unit the unit
 * @param kind what it is
 * @param detail the directive, name or value it is about
 * @param message in words, without the unit's name
 * @param span where it is written
 */
public record LoadFinding(
    String unit, Kind kind, String detail, String message, Optional<Span> span) {

  /** Kinds of findings. */
  public enum Kind {
    /** A line that systemd ignores, or that makes it refuse the file. */
    STRAY_LINE,
    /** A name that is no unit's name where a unit is named. */
    NOT_A_UNIT_NAME,
    /** A combination of settings that makes systemd refuse the unit ({@code bad-setting}). */
    REFUSED,
    /** A value that systemd ignores. */
    IGNORED_VALUE
  }
}
