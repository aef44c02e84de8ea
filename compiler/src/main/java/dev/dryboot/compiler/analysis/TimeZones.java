package dev.dryboot.compiler.analysis;

import dev.dryboot.source.Suggestion;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names of the tz database, as they lie in {@code /usr/share/zoneinfo}. */
final class TimeZones {
  /** Names of the database that Java leaves out in some of its versions. */
  private static final Set<String> ALSO = Set.of("EST", "MST", "HST", "Factory");

  private TimeZones() {}

  static boolean has(String name) {
    String plain = name.replaceFirst("^(posix|right)/", "");
    return ALSO.contains(plain)
        || ZoneId.getAvailableZoneIds().contains(plain) && !plain.startsWith("SystemV/");
  }

  /** The zone that was meant: spelt nearly like it, or of that city. */
  static Optional<String> nearest(String name) {
    Set<String> all = new TreeSet<>(ZoneId.getAvailableZoneIds());
    all.removeIf(zone -> zone.startsWith("SystemV/"));
    String city = "/" + name.strip().replace(' ', '_');
    return all.stream()
        .filter(
            zone -> zone.regionMatches(true, zone.length() - city.length(), city, 0, city.length()))
        .findFirst()
        .or(() -> Suggestion.nearest(name, all));
  }
}
