package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.Text;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Origin;
import dev.dryboot.source.Report;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what a planner or encoder has to say; each lowering once. */
public final class Notes {
  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<String> said = new LinkedHashSet<>();

  /** Says once that {@code what} is expressed by {@code by}. */
  public void lowered(Origin at, String what, String by) {
    if (said.add(what)) {
      found.add(Diagnostic.of(PlanRules.LOWERED, Severity.NOTE, at, "%s: %s".formatted(what, by)));
    }
  }

  /** Says that {@code what} comes out as something near to it only. */
  public void approximated(Origin at, String what, String as) {
    if (said.add(what)) {
      found.add(
          Diagnostic.of(PlanRules.APPROXIMATED, Severity.NOTE, at, "%s: %s".formatted(what, as)));
    }
  }

  /** Says that an artifact cannot hold what only the machine knows. */
  void machineOnly(Text.Fact fact) {
    add(
        Diagnostic.of(
                PlanRules.NOT_ON_THIS_TARGET,
                Severity.ERROR,
                fact.origin(),
                "${%s} has no value here: only the machine knows it".formatted(fact.name()))
            .why("the provisioner would take the characters as they stand")
            .help(
                "use it in a setting of a service or of a container that systemd runs, on a system"
                    + " that tells it to units, such as fedora-coreos"));
  }

  public void add(Diagnostic diagnostic) {
    if (!found.contains(diagnostic)) {
      found.add(diagnostic);
    }
  }

  public Report report() {
    return new Report(found);
  }
}
