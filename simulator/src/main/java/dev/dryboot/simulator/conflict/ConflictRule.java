package dev.dryboot.simulator.conflict;

import dev.dryboot.source.Diagnostic;
import java.util.List;

/** Something to look for after a boot. */
@FunctionalInterface
interface ConflictRule {
  /** What it finds in one boot; the same thing may be found more than once. */
  List<Diagnostic> findings(Sight sight);
}
