package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.source.Span;
import java.util.Optional;

/**
 * Why a unit depends on another.
 *
 * @param kind how the dependency came about
 * @param written where it is written: the name in a directive, or the link's text
 */
public record DependencyOrigin(Kind kind, Optional<Span> written) {

  /** How dependencies come about (systemd's UnitDependencyMask). */
  public enum Kind {
    /** A directive of a unit file. */
    FILE,
    /** A link in a .wants/, .requires/ or .upholds/ directory. */
    LINK,
    /** DefaultDependencies=. */
    DEFAULT,
    /** The unit's own nature: slices, triggers, mounts. */
    IMPLICIT
  }

  public static final DependencyOrigin DEFAULT =
      new DependencyOrigin(Kind.DEFAULT, Optional.empty());
  public static final DependencyOrigin IMPLICIT =
      new DependencyOrigin(Kind.IMPLICIT, Optional.empty());

  public static DependencyOrigin file(Span at) {
    return new DependencyOrigin(Kind.FILE, Optional.of(at));
  }

  public static DependencyOrigin link(Optional<Span> at) {
    return new DependencyOrigin(Kind.LINK, at);
  }
}
