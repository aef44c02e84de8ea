package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.unitname.UnitEscape;
import java.util.Optional;

/**
 * A unit's name in its parts (systemd's unit-name.c): {@code prefix@instance.type}.
 *
 * @param text the whole name
 * @param prefix what is before {@code @} or the type
 * @param instance what is between {@code @} and the type; empty for a template, absent otherwise
 * @param type the type
 */
public record UnitName(String text, String prefix, Optional<String> instance, UnitType type) {
  private static final int MAX_LENGTH = 255;
  private static final boolean[] VALID = new boolean[128];

  static {
    for (char c :
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:-_.\\@".toCharArray()) {
      VALID[c] = true;
    }
  }

  /** The name's parts, where it is a name systemd accepts (templates included). */
  public static Optional<UnitName> parse(String text) {
    Optional<UnitType> type = UnitType.of(text);
    if (type.isEmpty() || text.length() > MAX_LENGTH || !hasValidCharacters(text)) {
      return Optional.empty();
    }
    String stem = text.substring(0, text.length() - type.get().suffix().length());
    int at = stem.indexOf('@');
    if (stem.isEmpty() || at == 0) {
      return Optional.empty();
    }
    return Optional.of(
        at < 0
            ? new UnitName(text, stem, Optional.empty(), type.get())
            : new UnitName(
                text, stem.substring(0, at), Optional.of(stem.substring(at + 1)), type.get()));
  }

  private static boolean hasValidCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isValid(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isValid(char c) {
    return c < VALID.length && VALID[c];
  }

  /** As those know it who read unit files. */
  dev.dryboot.foreign.unitname.UnitName inFiles() {
    return new dev.dryboot.foreign.unitname.UnitName(prefix, instance, type.inFiles());
  }

  public boolean isTemplate() {
    return instance.isPresent() && instance.get().isEmpty();
  }

  public boolean isInstance() {
    return instance.isPresent() && !instance.get().isEmpty();
  }

  /** The template of an instance: {@code getty@.service}. */
  public String template() {
    return prefix + "@" + type.suffix();
  }

  /** This template with an instance filled in. */
  public String instantiate(String with) {
    return prefix + "@" + with + type.suffix();
  }

  /** Its first eight characters as a number: of two names the lower one is the first by name. */
  public long beginning() {
    long beginning = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      beginning = beginning << Byte.SIZE | (i < text.length() ? text.charAt(i) : 0);
    }
    return beginning;
  }

  /** Name without type. */
  public String stem() {
    return text.substring(0, text.length() - type.suffix().length());
  }

  /** The same name with another type. */
  public String withType(UnitType other) {
    return stem() + other.suffix();
  }

  /** The unit's name for a path, as {@code systemd-escape --path --suffix}. */
  public static String ofPath(String path, UnitType type) {
    return UnitEscape.path(path) + type.suffix();
  }

  /** What an escaped part of a name stands for; a part that is not escaped well, itself. */
  public static String unescape(String text) {
    return UnitEscape.undoString(text).orElse(text);
  }

  /** The path that a mount, automount, swap, device or path-like name stands for. */
  public String path() {
    return stem().equals("-") ? "/" : "/" + unescape(stem());
  }
}
