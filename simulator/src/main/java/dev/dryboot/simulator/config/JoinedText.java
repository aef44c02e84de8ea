package dev.dryboot.simulator.config;

import dev.dryboot.source.Provenance;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Two texts as one, each part with its own origins. */
public final class JoinedText {
  private JoinedText() {}

  /** {@code first} followed by {@code second}, under a name. */
  public static SourceText of(String name, SourceText first, SourceText second) {
    List<Provenance.Stretch> stretches = new ArrayList<>(first.provenance().stretches());
    int by = first.text().length();
    for (Provenance.Stretch stretch : second.provenance().stretches()) {
      stretches.add(
          new Provenance.Stretch(
              stretch.start() + by, stretch.end() + by, stretch.origin(), stretch.decoded()));
    }
    return SourceText.of(name, first.text() + second.text(), Provenance.of(stretches));
  }
}
