package dev.dryboot.targets.encode;

import dev.dryboot.compiler.model.Text;
import dev.dryboot.source.Origin;
import dev.dryboot.source.SourceText;

/** A small unit file of fixed lines that all follow from one thing. */
public final class SystemdLines {
  private final Origin origin;
  private final Lines lines;
  private boolean begun;

  public SystemdLines(Origin origin) {
    this.origin = origin;
    this.lines = new Lines(origin);
  }

  public SystemdLines section(String name) {
    lines.add(Text.of((begun ? "\n[" : "[") + name + "]", origin));
    begun = true;
    return this;
  }

  public SystemdLines line(String line) {
    return line(Text.of(line, origin));
  }

  public SystemdLines line(Text line) {
    lines.add(line);
    return this;
  }

  public SourceText text(String name) {
    return Leaves.source(name, lines.text());
  }
}
