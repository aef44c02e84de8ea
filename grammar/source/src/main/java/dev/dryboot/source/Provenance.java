package dev.dryboot.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the characters of a text came from: stretches with their origins, in order and apart from
 * each other. The empty provenance says that the text is the author's own.
 *
 * @param stretches sorted by start
 */
public record Provenance(List<Stretch> stretches) {
  public static final Provenance NONE = new Provenance(List.of());

  /**
   * A stretch of a text and where it came from.
   *
   * @param start offset of the first character
   * @param end offset behind the last character
   * @param origin where the stretch came from
   * @param decoded the text that this stretch stands for, where it is an encoded one (a data URL, a
   *     quoted scalar) and its parts have origins of their own; else empty
   */
  public record Stretch(int start, int end, Origin origin, Optional<SourceText> decoded) {
    public Stretch(int start, int end, Origin origin) {
      this(start, end, origin, Optional.empty());
    }
  }

  public Provenance {
    stretches = List.copyOf(stretches);
    for (int i = 1; i < stretches.size(); i++) {
      if (stretches.get(i).start() < stretches.get(i - 1).end()) {
        throw new IllegalArgumentException(
            "stretches overlap at offset " + stretches.get(i).start());
      }
    }
  }

  /** A provenance of stretches in any order. */
  public static Provenance of(List<Stretch> stretches) {
    var sorted = new ArrayList<>(stretches);
    sorted.sort(Comparator.comparingInt(Stretch::start));
    return new Provenance(sorted);
  }

  /** The origin of the character at {@code offset}, if it is known. */
  public Optional<Origin> at(int offset) {
    return stretchAt(offset).map(Stretch::origin);
  }

  /** The stretch that holds the character at {@code offset} (or ends there, at the text's end). */
  public Optional<Stretch> stretchAt(int offset) {
    int low = 0;
    int high = stretches.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Stretch stretch = stretches.get(middle);
      if (offset < stretch.start()) {
        high = middle - 1;
      } else if (offset >= stretch.end()
          && !(offset == stretch.end() && middle == stretches.size() - 1)) {
        low = middle + 1;
      } else {
        return Optional.of(stretch);
      }
    }
    return Optional.empty();
  }
}
