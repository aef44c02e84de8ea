package dev.dryboot.foreign.unitname;

import dev.dryboot.foreign.value.Reading;
import java.util.Optional;

/** Expands the percent specifiers of unit files (systemd.unit(5), "Specifiers"). */
public final class Specifiers {
  /** Every letter that systemd 257 knows. */
  public static final String KNOWN = "aAbBCdDEfgGhHiIjJlLmMnNopPqsStTuUvVwWyY%";

  private Specifiers() {}

  /**
   * Expands {@code text} for the unit {@code name}. A specifier that systemd does not know stays as
   * it is; one that cannot be resolved is a fault, for which systemd drops the assignment.
   */
  public static Reading<String> expand(String text, UnitName name, SpecifierContext context) {
    if (text.indexOf('%') < 0) {
      return Reading.of(text);
    }
    var expanded = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%' || i + 1 == text.length()) {
        expanded.append(c);
        continue;
      }
      char letter = text.charAt(++i);
      if (KNOWN.indexOf(letter) < 0) {
        expanded.append('%').append(letter);
        continue;
      }
      Optional<String> value = value(letter, name, context);
      if (value.isEmpty()) {
        return Reading.fault(i - 1, i + 1, "%" + letter + " stands for nothing known here");
      }
      expanded.append(value.get());
    }
    return Reading.of(expanded.toString());
  }

  private static Optional<String> value(char letter, UnitName name, SpecifierContext context) {
    String instance = name.instance().orElse("");
    return switch (letter) {
      case '%' -> Optional.of("%");
      case 'n' -> Optional.of(name.toString());
      case 'N' -> Optional.of(name.stem());
      case 'p' -> Optional.of(name.prefix());
      case 'P' -> UnitEscape.undoString(name.prefix());
      case 'i' -> Optional.of(instance);
      case 'I' -> UnitEscape.undoString(instance);
      case 'j' -> Optional.of(lastPart(name.prefix()));
      case 'J' -> UnitEscape.undoString(lastPart(name.prefix()));
      case 'f' -> instance.isEmpty() ? filename(name.prefix()) : filename(instance);
      default -> context.value(letter);
    };
  }

  private static String lastPart(String prefix) {
    return prefix.substring(prefix.lastIndexOf('-') + 1);
  }

  private static Optional<String> filename(String escaped) {
    return UnitEscape.undoPath(escaped)
        .or(() -> UnitEscape.undoString(escaped).map(t -> t.startsWith("/") ? t : "/" + t));
  }
}
