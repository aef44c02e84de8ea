package dev.dryboot.foreign.unitname;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Escapes strings and paths for unit names, and back (systemd-escape(1)). */
public final class UnitEscape {
  private UnitEscape() {}

  /** {@code foo/bar-baz} becomes {@code foo-bar\x2dbaz} (unit_name_escape()). */
  public static String string(String text) {
    var escaped = new StringBuilder();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      if (c == '/') {
        escaped.append('-');
      } else if (c == '-' || c == '\\' || !UnitName.isNameCharacter(c) || (i == 0 && c == '.')) {
        escape(escaped, c);
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static void escape(StringBuilder escaped, char c) {
    escaped.append("\\x").append(Character.forDigit(c >> 4, 16));
    escaped.append(Character.forDigit(c & 15, 16));
  }

  /** {@code /var/lib/docker} becomes {@code var-lib-docker}; the root becomes a dash. */
  public static String path(String path) {
    String simple = simplify(path);
    return simple.equals("/") || simple.isEmpty()
        ? "-"
        : string(simple.startsWith("/") ? simple.substring(1) : simple);
  }

  /** Undoes {@link #string}; empty where a backslash begins no escape (unit_name_unescape()). */
  public static Optional<String> undoString(String name) {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < name.length(); ) {
      char c = name.charAt(i);
      if (c == '\\') {
        int value = i + 4 > name.length() || name.charAt(i + 1) != 'x' ? -1 : hex(name, i + 2);
        if (value < 0) {
          return Optional.empty();
        }
        bytes.write(value);
        i += 4;
      } else {
        int point = name.codePointAt(i);
        bytes.writeBytes(
            (c == '-' ? "/" : Character.toString(point)).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(point);
      }
    }
    return Optional.of(bytes.toString(StandardCharsets.UTF_8));
  }

  /** The byte that two digits say; below 0 where they are none. */
  private static int hex(String name, int at) {
    int high = Character.digit(name.charAt(at), 16);
    int low = Character.digit(name.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  /** Undoes {@link #path}; empty where it is no escaped path (unit_name_path_unescape()). */
  public static Optional<String> undoPath(String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (name.equals("-")) {
      return Optional.of("/");
    }
    if (name.startsWith("-") || name.endsWith("-") || name.contains("--")) {
      return Optional.empty();
    }
    return undoString(name)
        .map(text -> "/" + text)
        .filter(p -> simplify(p).equals(p) && isPlain(p));
  }

  /** Without doubled slashes, {@code .} parts and a slash at the end (path_simplify()). */
  public static String simplify(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return (path.startsWith("/") ? "/" : "") + String.join("/", parts);
  }

  private static boolean isPlain(String path) {
    return !("/" + path + "/").contains("/../");
  }

  /** Other characters than those of names become escapes; dashes and at signs stay. */
  static String mangled(String word) {
    var escaped = new StringBuilder();
    for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c == '/') {
        escaped.append('-');
      } else if (UnitName.isNameCharacter(c) || c == '@') {
        escaped.append(c);
      } else {
        escape(escaped, c);
      }
    }
    return escaped.toString();
  }
}
