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

  /** Made once: Java makes a new set each time it is asked. */
  private static final Set<String> IN_JAVA = Set.copyOf(ZoneId.getAvailableZoneIds());

  private TimeZones() {}

  static boolean has(String name) {
    boolean below = name.startsWith("posix/") || name.startsWith("right/");
    String plain = below ? name.substring(name.indexOf('/') + 1) : name;
    return ALSO.contains(plain) || IN_JAVA.contains(plain) && !plain.startsWith("SystemV/");
  }

  /** The zone that was meant: spelt nearly like it, or of that city. */
  static Optional<String> nearest(String name) {
    Set<String> all = new TreeSet<>(IN_JAVA);
    all.removeIf(zone -> zone.startsWith("SystemV/"));
    String city = "/" + name.strip().replace(' ', '_');
    return all.stream()
        .filter(
            zone -> zone.regionMatches(true, zone.length() - city.length(), city, 0, city.length()))
        .findFirst()
        .or(() -> Suggestion.nearest(name, all));
  }
}
