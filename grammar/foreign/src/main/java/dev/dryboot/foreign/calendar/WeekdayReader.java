package dev.dryboot.foreign.calendar;

import java.util.List;

/** Reads the days of the week in front of a calendar event (parse_weekdays() of systemd 257). */
final class WeekdayReader {
  private final CalendarCursor cursor;
  private int days;

  private WeekdayReader(CalendarCursor cursor) {
    this.cursor = cursor;
  }

  /** One bit for each day from Monday; 0 where no day stands here. */
  static int read(CalendarCursor cursor) {
    var reader = new WeekdayReader(cursor);
    int first = reader.dayName();
    if (first >= 0) {
      reader.list(first);
    }
    return reader.days;
  }

  /** Days and ranges of days with commas between them, and the blanks behind them. */
  private void list(int first) {
    int day = first;
    while (true) {
      day = rangeOrDay(day);
      if (cursor.atEnd() || cursor.take(" ")) {
        return;
      }
      cursor.expect(",", "a comma or a range");
      if (cursor.atEnd() || cursor.isAt(" ")) {
        cursor.skipSpaces();
        return;
      }
      day = expectedDay();
    }
  }

  private int rangeOrDay(int first) {
    boolean range = cursor.take("..") || cursor.take("-");
    int last = range ? expectedDay() : first;
    if (last < first) {
      throw cursor.wrong("the range of days ends before it begins");
    }
    for (int i = first; i <= last; i++) {
      days |= 1 << i;
    }
    return last;
  }

  private int expectedDay() {
    int day = dayName();
    if (day < 0) {
      throw cursor.wrong("a day of the week is expected here");
    }
    return day;
  }

  /** The day whose name stands here, from 0 for Monday; -1 where there is none. */
  private int dayName() {
    for (int i = 0; i < CalendarEvent.DAY_NAMES.size(); i++) {
      String name = CalendarEvent.DAY_NAMES.get(i);
      for (String form : List.of(name, name.substring(0, 3))) {
        if (cursor.isAtWord(form, "-, .")) {
          cursor.skip(form.length());
          return i;
        }
      }
    }
    return -1;
  }
}
