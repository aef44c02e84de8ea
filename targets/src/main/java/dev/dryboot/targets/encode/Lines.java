package dev.dryboot.targets.encode;

import dev.dryboot.compiler.model.Text;
import dev.dryboot.source.Origin;

/** Gathers the lines of a file. */
public final class Lines {
  private Text all;

  public Lines(Origin origin) {
    this.all = Text.of("", origin);
  }

  public Lines add(Text line) {
    all = all.plus(line).plus(Text.of("\n", line.origin()));
    return this;
  }

  public Text text() {
    return all;
  }
}
