package dev.dryboot.simulator.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads JSON into maps, lists, strings, numbers, booleans and null. */
public final class Json {
  private static final int MAX_DEPTH = 64;

  private final String text;
  private int at;
  private int depth;

  private Json(String text) {
    this.text = text;
  }

  /** The value that {@code text} is; empty where it is no JSON. */
  public static Optional<Object> read(String text) {
    Json json = new Json(text);
    try {
      Object value = json.value();
      json.blanks();
      return json.at == text.length() ? Optional.ofNullable(value) : Optional.empty();
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /**
   * Offset, in UTF-16 code units, of what keeps {@code text} from being JSON; empty where it is.
   */
  public static OptionalInt fault(String text) {
    Json json = new Json(text);
    try {
      json.value();
      json.blanks();
      return json.at == text.length() ? OptionalInt.empty() : OptionalInt.of(json.at);
    } catch (Malformed e) {
      return OptionalInt.of(json.at);
    }
  }

  private static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Malformed() {
      super(null, null, false, false);
    }
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    blanks();
    if (at == text.length()) {
      throw new Malformed();
    }
    return text.charAt(at);
  }

  private void expect(char c) {
    if (peek() != c) {
      throw new Malformed();
    }
    at++;
  }

  private @Nullable Object value() {
    if (++depth > MAX_DEPTH) {
      throw new Malformed();
    }
    try {
      return switch (peek()) {
        case '{' -> object();
        case '[' -> array();
        case '"' -> string();
        default -> word();
      };
    } finally {
      depth--;
    }
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    expect('{');
    while (peek() != '}') {
      if (!object.isEmpty()) {
        expect(',');
      }
      peek();
      String name = string();
      expect(':');
      Object value = value();
      object.put(name, value == null ? Optional.empty() : value);
    }
    at++;
    return object;
  }

  private List<Object> array() {
    List<Object> array = new ArrayList<>();
    expect('[');
    while (peek() != ']') {
      if (!array.isEmpty()) {
        expect(',');
      }
      Object value = value();
      array.add(value == null ? Optional.empty() : value);
    }
    at++;
    return array;
  }

  private String string() {
    expect('"');
    var out = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      out.append(c == '\\' ? escaped() : c);
    }
    if (at == text.length()) {
      throw new Malformed();
    }
    at++;
    return out.toString();
  }

  private char escaped() {
    if (at == text.length()) {
      throw new Malformed();
    }
    char c = text.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
          throw new Malformed();
        }
        at += 4;
        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      case '"', '\\', '/' -> c;
      default -> throw new Malformed();
    };
  }

  private @Nullable Object word() {
    int from = at;
    while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(from, at);
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> null;
      default -> {
        if (!word.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
          at = from;
          throw new Malformed();
        }
        yield Double.parseDouble(word);
      }
    };
  }
}
