package dev.dryboot.targets.format.yaml;

import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import org.snakeyaml.engine.v2.events.Event;

/** Turns the parser's places, which count code points, into spans, which count UTF-16 units. */
final class YamlPlaces {
  private final SourceText text;
  private final boolean plain;
  private int knownPoints;
  private int knownUnits;

  YamlPlaces(SourceText text) {
    this.text = text;
    this.plain = text.text().chars().noneMatch(c -> Character.isSurrogate((char) c));
  }

  Span of(Event event) {
    int start = event.getStartMark().map(m -> m.getIndex()).orElse(0);
    return span(start, event.getEndMark().map(m -> m.getIndex()).orElse(start));
  }

  /** A stretch by code points, without the blanks at its end. */
  Span span(int startPoint, int endPoint) {
    String all = text.text();
    int start = Math.min(units(startPoint), all.length());
    int end = Math.clamp(units(Math.max(startPoint, endPoint)), start, all.length());
    while (end > start && Character.isWhitespace(all.charAt(end - 1))) {
      end--;
    }
    return text.span(start, end);
  }

  private int units(int points) {
    if (plain) {
      return points;
    }
    if (points < knownPoints) {
      knownPoints = 0;
      knownUnits = 0;
    }
    String all = text.text();
    while (knownPoints < points && knownUnits < all.length()) {
      knownUnits += Character.charCount(all.codePointAt(knownUnits));
      knownPoints++;
    }
    return knownUnits;
  }
}
