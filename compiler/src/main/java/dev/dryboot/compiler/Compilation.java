package dev.dryboot.compiler;

import dev.dryboot.compiler.document.Artifact;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.plan.Plan;
import java.util.List;

/** What came of a host: its model, its plan and its artifacts. */
public record Compilation(HostModel host, Plan plan, List<Artifact> artifacts) {
  public Compilation {
    artifacts = List.copyOf(artifacts);
  }
}
