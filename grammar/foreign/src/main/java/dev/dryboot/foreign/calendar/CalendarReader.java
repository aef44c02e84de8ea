package dev.dryboot.foreign.calendar;

import dev.dryboot.foreign.value.Reading;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads calendar events (calendar_spec_from_string() of systemd 257). */
final class CalendarReader {
  private static final Map<String, String> SHORTHANDS =
      Map.ofEntries(
          Map.entry("minutely", "*-*-* *:*:00"),
          Map.entry("hourly", "*-*-* *:00:00"),
          Map.entry("daily", "*-*-* 00:00:00"),
          Map.entry("weekly", "Mon *-*-* 00:00:00"),
          Map.entry("monthly", "*-*-01 00:00:00"),
          Map.entry("quarterly", "*-01,04,07,10-01 00:00:00"),
          Map.entry("semiannually", "*-01,07-01 00:00:00"),
          Map.entry("semi-annually", "*-01,07-01 00:00:00"),
          Map.entry("biannually", "*-01,07-01 00:00:00"),
          Map.entry("bi-annually", "*-01,07-01 00:00:00"),
          Map.entry("annually", "*-01-01 00:00:00"),
          Map.entry("yearly", "*-01-01 00:00:00"),
          Map.entry("anually", "*-01-01 00:00:00"));

  /** The last second of the year 9999, beyond which systemd shows no moment. */
  private static final int MOMENT_DIGITS = 18;

  private final CalendarCursor cursor;
  private Chain year = Chain.ANY;
  private Chain month = Chain.ANY;
  private Chain day = Chain.ANY;
  private boolean endOfMonth;
  private Chain hour = Chain.ZERO;
  private Chain minute = Chain.ZERO;
  private Chain seconds = Chain.ZERO;
  private Optional<ZoneId> zone;

  private CalendarReader(CalendarCursor cursor, Optional<ZoneId> zone) {
    this.cursor = cursor;
    this.zone = zone;
  }

  static Reading<CalendarEvent> read(String text) {
    Optional<ZoneId> zone = zoneOf(text);
    String local = zone.isPresent() ? text.substring(0, text.lastIndexOf(' ')) : text;
    String known = SHORTHANDS.get(local.toLowerCase(Locale.ROOT));
    var cursor = new CalendarCursor(known == null ? local : known);
    try {
      return Reading.of(new CalendarReader(cursor, zone).event());
    } catch (CalendarCursor.Wrong wrong) {
      return Reading.fault(wrong.from(), Math.max(wrong.from(), wrong.to()), wrong.message());
    }
  }

  private static Optional<ZoneId> zoneOf(String text) {
    String name = text.substring(text.lastIndexOf(' ') + 1);
    boolean mayBeZone =
        name.length() < text.length() && !name.isEmpty() && Character.isLetter(name.charAt(0));
    if (!mayBeZone) {
      return Optional.empty();
    }
    if (name.equalsIgnoreCase("UTC")) {
      return Optional.of(ZoneId.of("UTC"));
    }
    return ZoneId.getAvailableZoneIds().contains(name)
        ? Optional.of(ZoneId.of(name))
        : Optional.empty();
  }

  private CalendarEvent event() {
    if (cursor.atEnd()) {
      throw cursor.wrong("a calendar event is missing");
    }
    int weekdays = WeekdayReader.read(cursor);
    if (cursor.take("@")) {
      moment();
    } else {
      date();
      time();
    }
    if (!cursor.atEnd()) {
      throw cursor.wrong("nothing is expected here");
    }
    checkRanges();
    int days = weekdays == 0 ? CalendarEvent.EVERY_DAY : weekdays;
    return new CalendarEvent(days, year, month, day, endOfMonth, hour, minute, seconds, zone);
  }

  private void checkRanges() {
    year = twoDigitYears();
    check(year, CalendarEvent.FIRST_YEAR, CalendarEvent.LAST_YEAR, false, "a year");
    check(month, 1, 12, false, "a month");
    check(day, 1, 31, endOfMonth, "a day");
    check(hour, 0, 23, false, "an hour");
    check(minute, 0, 59, false, "a minute");
    check(seconds, 0, 60 * Chain.SECOND - 1, false, "a second");
  }

  private Chain twoDigitYears() {
    return new Chain(
        year.links().stream()
            .map(l -> new Chain.Link(fullYear(l.start()), fullYear(l.stop()), l.repeat()))
            .toList());
  }

  private static int fullYear(int year) {
    if (year < 0 || year >= 100) {
      return year;
    }
    return year < 70 ? year + 2000 : year + 1900;
  }

  private void check(Chain chain, int least, int most, boolean fromEnd, String what) {
    if (chain.outside(least, most, fromEnd).isPresent()) {
      int end = fromEnd ? most - 3 : most;
      String range =
          most > CalendarEvent.LAST_YEAR ? "from 0 to 59" : "from " + least + " to " + end;
      throw cursor.wrongAsAWhole(what + " goes " + range + ", and a step must fit in");
    }
  }

  /** {@code [[YEAR-]MONTH-]DAY}, if it is one and not a time. */
  private void date() {
    int start = cursor.offset();
    if (cursor.atEnd()) {
      return;
    }
    Chain first = ChainReader.read(cursor);
    if (cursor.atEnd() || cursor.isAt(":")) {
      cursor.moveTo(start);
      return;
    }
    endOfMonth = dash();
    Chain second = ChainReader.read(cursor);
    if (cursor.atEnd() || cursor.isAt(" ")) {
      month = first;
      day = second;
    } else if (endOfMonth) {
      throw cursor.wrong("the days from the end of a month are the last part of a date");
    } else {
      endOfMonth = dash();
      year = first;
      month = second;
      day = ChainReader.read(cursor);
    }
    if (!cursor.atEnd() && !cursor.isAt(" ")) {
      throw cursor.wrong("a blank is expected here");
    }
    cursor.skipSpaces();
  }

  /** Whether it is a tilde. */
  private boolean dash() {
    boolean tilde = cursor.take("~");
    if (!tilde) {
      cursor.expect("-", "a dash");
    }
    return tilde;
  }

  /** Seconds since 1970. */
  private void moment() {
    cursor.skipSpaces();
    int start = cursor.offset();
    long value = cursor.number(MOMENT_DIGITS);
    if (!cursor.atEnd() || value > Integer.MAX_VALUE * 1000L) {
      throw new CalendarCursor.Wrong(
          start, cursor.offset(), "seconds since 1970 are expected here");
    }
    LocalDateTime moment = LocalDateTime.ofInstant(Instant.ofEpochSecond(value), ZoneOffset.UTC);
    year = only(moment.getYear());
    month = only(moment.getMonthValue());
    day = only(moment.getDayOfMonth());
    hour = only(moment.getHour());
    minute = only(moment.getMinute());
    seconds = only(moment.getSecond() * Chain.SECOND);
    zone = Optional.of(ZoneId.of("UTC"));
  }

  private static Chain only(int value) {
    return new Chain(List.of(new Chain.Link(value, -1, 0)));
  }

  /** {@code HOUR:MINUTE[:SECOND]}. */
  private void time() {
    if (cursor.atEnd()) {
      return;
    }
    hour = ChainReader.read(cursor);
    cursor.expect(":", "a colon");
    minute = ChainReader.read(cursor);
    if (!cursor.atEnd()) {
      cursor.expect(":", "a colon");
      seconds = ChainReader.readSeconds(cursor);
    }
  }
}
