package dev.dryboot.foreign.unitname;

import dev.dryboot.foreign.value.Reading;
import java.util.Optional;

/**
 * The name of a unit: plain ({@code web.service}), a template ({@code getty@.service}) or an
 * instance ({@code getty@tty1.service}).
 *
 * @param prefix what stands in front of the at sign or the suffix
 * @param instance what stands behind the at sign; empty for a template; absent in a plain name
 * @param type by the suffix
 */
public record UnitName(String prefix, Optional<String> instance, UnitType type) {
  private static final int LONGEST = 255;

  /** Reads a unit's full name, suffix included (unit_name_is_valid() of systemd 257). */
  public static Reading<UnitName> read(String text) {
    int dot = text.lastIndexOf('.');
    if (dot < 0) {
      return Reading.fault(
          text.length(), text.length(), "a unit's name ends in its type, as .service");
    }
    Optional<UnitType> type = UnitType.of(text.substring(dot + 1));
    if (type.isEmpty()) {
      return Reading.fault(
          dot, text.length(), "there are no units of the type " + text.substring(dot));
    }
    if (dot == 0 || text.charAt(0) == '@') {
      return Reading.fault(0, 1, "a unit's name begins with something else than this");
    }
    if (text.length() > LONGEST) {
      return Reading.fault(LONGEST, text.length(), "a unit's name has 255 characters at most");
    }
    for (int i = 0; i < dot; i++) {
      if (!isNameCharacter(text.charAt(i)) && text.charAt(i) != '@') {
        return Reading.fault(i, i + 1, "a unit's name cannot hold this character");
      }
    }
    int at = text.indexOf('@');
    return Reading.of(
        at < 0 || at > dot
            ? new UnitName(text.substring(0, dot), Optional.empty(), type.get())
            : new UnitName(
                text.substring(0, at), Optional.of(text.substring(at + 1, dot)), type.get()));
  }

  static boolean isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || ":-_.\\".indexOf(c) >= 0;
  }

  public boolean isTemplate() {
    return instance.filter(String::isEmpty).isPresent();
  }

  public boolean isInstance() {
    return instance.filter(i -> !i.isEmpty()).isPresent();
  }

  /** The template of an instance; of anything else the name itself. */
  public UnitName template() {
    return isInstance() ? new UnitName(prefix, Optional.of(""), type) : this;
  }

  /** The instance {@code value} of a template. */
  public UnitName instance(String value) {
    return new UnitName(prefix, Optional.of(value), type);
  }

  /** The same name with another type. */
  public UnitName as(UnitType other) {
    return new UnitName(prefix, instance, other);
  }

  /** The full name without the suffix. */
  public String stem() {
    return prefix + instance.map(i -> "@" + i).orElse("");
  }

  /** The full name. */
  @Override
  public String toString() {
    return stem() + "." + type.suffix();
  }

  /** The unit that mounts {@code path}. */
  public static UnitName mount(String path) {
    return new UnitName(UnitEscape.path(path), Optional.empty(), UnitType.MOUNT);
  }

  /** The device unit of {@code path}. */
  public static UnitName device(String path) {
    return new UnitName(UnitEscape.path(path), Optional.empty(), UnitType.DEVICE);
  }

  /**
   * The name that systemctl takes {@code word} for: paths become mounts or devices, what has no
   * suffix becomes a service, other characters are escaped (unit_name_mangle()).
   */
  public static String mangle(String word) {
    if (read(word).value().isPresent()) {
      return word;
    }
    if (word.startsWith("/dev/") || word.startsWith("/sys/")) {
      return device(word).toString();
    }
    if (word.startsWith("/")) {
      return mount(word).toString();
    }
    String escaped = UnitEscape.mangled(word);
    return read(escaped).value().isPresent() ? escaped : escaped + ".service";
  }
}
