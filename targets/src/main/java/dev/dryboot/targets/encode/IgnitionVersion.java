package dev.dryboot.targets.encode;

import dev.dryboot.compiler.plan.PlanRules;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Origin;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which version of Ignition's specification a document needs, and which it gets. */
public final class IgnitionVersion {
  /** Minor versions of 3 that can be written. */
  public static final int NEWEST = 6;

  /** What is written unless a host needs more: understood by every current system. */
  public static final int USUAL = 4;

  private final List<Need> needs = new ArrayList<>();

  private record Need(int minor, Origin origin, String what) {}

  /** Remembers that {@code what} came with 3.{@code minor}. */
  void need(int minor, Origin origin, String what) {
    needs.add(new Need(minor, origin, what));
  }

  /** The minor version of a wish such as {@code 3.3}; empty where there is no such version. */
  public static Optional<Integer> minor(String wish) {
    return wish.matches("3\\.[0-6](\\.0)?") ? Optional.of(wish.charAt(2) - '0') : Optional.empty();
  }

  /** The version to write: the wish, or else the usual one, or more where the host needs more. */
  int chosen(Optional<Integer> wish) {
    return wish.orElseGet(() -> needs.stream().mapToInt(Need::minor).reduce(USUAL, Math::max));
  }

  /** What the wish is too old for. */
  List<Diagnostic> tooNew(Optional<Integer> wish) {
    List<Diagnostic> found = new ArrayList<>();
    for (Need need : needs) {
      if (wish.isPresent() && need.minor() > wish.get()) {
        found.add(
            Diagnostic.of(
                    PlanRules.NEEDS_NEWER_FORMAT,
                    Severity.ERROR,
                    need.origin(),
                    "%s needs Ignition 3.%d, and 3.%d is asked for"
                        .formatted(need.what(), need.minor(), wish.get()))
                .why("an older Ignition ignores it or refuses the whole document")
                .help("ask for 3.%d, or leave it out".formatted(need.minor())));
      }
    }
    return found;
  }
}
