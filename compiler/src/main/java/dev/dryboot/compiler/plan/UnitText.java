package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.Text;
import dev.dryboot.source.Origin;
import dev.dryboot.source.OriginText;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a unit file, section by section, every line with its origin. */
final class UnitText {
  private static final List<String> ORDER =
      List.of(
          "Unit",
          "Container",
          "Volume",
          "Network",
          "Mount",
          "Swap",
          "Timer",
          "Socket",
          "Service",
          "Install");

  private final Map<String, List<Line>> sections = new LinkedHashMap<>();
  private final List<Text> verbatim = new ArrayList<>();

  private record Line(String key, Text value, Origin origin) {}

  UnitText add(String section, String key, Text value, Origin origin) {
    sections.computeIfAbsent(section, s -> new ArrayList<>()).add(new Line(key, value, origin));
    return this;
  }

  UnitText add(String section, String key, String value, Origin origin) {
    return add(section, key, Text.of(value, origin), origin);
  }

  /** Adds a line unless the section has that very line. */
  UnitText addOnce(String section, String key, String value, Origin origin) {
    boolean there =
        sections.getOrDefault(section, List.of()).stream()
            .anyMatch(l -> l.key().equals(key) && l.value().plain().equals(value));
    return there ? this : add(section, key, value, origin);
  }

  boolean has(String section, String key) {
    return sections.getOrDefault(section, List.of()).stream().anyMatch(l -> l.key().equals(key));
  }

  /** Adds text of the author's at the end, as it stands. */
  UnitText verbatim(Text text) {
    verbatim.add(text);
    return this;
  }

  SourceText build(String name) {
    OriginText out = new OriginText();
    boolean first = true;
    for (String section : ORDER) {
      List<Line> lines = sections.get(section);
      if (lines == null) {
        continue;
      }
      Origin origin = lines.getFirst().origin();
      out.add((first ? "" : "\n") + "[" + section + "]\n", origin);
      first = false;
      for (Line line : lines) {
        out.add(line.key() + "=", line.origin());
        oneLine(line.value()).appendTo(out);
        out.add("\n", line.origin());
      }
    }
    for (Text text : verbatim) {
      out.add("\n", text.origin());
      text.appendTo(out);
      if (!text.plain().endsWith("\n")) {
        out.add("\n", text.origin());
      }
    }
    return out.build(name);
  }

  /** A value on one logical line: line breaks become continuations. */
  private static Text oneLine(Text value) {
    if (value.plain().indexOf('\n') < 0) {
      return value;
    }
    String stripped = value.plain().stripTrailing();
    int[] left = {stripped.length()};
    return value.mapParts(
        part -> {
          String characters = Text.characters(part);
          String kept = characters.substring(0, Math.min(left[0], characters.length()));
          left[0] -= kept.length();
          return part instanceof Text.Literal
              ? new Text.Literal(kept.replaceAll("(?<!\\\\)\\n", " \\\\\n"), part.origin())
              : part;
        });
  }
}
