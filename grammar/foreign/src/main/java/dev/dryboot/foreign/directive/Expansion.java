package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.unitname.SpecifierContext;
import dev.dryboot.foreign.unitname.Specifiers;
import dev.dryboot.foreign.unitname.UnitName;
import dev.dryboot.foreign.value.Reading;
import java.util.Optional;

/**
 * What the specifiers of a unit file stand for, as far as that is known before the unit is loaded
 * on a machine.
 *
 * @param unit the unit's name; empty where the file serves several, as a drop-in may
 * @param version the systemd that reads it
 */
record Expansion(Optional<UnitName> unit, SystemdVersion version) {
  /** The letters that stand for parts of the unit's name. */
  private static final String OF_NAME = "nNpPiIjJf";

  private static final UnitName SAMPLE = UnitName.read("unit@instance.service").get();

  /** {@code check} of what a text becomes; what only the machine can tell is taken as fine. */
  TextCheck expanding(TextCheck check) {
    return text -> {
      if (text.indexOf('%') < 0) {
        return check.wrong(text);
      }
      Reading<String> expanded = read(text);
      if (expanded instanceof Reading.Fault<String>(int from, int to, String message)) {
        return Optional.of(message);
      }
      return isOpen(text) ? Optional.empty() : check.wrong(expanded.get());
    };
  }

  /** Of the text as it stands, where nothing is known against what it becomes. */
  TextCheck expanding() {
    return expanding(text -> Optional.empty());
  }

  /** What {@code text} becomes, samples standing for what only the machine can tell. */
  Reading<String> read(String text) {
    return Specifiers.expand(text, unit.orElse(SAMPLE), this::value, this::knows);
  }

  /** The same; {@code text} itself where it holds a specifier that stands for nothing. */
  String sample(String text) {
    return read(text).value().orElse(text);
  }

  private boolean knows(char letter) {
    return letter != 'D' || version.has(Specifiers.DATA_DIRECTORY_SINCE);
  }

  private Optional<String> value(char letter) {
    Optional<String> fixed = SpecifierContext.system().value(letter);
    return fixed.isPresent() ? fixed : Optional.of("x");
  }

  /** Whether {@code text} holds a specifier whose value is not known here. */
  private boolean isOpen(String text) {
    for (int i = text.indexOf('%'); i >= 0 && i + 1 < text.length(); i = text.indexOf('%', i + 2)) {
      char letter = text.charAt(i + 1);
      boolean named = OF_NAME.indexOf(letter) >= 0;
      boolean known = named && unit.isPresent() && !unit.get().isTemplate();
      boolean fixed = letter == '%' || SpecifierContext.system().value(letter).isPresent();
      if (!known && !fixed) {
        return true;
      }
    }
    return false;
  }
}
