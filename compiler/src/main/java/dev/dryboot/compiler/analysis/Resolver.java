package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.TargetChoice;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import java.util.List;

/** Makes the model of a host: its layers in their order, its placeholders resolved. */
public final class Resolver {
  private final Project project;
  private final Surroundings surroundings;

  public Resolver(Project project, Surroundings surroundings) {
    this.project = project;
    this.surroundings = surroundings;
  }

  public List<TargetChoice> targets(String host) {
    return List.of();
  }

  public Outcome<HostModel> resolve(String host, TargetChoice target, int replica) {
    return Outcome.failed(Report.EMPTY);
  }
}
