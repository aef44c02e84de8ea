package dev.dryboot.foreign.calendar;

import dev.dryboot.foreign.value.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A schedule of cron with seconds, as RancherOS reads its {@code cron.schedule} label: {@code 0 0 3
 * * * ?}, {@code @hourly}, {@code @every 90m}. Each field is a set of bits.
 *
 * @param seconds and so on: bit n is set where the value n fits
 * @param anyDay whether the day of the month or of the week is open, so that both must fit
 * @param every the distance of {@code @every}, which knows no fields
 */
public record CronSchedule(
    long seconds,
    long minutes,
    long hours,
    long days,
    long months,
    long weekdays,
    boolean anyDay,
    Optional<Duration> every) {
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  private static final int MOST_YEARS = 5;

  /** Reads five fields (seconds to months) or six (days of the week too), or a shorthand. */
  public static Reading<CronSchedule> read(String text) {
    String spec = text.strip();
    if (spec.startsWith("@")) {
      return shorthand(spec);
    }
    String[] fields = spec.split("\\s+");
    if (fields.length != 5 && fields.length != 6) {
      return Reading.fault(0, text.length(), "a schedule has five or six fields");
    }
    String weekday = fields.length == 6 ? fields[5] : "*";
    long[] bits = {
      bits(fields[0], 0, 59, List.of()),
      bits(fields[1], 0, 59, List.of()),
      bits(fields[2], 0, 23, List.of()),
      bits(fields[3], 1, 31, List.of()),
      bits(fields[4], 1, 12, MONTHS),
      bits(weekday, 0, 6, DAYS)
    };
    int at = 0;
    for (int i = 0; i < fields.length; i++) {
      at = text.indexOf(fields[i], at);
      if (bits[i] == 0) {
        return Reading.fault(at, at + fields[i].length(), "this field holds no value that fits");
      }
      at += fields[i].length();
    }
    boolean open = isOpen(fields[3]) || isOpen(weekday);
    return Reading.of(
        new CronSchedule(
            bits[0], bits[1], bits[2], bits[3], bits[4], bits[5], open, Optional.empty()));
  }

  private static boolean isOpen(String field) {
    return field.startsWith("*") || field.startsWith("?");
  }

  private static Reading<CronSchedule> shorthand(String spec) {
    return switch (spec) {
      case "@yearly", "@annually" -> read("0 0 0 1 1 *");
      case "@monthly" -> read("0 0 0 1 * *");
      case "@weekly" -> read("0 0 0 * * 0");
      case "@daily", "@midnight" -> read("0 0 0 * * *");
      case "@hourly" -> read("0 0 * * * *");
      default -> every(spec);
    };
  }

  private static Reading<CronSchedule> every(String spec) {
    if (!spec.startsWith("@every ")) {
      return Reading.fault(0, spec.length(), "this shorthand is not known");
    }
    return dev.dryboot.foreign.container.EngineValues.readDuration(spec.substring(7))
        .shifted(7)
        .map(
            span ->
                new CronSchedule(
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    false,
                    Optional.of(Duration.ofSeconds(Math.max(1, span.micros() / 1_000_000)))));
  }

  /** No bits where the field cannot be read. */
  private static long bits(String field, int least, int most, List<String> names) {
    long bits = 0;
    for (String part : field.split(",", -1)) {
      String[] stepped = part.split("/", -1);
      String[] ends = stepped[0].split("-", -1);
      boolean open = stepped[0].equals("*") || stepped[0].equals("?");
      int first = open ? least : value(ends[0], least, names);
      int last = open ? most : ends.length == 2 ? value(ends[1], least, names) : first;
      int step = stepped.length == 2 ? value(stepped[1], 0, List.of()) : 1;
      last = stepped.length == 2 && ends.length == 1 ? most : last;
      if (first < least || last > most || first > last || step < 1 || stepped.length > 2) {
        return 0;
      }
      for (int i = first; i <= last; i += step) {
        bits |= 1L << i;
      }
    }
    return bits;
  }

  private static int value(String text, int least, List<String> names) {
    int name = names.indexOf(text.toUpperCase(Locale.ROOT));
    return name >= 0 ? name + least : text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
  }

  /** When it is due next after {@code after}. */
  public Optional<Instant> next(Instant after, ZoneId zone) {
    if (every.isPresent()) {
      return Optional.of(after.truncatedTo(ChronoUnit.SECONDS).plus(every.get()));
    }
    LocalDateTime now =
        LocalDateTime.ofInstant(after.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1), zone);
    LocalDateTime end = now.plusYears(MOST_YEARS);
    while (now.isBefore(end)) {
      if (!has(months, now.getMonthValue())) {
        now = now.toLocalDate().withDayOfMonth(1).plusMonths(1).atStartOfDay();
      } else if (!dayFits(now)) {
        now = now.toLocalDate().plusDays(1).atStartOfDay();
      } else if (!has(hours, now.getHour())) {
        now = now.truncatedTo(ChronoUnit.HOURS).plusHours(1);
      } else if (!has(minutes, now.getMinute())) {
        now = now.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
      } else if (!has(seconds, now.getSecond())) {
        now = now.plusSeconds(1);
      } else {
        return Optional.of(now.atZone(zone).toInstant());
      }
    }
    return Optional.empty();
  }

  private boolean dayFits(LocalDateTime now) {
    boolean day = has(days, now.getDayOfMonth());
    boolean weekday = has(weekdays, now.getDayOfWeek().getValue() % 7);
    return anyDay ? day && weekday : day || weekday;
  }

  private static boolean has(long bits, int value) {
    return (bits & (1L << value)) != 0;
  }
}
