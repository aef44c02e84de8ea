package dev.dryboot.foreign.calendar;

import dev.dryboot.foreign.value.Reading;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
  private static final int MOST_LINKS = 240;

  /** What is wrong, thrown through the steps of the reader and caught where it begins. */
  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int from;
    private final int to;

    Wrong(int from, int to, String message) {
      super(message, null, false, false);
      this.from = from;
      this.to = to;
    }
  }

  private final String text;
  private int at;
  private int weekdays;
  private Chain year = Chain.ANY;
  private Chain month = Chain.ANY;
  private Chain day = Chain.ANY;
  private boolean endOfMonth;
  private Chain hour = Chain.ZERO;
  private Chain minute = Chain.ZERO;
  private Chain seconds = Chain.ZERO;
  private Optional<ZoneId> zone;

  private CalendarReader(String text, Optional<ZoneId> zone) {
    this.text = text;
    this.zone = zone;
  }

  static Reading<CalendarEvent> read(String text) {
    Optional<ZoneId> zone = zoneOf(text);
    String local = zone.isPresent() ? text.substring(0, text.lastIndexOf(' ')) : text;
    String known = SHORTHANDS.get(local.toLowerCase(Locale.ROOT));
    try {
      return Reading.of(new CalendarReader(known == null ? local : known, zone).event());
    } catch (Wrong wrong) {
      return Reading.fault(
          wrong.from, Math.max(wrong.from, wrong.to), String.valueOf(wrong.getMessage()));
    }
  }

  private static Optional<ZoneId> zoneOf(String text) {
    String name = text.substring(text.lastIndexOf(' ') + 1);
    if (name.length() == text.length()) {
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
    if (text.isEmpty()) {
      throw new Wrong(0, 0, "a calendar event is missing");
    }
    weekdays();
    if (!date()) {
      time();
    }
    if (at != text.length()) {
      throw wrong("nothing is expected here");
    }
    if (weekdays == 0) {
      weekdays = CalendarEvent.EVERY_DAY;
    }
    checkRanges();
    return new CalendarEvent(weekdays, year, month, day, endOfMonth, hour, minute, seconds, zone);
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
      throw new Wrong(0, text.length(), what + " goes " + range + ", and a step must fit in");
    }
  }

  private void weekdays() {
    int open = -1;
    boolean first = true;
    while (true) {
      int found = dayName();
      if (found < 0) {
        if (first) {
          return;
        }
        throw wrong("a day of the week is expected here");
      }
      if (open > found) {
        throw wrong("the range of days ends before it begins");
      }
      for (int i = open < 0 ? found : open; i <= found; i++) {
        weekdays |= 1 << i;
      }
      open = -1;
      if (at == text.length()) {
        return;
      }
      char next = text.charAt(at);
      if (next == ' ') {
        at++;
        return;
      }
      boolean ranged = next == '-' || text.startsWith("..", at);
      if (!ranged && next != ',') {
        throw wrong("a comma or a range is expected here");
      }
      at += next == '.' ? 2 : 1;
      open = ranged ? found : -1;
      first = false;
      if (!ranged && (at == text.length() || text.charAt(at) == ' ')) {
        skipSpaces();
        return;
      }
    }
  }

  /** The day whose name stands here, from 0 for Monday; -1 where there is none. */
  private int dayName() {
    for (int i = 0; i < 7; i++) {
      String name = CalendarEvent.DAY_NAMES.get(i);
      for (String form : List.of(name, name.substring(0, 3))) {
        if (text.regionMatches(true, at, form, 0, form.length())) {
          int end = at + form.length();
          if (end == text.length() || "-, .".indexOf(text.charAt(end)) >= 0) {
            at = end;
            return i;
          }
        }
      }
    }
    return -1;
  }

  /** Whether the date was a moment, which leaves no time to read. */
  private boolean date() {
    if (at == text.length()) {
      return false;
    }
    int start = at;
    if (text.charAt(at) == '@') {
      return moment();
    }
    Chain first = chain(false);
    if (at == text.length() || text.charAt(at) == ':') {
      at = start;
      return false;
    }
    endOfMonth = dash();
    Chain second = chain(false);
    if (at == text.length() || text.charAt(at) == ' ') {
      month = first;
      day = second;
    } else if (endOfMonth) {
      throw wrong("the days from the end of a month are the last part of a date");
    } else {
      endOfMonth = dash();
      year = first;
      month = second;
      day = chain(false);
    }
    if (at != text.length() && text.charAt(at) != ' ') {
      throw wrong("a blank is expected here");
    }
    skipSpaces();
    return false;
  }

  /** Whether it is a tilde. */
  private boolean dash() {
    if (text.charAt(at) != '-' && text.charAt(at) != '~') {
      throw wrong("a dash is expected here");
    }
    return text.charAt(at++) == '~';
  }

  private boolean moment() {
    int start = ++at;
    long value = number(false);
    if (at != text.length()) {
      throw new Wrong(start, text.length(), "seconds since 1970 are expected here");
    }
    LocalDateTime moment = LocalDateTime.ofInstant(Instant.ofEpochSecond(value), ZoneOffset.UTC);
    year = only(moment.getYear());
    month = only(moment.getMonthValue());
    day = only(moment.getDayOfMonth());
    hour = only(moment.getHour());
    minute = only(moment.getMinute());
    seconds = only(moment.getSecond() * Chain.SECOND);
    zone = Optional.of(ZoneId.of("UTC"));
    return true;
  }

  private static Chain only(int value) {
    return new Chain(List.of(new Chain.Link(value, -1, 0)));
  }

  private void time() {
    if (at == text.length()) {
      return;
    }
    hour = chain(false);
    if (at == text.length() || text.charAt(at) != ':') {
      throw wrong("a colon is expected here");
    }
    at++;
    minute = chain(false);
    if (at < text.length()) {
      if (text.charAt(at) != ':') {
        throw wrong("a colon is expected here");
      }
      at++;
      seconds = chain(true);
    }
  }

  private Chain chain(boolean micros) {
    if (text.startsWith("*", at)) {
      at++;
      return micros ? new Chain(List.of(new Chain.Link(0, -1, Chain.SECOND))) : Chain.ANY;
    }
    List<Chain.Link> links = new ArrayList<>();
    do {
      at += links.isEmpty() ? 0 : 1;
      links.add(link(micros));
      if (links.size() > MOST_LINKS) {
        throw wrong("this has too many parts");
      }
    } while (text.startsWith(",", at));
    return new Chain(links);
  }

  private Chain.Link link(boolean micros) {
    int unit = micros ? Chain.SECOND : 1;
    int start = (int) number(micros);
    int stop = -1;
    int repeat = 0;
    if (text.startsWith("..", at)) {
      at += 2;
      int stopAt = at;
      stop = (int) number(micros);
      repeat = unit;
      if (stop < start) {
        throw new Wrong(stopAt, at, "the range ends before it begins");
      }
      if (stop == start) {
        stop = -1;
        repeat = 0;
      }
    }
    if (text.startsWith("/", at)) {
      int slash = at++;
      repeat = (int) number(micros);
      if (repeat == 0) {
        throw new Wrong(slash + 1, at, "a step of nothing never ends");
      }
    }
    if (at < text.length() && " ,-~:".indexOf(text.charAt(at)) < 0) {
      throw wrong("this is not expected here");
    }
    return new Chain.Link(start, stop, repeat);
  }

  /** A number; of seconds with its fraction, in microseconds. */
  private long number(boolean micros) {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (start == at) {
      throw wrong("a number is expected here");
    }
    if (at - start > (micros ? 3 : 11)) {
      throw new Wrong(start, at, "this number is too large");
    }
    long value = Long.parseLong(text, start, at, 10);
    if (!micros) {
      return value;
    }
    value *= Chain.SECOND;
    if (text.startsWith(".", at) && !text.startsWith("..", at)) {
      int scale = Chain.SECOND / 10;
      int fraction = ++at;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        value += (long) (text.charAt(at++) - '0') * scale;
        scale /= 10;
      }
      if (fraction == at) {
        throw wrong("a fraction of a second is expected here");
      }
    }
    return value;
  }

  private void skipSpaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private Wrong wrong(String message) {
    return new Wrong(at, Math.min(at + 1, text.length()), message);
  }
}
