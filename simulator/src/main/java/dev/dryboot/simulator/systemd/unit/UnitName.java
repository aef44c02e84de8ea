package dev.dryboot.simulator.systemd.unit;

import java.nio.charset.StandardCharsets;
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
    String inner = path.contains("//") ? path.replaceAll("/+", "/") : path;
    inner = inner.startsWith("/") ? inner.substring(1) : inner;
    inner = inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner;
    return (inner.isEmpty() ? "-" : escape(inner)) + type.suffix();
  }

  /** Escapes: {@code /} becomes {@code -}, what is not allowed becomes {@code \xHH}. */
  public static String escape(String text) {
    var out = new StringBuilder();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      if (c == '/') {
        out.append('-');
      } else if (i == 0 && c == '.' || c == '-' || c == '\\' || !isValid(c)) {
        out.append("\\x").append(Character.forDigit(c >> 4, 16));
        out.append(Character.forDigit(c & 15, 16));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** The reverse of {@link #escape}. */
  public static String unescape(String text) {
    var bytes = new java.io.ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '-') {
        bytes.write('/');
      } else if (c == '\\' && i + 3 < text.length() && text.charAt(i + 1) == 'x') {
        int high = Character.digit(text.charAt(i + 2), 16);
        int low = Character.digit(text.charAt(i + 3), 16);
        bytes.write(high < 0 || low < 0 ? '?' : high * 16 + low);
        i += 3;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The path that a mount, automount, swap, device or path-like name stands for. */
  public String path() {
    return stem().equals("-") ? "/" : "/" + unescape(stem());
  }
}
