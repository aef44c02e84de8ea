package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.directive.Rejection;
import dev.dryboot.foreign.directive.SystemdVersion;
import dev.dryboot.foreign.directive.TakenFile;
import dev.dryboot.foreign.directive.UnitChecks;
import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.StrayLine;
import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A unit as its files describe it, its own first and then its drop-ins, and as systemd takes it.
 *
 * @param settings what is taken of all of them; nothing where its own file is refused
 * @param strays lines that are neither sections nor assignments, as far as the files are read
 * @param refusal why the unit is refused, if it is
 */
record WrittenUnit(Settings settings, List<StrayLine> strays, Optional<Refusal> refusal) {
  /** A unit without any file. */
  static final WrittenUnit NONE = new WrittenUnit(Settings.EMPTY, List.of(), Optional.empty());

  WrittenUnit {
    strays = List.copyOf(strays);
  }

  /**
   * Why systemd refuses a unit.
   *
   * @param whole whether the files are read to their end, and what they say together is refused
   */
  record Refusal(LoadState state, String message, Optional<Span> span, boolean whole) {}

  /**
   * Reads it. Of a drop-in counts what stands before the line at which systemd gives it up.
   *
   * @param files as they are written
   */
  static WrittenUnit of(
      List<Fragment> files, UnitName name, SystemdVersion version, UnitFileCache cache) {
    List<StrayLine> strays = new ArrayList<>(0);
    List<Fragment> read = new ArrayList<>(files.size());
    for (Fragment written : files) {
      strays.addAll(written.file().strays());
      TakenFile taken = cache.taken(written.file(), name, version);
      Optional<Refusal> refusal =
          written.dropIn() ? Optional.empty() : refusal(written.file(), taken);
      if (refusal.isPresent()) {
        return new WrittenUnit(Settings.EMPTY, strays, refusal);
      }
      read.add(new Fragment(written.path(), taken.file(), written.dropIn()));
    }
    Settings settings = cache.settings(read);
    return new WrittenUnit(
        settings,
        strays,
        read.getFirst().dropIn() ? Optional.empty() : refusal(settings, name, version));
  }

  /** Whether systemd goes on behind the unit's own file: it refuses the unit for some lines. */
  private static Optional<Refusal> refusal(UnitFile written, TakenFile taken) {
    if (taken.refusal().isPresent()) {
      Directive directive = taken.refusal().get().directive();
      Rejection rejection = taken.refusal().get().rejection();
      return Optional.of(
          new Refusal(
              LoadState.BAD_SETTING,
              directive.name() + "=: " + rejection.message(),
              Optional.of(directive.span(rejection.from(), rejection.to())),
              false));
    }
    return written
        .refusal()
        .map(
            stray ->
                new Refusal(
                    LoadState.ERROR, "its file cannot be read", Optional.of(stray.span()), false));
  }

  private static Optional<Refusal> refusal(
      Settings settings, UnitName name, SystemdVersion version) {
    return UnitChecks.check(settings, name.text(), name.type().fileKind(), version).stream()
        .findFirst()
        .map(d -> new Refusal(LoadState.BAD_SETTING, d.message(), d.span(), true));
  }
}
