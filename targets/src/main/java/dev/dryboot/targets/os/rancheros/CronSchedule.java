package dev.dryboot.targets.os.rancheros;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calendars of systemd as the schedules of container-crontab: seconds, minutes, hours, day, month,
 * weekday.
 */
final class CronSchedule {
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
  private static final Pattern CALENDAR =
      Pattern.compile(
          "(?:(?<days>[A-Za-z]{3,9}(?:(?:,|\\.\\.)[A-Za-z]{3,9})*)\\s+)?"
              + "(?:\\*-(?<month>\\*|[0-9]{1,2})-(?<day>\\*|[0-9]{1,2})\\s+)?"
              + "(?<hour>\\*|[0-9]{1,2}):(?<minute>\\*|[0-9]{1,2})(?::(?<second>[0-9]{1,2}))?");

  private CronSchedule() {}

  /** The schedule, where there is one that means the same. */
  static Optional<String> of(String calendar) {
    return switch (calendar.strip().toLowerCase(Locale.ROOT)) {
      case "minutely" -> Optional.of("0 * * * * *");
      case "hourly" -> Optional.of("@hourly");
      case "daily" -> Optional.of("@daily");
      case "weekly" -> Optional.of("0 0 0 * * 1");
      case "monthly" -> Optional.of("@monthly");
      case String other -> matched(CALENDAR.matcher(other));
    };
  }

  private static Optional<String> matched(Matcher calendar) {
    if (!calendar.matches()) {
      return Optional.empty();
    }
    Optional<String> days = days(calendar.group("days"));
    return days.map(
        d ->
            String.join(
                " ",
                number(calendar.group("second"), "0"),
                number(calendar.group("minute"), "*"),
                number(calendar.group("hour"), "*"),
                number(calendar.group("day"), "*"),
                number(calendar.group("month"), "*"),
                d));
  }

  private static String number(String digits, String otherwise) {
    return digits == null || digits.equals("*") ? otherwise : "" + Integer.parseInt(digits);
  }

  private static Optional<String> days(String days) {
    if (days == null) {
      return Optional.of("*");
    }
    StringBuilder all = new StringBuilder();
    for (String part : days.split(",")) {
      String[] ends = part.split("\\.\\.");
      int first = DAYS.indexOf(ends[0].substring(0, 3));
      int last = DAYS.indexOf(ends[ends.length - 1].substring(0, 3));
      if (first < 0 || last < 0 || last < first) {
        return Optional.empty();
      }
      all.append(all.isEmpty() ? "" : ",").append(first == last ? "" + first : first + "-" + last);
    }
    return Optional.of(all.toString());
  }
}
