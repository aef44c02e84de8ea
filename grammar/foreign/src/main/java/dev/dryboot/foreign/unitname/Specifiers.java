package dev.dryboot.foreign.unitname;

import dev.dryboot.foreign.value.Reading;
import java.util.Optional;
import java.util.function.Predicate;

/** Expands the percent specifiers of unit files (systemd.unit(5), "Specifiers"). */
public final class Specifiers {
  /** Every letter that systemd 257 knows, c, r and R being relics without a use. */
  public static final String KNOWN = "aAbBcCdDEfgGhHiIjJlLmMnNopPqrRsStTuUvVwWyY%";

  /** The version that brought {@code %D}; the other letters are older than 252. */
  public static final int DATA_DIRECTORY_SINCE = 255;

  private Specifiers() {}

  /**
   * Expands {@code text} for the unit {@code name}. A letter or digit that stands for nothing is a
   * fault, for which systemd drops the assignment; before any other character a percent sign stays
   * what it is (specifier_printf() of systemd 257).
   */
  public static Reading<String> expand(String text, UnitName name, SpecifierContext context) {
    return expand(text, name, context, letter -> true);
  }

  /** The same for a version that does not know every letter. */
  public static Reading<String> expand(
      String text, UnitName name, SpecifierContext context, Predicate<Character> knows) {
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
      boolean known = KNOWN.indexOf(letter) >= 0 && knows.test(letter);
      if (!known && !isAlphanumeric(letter)) {
        expanded.append('%').append(letter);
        continue;
      }
      Optional<String> value = known ? value(letter, name, context) : Optional.empty();
      if (value.isEmpty()) {
        return Reading.fault(i - 1, i + 1, "%" + letter + " stands for nothing known here");
      }
      expanded.append(value.get());
    }
    return Reading.of(expanded.toString());
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
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
