package dev.dryboot.foreign.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds when a calendar event elapses next (find_next() of systemd 257). */
final class CalendarSearch {
  private static final int MOST_STEPS = 1000;

  private final CalendarEvent event;
  private LocalDateTime now;

  private CalendarSearch(CalendarEvent event, LocalDateTime from) {
    this.event = event;
    this.now = from;
  }

  static Optional<Instant> next(CalendarEvent event, Instant after, ZoneId zone) {
    Instant start = after.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
    LocalDateTime from = LocalDateTime.ofInstant(start, zone);
    for (int i = 0; i < MOST_STEPS; i++) {
      Optional<LocalDateTime> found = new CalendarSearch(event, from).find();
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Optional<Instant> moment = moment(found.get(), start, zone);
      if (moment.isPresent()) {
        return moment;
      }
      from = found.get().plus(1, ChronoUnit.MICROS);
    }
    return Optional.empty();
  }

  /** The moment of a local time, of two the first that is late enough; none in a gap. */
  private static Optional<Instant> moment(LocalDateTime local, Instant start, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return offsets.stream().map(local::toInstant).filter(t -> !t.isBefore(start)).findFirst();
  }

  private Optional<LocalDateTime> find() {
    while (now.getYear() <= CalendarEvent.LAST_YEAR) {
      OptionalInt year = event.year().next(now.getYear());
      if (year.isEmpty() || year.getAsInt() > CalendarEvent.LAST_YEAR) {
        return Optional.empty();
      }
      if (year.getAsInt() != now.getYear()) {
        now = LocalDate.of(year.getAsInt(), 1, 1).atStartOfDay();
      }
      if (month() && day() && hour() && minute() && second()) {
        return Optional.of(now);
      }
    }
    return Optional.empty();
  }

  /** Each step moves on to what fits, or to the next larger part and says no. */
  private boolean month() {
    OptionalInt month = event.month().next(now.getMonthValue());
    if (month.isEmpty() || month.getAsInt() > 12) {
      now = LocalDate.of(now.getYear() + 1, 1, 1).atStartOfDay();
      return false;
    }
    if (month.getAsInt() != now.getMonthValue()) {
      now = LocalDate.of(now.getYear(), month.getAsInt(), 1).atStartOfDay();
    }
    return true;
  }

  private boolean day() {
    int days = YearMonth.from(now).lengthOfMonth();
    Chain chain =
        event.endOfMonth() && !event.day().isAny() ? event.day().fromEnd(days) : event.day();
    OptionalInt day = chain.next(now.getDayOfMonth());
    if (day.isEmpty() || day.getAsInt() > days) {
      now = YearMonth.from(now).plusMonths(1).atDay(1).atStartOfDay();
      return false;
    }
    if (day.getAsInt() != now.getDayOfMonth()) {
      now = now.toLocalDate().withDayOfMonth(day.getAsInt()).atStartOfDay();
    }
    if ((event.weekdays() & (1 << (now.getDayOfWeek().getValue() - 1))) == 0) {
      now = now.toLocalDate().plusDays(1).atStartOfDay();
      return false;
    }
    return true;
  }

  private boolean hour() {
    OptionalInt hour = event.hour().next(now.getHour());
    if (hour.isEmpty() || hour.getAsInt() > 23) {
      now = now.toLocalDate().plusDays(1).atStartOfDay();
      return false;
    }
    if (hour.getAsInt() != now.getHour()) {
      now = now.toLocalDate().atTime(hour.getAsInt(), 0);
    }
    return true;
  }

  private boolean minute() {
    OptionalInt minute = event.minute().next(now.getMinute());
    if (minute.isEmpty() || minute.getAsInt() > 59) {
      now = now.truncatedTo(ChronoUnit.HOURS).plusHours(1);
      return false;
    }
    if (minute.getAsInt() != now.getMinute()) {
      now = now.truncatedTo(ChronoUnit.HOURS).withMinute(minute.getAsInt());
    }
    return true;
  }

  private boolean second() {
    int micros = now.getSecond() * Chain.SECOND + now.getNano() / 1000;
    OptionalInt second = event.seconds().next(micros);
    if (second.isEmpty() || second.getAsInt() >= 60 * Chain.SECOND) {
      now = now.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
      return false;
    }
    int found = second.getAsInt();
    now =
        now.toLocalDate()
            .atTime(
                LocalTime.of(
                    now.getHour(),
                    now.getMinute(),
                    found / Chain.SECOND,
                    found % Chain.SECOND * 1000));
    return true;
  }
}
