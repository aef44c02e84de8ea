package dev.dryboot.language.settings;

import dev.dryboot.language.settings.Setting.Shape;
import dev.dryboot.language.settings.Setting.Source;
import dev.dryboot.language.settings.ValueType.OneOf;
import dev.dryboot.language.settings.ValueType.Plain;
import dev.dryboot.language.settings.ValueType.To;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the notation that the table is written in. */
final class Rows {
  private final Map<String, Setting> settings;

  Rows(Map<String, Setting> settings) {
    this.settings = settings;
  }

  /** Lines of {@code word values+ [block]!}; what is there already is left as it is. */
  Rows words(Source source, String lines) {
    for (String line : lines.split("\n")) {
      String[] parts = line.split(" ");
      settings.putIfAbsent(parts[0], row(parts, source));
    }
    return this;
  }

  /** Lines of {@code values+ = Directive Directive}, of a section of unit files. */
  Rows directives(String section, String lines) {
    for (String line : lines.split("\n")) {
      int equals = line.indexOf(" = ");
      String values = line.substring(0, equals);
      for (String directive : line.substring(equals + 3).split(" ")) {
        String word = DirectiveWord.of(directive);
        settings.putIfAbsent(word, directive(word, directive, section, values));
      }
    }
    return this;
  }

  private static Setting row(String[] parts, Source source) {
    String values = "";
    Optional<BlockKind> body = Optional.empty();
    boolean needed = false;
    boolean repeats = false;
    for (String part : List.of(parts).subList(1, parts.length)) {
      if (part.startsWith("[")) {
        body = Optional.of(block(part.substring(1, part.indexOf(']'))));
        needed = part.contains("!");
        repeats |= part.endsWith("+");
      } else {
        values = part;
      }
    }
    repeats |= values.endsWith("+");
    List<ValueType> types = types(values);
    return new Setting(
        parts[0],
        types,
        shape(values),
        values.startsWith("key?="),
        repeats,
        body,
        needed,
        source,
        parts[0],
        Optional.empty());
  }

  private static Setting directive(String word, String directive, String section, String values) {
    return new Setting(
        word,
        types(values),
        shape(values),
        values.startsWith("key?="),
        values.endsWith("+"),
        Optional.empty(),
        false,
        Source.SYSTEMD,
        directive,
        Optional.of(section));
  }

  private static BlockKind block(String word) {
    return BlockKind.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  private static Shape shape(String values) {
    if (values.isEmpty()) {
      return Shape.NONE;
    }
    return values.startsWith("key")
        ? Shape.EQUALS
        : values.contains("->") ? Shape.ARROW : Shape.SINGLE;
  }

  private static List<ValueType> types(String values) {
    String bare = values.endsWith("+") ? values.substring(0, values.length() - 1) : values;
    if (bare.isEmpty()) {
      return List.of();
    }
    int arrow = bare.indexOf("->");
    if (arrow >= 0) {
      return List.of(type(bare.substring(0, arrow)), type(bare.substring(arrow + 2)));
    }
    if (bare.startsWith("key")) {
      return List.of(Plain.WORD, type(bare.substring(bare.indexOf('=') + 1)));
    }
    return List.of(type(bare));
  }

  private static ValueType type(String notation) {
    if (notation.indexOf('|') < 0) {
      return single(notation);
    }
    List<ValueType> types = new ArrayList<>();
    for (String one : notation.split("\\|")) {
      types.add(single(one));
    }
    return new OneOf(types);
  }

  private static ValueType single(String notation) {
    if (notation.startsWith("(")) {
      return new ValueType.Choice(List.of(notation.substring(1, notation.length() - 1).split(",")));
    }
    return switch (notation) {
      case "int" -> Plain.INTEGER;
      case "unit" -> new ValueType.Reference(To.UNIT);
      case "network" -> new ValueType.Reference(To.NETWORK);
      case "volume" -> new ValueType.Reference(To.VOLUME);
      case "engine" -> new ValueType.Reference(To.ENGINE);
      case "user" -> new ValueType.Reference(To.USER);
      case "group" -> new ValueType.Reference(To.GROUP);
      default -> Plain.valueOf(notation.toUpperCase(Locale.ROOT));
    };
  }
}
