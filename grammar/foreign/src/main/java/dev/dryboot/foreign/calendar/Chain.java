package dev.dryboot.foreign.calendar;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The values that a part of a calendar event takes, such as {@code 0..10/2,30}.
 *
 * @param links sorted; empty for every value
 */
record Chain(List<Link> links) {
  static final Chain ANY = new Chain(List.of());
  static final Chain ZERO = new Chain(List.of(new Link(0, -1, 0)));

  /**
   * A value, a range, or values at equal distances.
   *
   * @param start the first value
   * @param stop the last one; -1 where there is none
   * @param repeat the distance; 0 for a single value
   */
  record Link(int start, int stop, int repeat) {

    /** Without what a distance never reaches (normalize_chain()). */
    Link normalised() {
      if (stop <= start || repeat <= 0) {
        return this;
      }
      int last = stop - (stop - start) % repeat;
      return last == start ? new Link(start, -1, 0) : new Link(start, last, repeat);
    }

    /** The first value at or behind {@code least}. */
    OptionalInt next(int least) {
      if (start >= least) {
        return OptionalInt.of(start);
      }
      if (repeat <= 0) {
        return OptionalInt.empty();
      }
      int steps = (least - start + repeat - 1) / repeat;
      long value = start + (long) steps * repeat;
      return (stop < 0 || value <= stop) && value <= Integer.MAX_VALUE
          ? OptionalInt.of((int) value)
          : OptionalInt.empty();
    }

    /** The same, counted from the end of a month of {@code days}. */
    Link fromEnd(int days) {
      int first = fromEnd(start, days);
      int last = stop < 0 ? -1 : fromEnd(stop, days);
      return last > 0 ? new Link(last, first, repeat) : new Link(first, last, repeat);
    }

    private static int fromEnd(int value, int days) {
      return value > days ? -1 : days - value + 1;
    }
  }

  Chain {
    links =
        links.stream()
            .map(Link::normalised)
            .sorted(
                Comparator.comparingInt(Link::start)
                    .thenComparingInt(Link::stop)
                    .thenComparingInt(Link::repeat))
            .distinct()
            .toList();
  }

  boolean isAny() {
    return links.isEmpty();
  }

  /** The first value at or behind {@code least}; {@code least} itself where every value fits. */
  OptionalInt next(int least) {
    if (isAny()) {
      return OptionalInt.of(least);
    }
    return links.stream().map(l -> l.next(least)).flatMapToInt(OptionalInt::stream).min();
  }

  /** The days that it means in a month of {@code days}, where it counts from the end. */
  Chain fromEnd(int days) {
    return new Chain(links.stream().map(l -> l.fromEnd(days)).toList());
  }

  /** A link that has values outside of {@code least..most} (chain_valid()). */
  Optional<Link> outside(int least, int most, boolean fromEnd) {
    int end = fromEnd ? most - 3 : most;
    return links.stream().filter(l -> !fits(l, least, end, fromEnd)).findFirst();
  }

  private static boolean fits(Link link, int least, int most, boolean fromEnd) {
    if (link.start < least || link.start > most || link.repeat > most - least) {
      return false;
    }
    if (link.stop >= 0) {
      boolean ordered = link.start + link.repeat <= link.stop || link.start == link.stop;
      return link.stop >= least && link.stop <= most && ordered;
    }
    return fromEnd ? link.start - link.repeat >= least : link.start + link.repeat <= most;
  }

  /** As systemd shows it, each number with {@code digits} digits at least. */
  String shown(int digits) {
    if (isAny()) {
      return "*";
    }
    var shown = new StringBuilder();
    for (Link link : links) {
      shown.append(shown.isEmpty() ? "" : ",").append(padded(link.start, digits));
      if (link.stop >= 0) {
        shown.append("..").append(padded(link.stop, digits));
      }
      if (link.repeat > 0 && !(link.stop >= 0 && link.repeat == 1)) {
        shown.append('/').append(link.repeat);
      }
    }
    return shown.toString();
  }

  /** As systemd shows seconds, which are counted in microseconds here. */
  String shownSeconds() {
    if (isAny() || links.equals(List.of(new Link(0, -1, SECOND)))) {
      return "*";
    }
    var shown = new StringBuilder();
    for (Link link : links) {
      shown.append(shown.isEmpty() ? "" : ",").append(seconds(link.start, 2));
      if (link.stop >= 0) {
        shown.append("..").append(seconds(link.stop, 2));
      }
      if (link.repeat > 0 && !(link.stop >= 0 && link.repeat == SECOND)) {
        shown.append('/').append(seconds(link.repeat, 1));
      }
    }
    return shown.toString();
  }

  static final int SECOND = 1_000_000;

  private static String seconds(int micros, int digits) {
    String fraction =
        micros % SECOND == 0 ? "" : String.format(java.util.Locale.ROOT, ".%06d", micros % SECOND);
    return padded(micros / SECOND, digits) + fraction;
  }

  private static String padded(int value, int digits) {
    return String.format(java.util.Locale.ROOT, "%0" + digits + "d", value);
  }
}
