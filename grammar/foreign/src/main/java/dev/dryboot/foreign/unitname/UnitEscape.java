package dev.dryboot.foreign.unitname;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        escaped.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
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
        if (i + 4 > name.length() || !name.substring(i, i + 4).matches("\\\\x[0-9a-fA-F]{2}")) {
          return Optional.empty();
        }
        bytes.write(Integer.parseInt(name.substring(i + 2, i + 4), 16));
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
        escaped.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
      }
    }
    return escaped.toString();
  }
}
