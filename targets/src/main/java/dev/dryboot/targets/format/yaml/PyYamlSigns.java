package dev.dryboot.targets.format.yaml;

import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Rule;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Finds what YAML takes and PyYAML does not (PyYAML 6, scanner.py): a tab outside of quotes, blocks
 * of text and comments, and a question mark inside of plain text between brackets or braces.
 */
final class PyYamlSigns implements Iterator<Event> {
  private final Iterator<Event> events;
  private final SourceText text;
  private final YamlPlaces places;
  private final BitSet quoted = new BitSet();
  private int flows;
  private int mark = -1;

  PyYamlSigns(Iterator<Event> events, SourceText text, YamlPlaces places) {
    this.events = events;
    this.text = text;
    this.places = places;
  }

  @Override
  public boolean hasNext() {
    return events.hasNext();
  }

  @Override
  public Event next() {
    Event event = events.next();
    if (event instanceof ScalarEvent scalar) {
      scalar(scalar);
    } else if (event instanceof CollectionStartEvent start) {
      flows += start.isFlow() || flows > 0 ? 1 : 0;
    } else if (event instanceof CollectionEndEvent) {
      flows -= flows > 0 ? 1 : 0;
    }
    return event;
  }

  private void scalar(ScalarEvent scalar) {
    if (scalar.getStartMark().isEmpty() || scalar.getEndMark().isEmpty()) {
      return;
    }
    Span at =
        places.span(scalar.getStartMark().get().getIndex(), scalar.getEndMark().get().getIndex());
    if (!scalar.isPlain()) {
      quoted.set(at.start(), at.end());
    } else if (flows > 0 && mark < 0) {
      int found = text.text().indexOf('?', at.start() + 1);
      mark = found < at.end() ? found : -1;
    }
  }

  /** The first of what PyYAML does not take, once all events have passed. */
  Optional<Diagnostic> found(Rule rule) {
    int tab = tab();
    if (tab >= 0 && (mark < 0 || tab < mark)) {
      return Optional.of(
          told(rule, tab, "a tab stands where PyYAML takes only blanks", "write blanks"));
    }
    return mark < 0
        ? Optional.empty()
        : Optional.of(
            told(
                rule,
                mark,
                "PyYAML takes no ? in a text without quotes between brackets or braces",
                "put the text into quotes"));
  }

  private Diagnostic told(Rule rule, int at, String message, String help) {
    return Diagnostic.error(rule, text.span(at, at + 1), "this is not YAML: " + message)
        .why("the whole document is given up: nothing in it is done")
        .help(help);
  }

  private int tab() {
    String all = text.text();
    for (int i = 0; i < all.length(); i++) {
      if (quoted.get(i)) {
        continue;
      }
      char c = all.charAt(i);
      if (c == '\t') {
        return i;
      }
      if (c == '#' && (i == 0 || Character.isWhitespace(all.charAt(i - 1)))) {
        int end = all.indexOf('\n', i);
        i = end < 0 ? all.length() : end;
      }
    }
    return -1;
  }
}
