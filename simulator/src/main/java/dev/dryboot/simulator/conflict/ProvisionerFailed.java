package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A provisioner's stage that failed: Ignition's ends the boot, cloud-init goes on. */
final class ProvisionerFailed implements ConflictRule {
  @Override
  public List<Diagnostic> findings(Sight sight) {
    return sight
        .boot()
        .facts(Fact.StageEnded.class)
        .flatMap(ended -> ended.problem().map(p -> finding(sight, ended, p)).stream())
        .toList();
  }

  private static Diagnostic finding(Sight sight, Fact.StageEnded ended, String problem) {
    boolean ignition = ended.provisioner().equals("ignition");
    return new Diagnostic(
        ConflictRules.PROVISIONER_FAILED,
        ignition ? Severity.ERROR : Severity.WARNING,
        "%s's stage %s fails: %s".formatted(ended.provisioner(), ended.stage(), problem),
        place(sight, problem),
        List.of(),
        ignition
            ? "Ignition does everything or nothing: the machine stops in an emergency shell in its"
                + " initial RAM disk, and does not come up at its first boot."
            : "cloud-init goes on with its next module, and says at the end that it had errors:"
                + " what the module was to do is not done, or half done.",
        "");
  }

  /** Where the first path of the problem that the user wrote stands. */
  private static Optional<Span> place(Sight sight, String problem) {
    return Stream.of(problem.split("[\\s:,]+", -1))
        .filter(word -> word.startsWith("/") && word.length() > 1)
        .map(sight::written)
        .flatMap(Optional::stream)
        .findFirst();
  }
}
