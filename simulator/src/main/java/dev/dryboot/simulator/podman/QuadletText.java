package dev.dryboot.simulator.podman;

import dev.dryboot.source.Origin;
import dev.dryboot.source.Provenance;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;

/** The text of a generated unit; each line knows the line of the quadlet that it follows from. */
final class QuadletText {
  private final StringBuilder text = new StringBuilder();
  private final List<Provenance.Stretch> stretches = new ArrayList<>();

  void section(String name, Span from) {
    add("[" + name + "]", Origin.written(from).because("quadlet"));
  }

  void setting(String name, String value, Span from) {
    add(name + "=" + value, Origin.written(from).because("quadlet"));
  }

  void add(String line, Origin origin) {
    int start = text.length();
    text.append(line).append('\n');
    stretches.add(new Provenance.Stretch(start, text.length(), origin));
  }

  SourceText source(String path) {
    return SourceText.of(path, text.toString(), new Provenance(stretches));
  }
}
