package dev.dryboot.foreign.calendar;

import dev.dryboot.foreign.value.Reading;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A calendar event as in {@code OnCalendar=Mon..Fri *-*-* 09:00} (systemd.time(7), calendarspec.c
 * of systemd 257).
 *
 * @param weekdays one bit for each day from Monday; 127 for every day
 * @param endOfMonth whether days are counted from the end of the month
 * @param seconds in microseconds
 * @param zone the time zone that is written; the host's own where none is
 */
public record CalendarEvent(
    int weekdays,
    Chain year,
    Chain month,
    Chain day,
    boolean endOfMonth,
    Chain hour,
    Chain minute,
    Chain seconds,
    Optional<ZoneId> zone) {
  static final int EVERY_DAY = 0x7f;
  static final int FIRST_YEAR = 1970;
  static final int LAST_YEAR = 2199;
  static final List<String> DAY_NAMES =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  /** Reads a calendar event. */
  public static Reading<CalendarEvent> read(String text) {
    return CalendarReader.read(text);
  }

  /**
   * When it elapses next after {@code after}; never, once and for all, if that is not before the
   * year 2200.
   *
   * @param local the time zone of the host
   */
  public Optional<Instant> next(Instant after, ZoneId local) {
    return CalendarSearch.next(this, after, zone.orElse(local));
  }

  /** The normalised form that {@code systemd-analyze calendar} shows. */
  @Override
  public String toString() {
    String days = weekdays == EVERY_DAY ? "" : shownDays() + " ";
    String date =
        year.shown(4)
            + "-"
            + month.shown(2)
            + (endOfMonth && !day.isAny() ? "~" : "-")
            + day.shown(2);
    String time = hour.shown(2) + ":" + minute.shown(2) + ":" + seconds.shownSeconds();
    return days + date + " " + time + zone.map(z -> " " + z.getId()).orElse("");
  }

  private String shownDays() {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      int last = i;
      while (last < 7 && (weekdays & (1 << last)) != 0) {
        last++;
      }
      if (last - i >= 3) {
        shown.add(shortName(i) + ".." + shortName(last - 1));
      } else {
        for (int j = i; j < last; j++) {
          shown.add(shortName(j));
        }
      }
      i = Math.max(i, last);
    }
    return String.join(",", shown);
  }

  private static String shortName(int day) {
    return DAY_NAMES.get(day).substring(0, 3);
  }
}
