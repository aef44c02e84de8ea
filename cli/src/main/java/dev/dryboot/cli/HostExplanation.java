package dev.dryboot.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dryboot.compiler.Compilation;
import dev.dryboot.compiler.analysis.Setting;
import dev.dryboot.compiler.plan.Plan;
import dev.dryboot.source.Origin;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a host comes to on one target: its effective settings, each with the layer that says it, and
 * the lines of its units, each with what it follows from.
 */
record HostExplanation(String title, List<Setting> settings, List<UnitLines> units) {
  private static final int MOST_OF_A_VALUE = 60;

  /** The lines of a unit file, or of a drop-in. */
  record UnitLines(String name, List<Line> lines) {}

  /**
   * A line of a unit.
   *
   * @param reason why it is there; empty where the author wrote it
   */
  record Line(String text, Optional<Span> from, String reason) {}

  static HostExplanation of(HostProject.Job job, Compilation compilation) {
    List<UnitLines> units = new ArrayList<>();
    for (Plan.PlannedUnit unit : compilation.plan().units()) {
      unit.contents().ifPresent(text -> units.add(new UnitLines(unit.name(), lines(text))));
      for (Plan.PlannedDropin dropin : unit.dropins()) {
        units.add(new UnitLines(unit.name() + ".d/" + dropin.name(), lines(dropin.contents())));
      }
    }
    return new HostExplanation(
        job.title(), job.compiler().settings(job.host(), job.target()), units);
  }

  private static List<Line> lines(SourceText unit) {
    List<Line> lines = new ArrayList<>();
    int last = (int) unit.text().stripTrailing().lines().count();
    for (int number = 1; number <= last; number++) {
      Optional<Origin> origin = unit.provenance().at(unit.lineStart(number));
      lines.add(
          new Line(
              unit.line(number),
              origin.flatMap(Origin::span),
              origin.filter(o -> !(o instanceof Origin.Written)).map(Origin::reason).orElse("")));
    }
    return lines;
  }

  void show(Output output) {
    PrintStream out = output.out();
    out.println(output.paint().bold(title));
    out.println();
    out.println("settings");
    int wide = settings.stream().mapToInt(s -> setting(s).length()).max().orElse(0);
    for (Setting setting : settings) {
      out.println(
          "  " + beside(setting(setting), wide) + setting.layer() + ", " + place(setting.span()));
    }
    for (UnitLines unit : units) {
      out.println();
      out.println(unit.name());
      int wideLines =
          unit.lines().stream().mapToInt(l -> shortened(l.text()).length()).max().orElse(0);
      unit.lines().forEach(line -> out.println(("  " + shown(line, wideLines)).stripTrailing()));
    }
    out.println();
  }

  private static String setting(Setting setting) {
    return shortened((setting.path() + " " + setting.value()).strip());
  }

  private static String shown(Line line, int wide) {
    boolean said = !line.text().isBlank() && !line.text().startsWith("[");
    return said
        ? beside(shortened(line.text()), wide)
            + line.from().map(HostExplanation::place).orElse("")
            + (line.reason().isEmpty() ? "" : "  " + line.reason())
        : line.text();
  }

  private static String beside(String left, int wide) {
    return left + " ".repeat(Math.max(0, wide - left.length()) + 3);
  }

  /** On one line, and no longer than what leaves room for the rest. */
  private static String shortened(String text) {
    String line = text.replaceAll("\\s*\\R\\s*", " ");
    return line.length() <= MOST_OF_A_VALUE ? line : line.substring(0, MOST_OF_A_VALUE - 1) + "…";
  }

  private static String place(Span span) {
    return span.source().name() + ":" + span.from().line();
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("title", title);
    json.writeArrayFieldStart("settings");
    for (Setting setting : settings) {
      json.writeStartObject();
      json.writeStringField("path", setting.path());
      json.writeStringField("value", setting.value());
      json.writeStringField("layer", setting.layer());
      place(json, Optional.of(setting.span()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("units");
    for (UnitLines unit : units) {
      json.writeStartObject();
      json.writeStringField("name", unit.name());
      json.writeArrayFieldStart("lines");
      for (Line line : unit.lines()) {
        json.writeStartObject();
        json.writeStringField("text", line.text());
        json.writeStringField("reason", line.reason());
        place(json, line.from());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void place(JsonGenerator json, Optional<Span> span) throws IOException {
    if (span.isPresent()) {
      json.writeStringField("file", span.get().source().name());
      json.writeNumberField("line", span.get().from().line());
    }
  }
}
