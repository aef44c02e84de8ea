package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A command of cloud-init's that a container engine refuses: a script goes on after it, and says
 * nothing.
 */
final class EngineRefusedProvisioner implements ConflictRule {
  private static final List<String> STAGES =
      List.of(
          "cloud-init-network.service",
          "cloud-init.service",
          "cloud-config.service",
          "cloud-final.service");

  @Override
  public List<Diagnostic> findings(Sight sight) {
    return sight
        .boot()
        .facts(Fact.EngineRefused.class)
        .filter(f -> STAGES.contains(f.asker()))
        .distinct()
        .flatMap(f -> finding(sight, f).stream())
        .toList();
  }

  private static Optional<Diagnostic> finding(Sight sight, Fact.EngineRefused refused) {
    return place(sight, refused)
        .map(
            span ->
                Diagnostic.warning(
                        ConflictRules.PROVISIONER_FAILED,
                        span,
                        "a command of cloud-init's fails: %s says: %s"
                            .formatted(refused.engine(), refused.reason()))
                    .why(
                        "The script goes on with its next command, and where that succeeds,"
                            + " cloud-init reports no error.")
                    .help(
                        refused.reason().contains("not installed")
                            ? "install it first: packages: [docker.io], or Docker's own packages"
                                + " with apt: sources:"
                            : ""));
  }

  private static Optional<Span> place(Sight sight, Fact.EngineRefused refused) {
    List<String> verbs = List.of("run", "create", "start", "exec", "pull", "compose");
    return verbs.stream()
        .map(verb -> sight.writtenCommand(List.of(refused.engine(), verb)))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
