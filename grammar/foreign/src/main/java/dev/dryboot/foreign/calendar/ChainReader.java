package dev.dryboot.foreign.calendar;

import java.util.ArrayList;
import java.util.List;

/** Reads the values of one part of a calendar event (parse_chain() of systemd 257). */
final class ChainReader {
  private static final int MOST_LINKS = 240;
  private static final int SECOND_DIGITS = 3;
  private static final int NUMBER_DIGITS = 9;

  private final CalendarCursor cursor;
  private final int unit;

  private ChainReader(CalendarCursor cursor, int unit) {
    this.cursor = cursor;
    this.unit = unit;
  }

  /** Whole numbers: years, months, days, hours, minutes. */
  static Chain read(CalendarCursor cursor) {
    return cursor.take("*") ? Chain.ANY : new ChainReader(cursor, 1).chain();
  }

  /** Seconds with fractions, in microseconds. */
  static Chain readSeconds(CalendarCursor cursor) {
    return cursor.take("*")
        ? new Chain(List.of(new Chain.Link(0, -1, Chain.SECOND)))
        : new ChainReader(cursor, Chain.SECOND).chain();
  }

  private Chain chain() {
    List<Chain.Link> links = new ArrayList<>();
    do {
      links.add(link());
      if (links.size() > MOST_LINKS) {
        throw cursor.wrong("this has too many parts");
      }
    } while (cursor.take(","));
    return new Chain(links);
  }

  private Chain.Link link() {
    int start = value();
    int stop = -1;
    int repeat = 0;
    if (cursor.take("..")) {
      int stopAt = cursor.offset();
      stop = value();
      repeat = unit;
      if (stop < start) {
        throw new CalendarCursor.Wrong(stopAt, cursor.offset(), "the range ends before it begins");
      }
    }
    int slash = cursor.offset();
    if (cursor.take("/")) {
      repeat = value();
      if (repeat == 0) {
        throw new CalendarCursor.Wrong(slash + 1, cursor.offset(), "a step of nothing never ends");
      }
    }
    if (stop == start) {
      stop = -1;
      repeat = 0;
    }
    if (!cursor.atEnd() && !cursor.isAtOneOf(" ,-~:")) {
      throw cursor.wrong("this is not expected here");
    }
    return new Chain.Link(start, stop, repeat);
  }

  private int value() {
    return unit == 1
        ? (int) cursor.number(NUMBER_DIGITS)
        : (int) (cursor.number(SECOND_DIGITS) * unit + cursor.fraction(unit));
  }
}
