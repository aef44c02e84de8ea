package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.runner.BootEvidence;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A boot that does not come to its goal. */
final class GoalNotReached implements ConflictRule {
  @Override
  public List<Diagnostic> findings(Sight sight) {
    BootEvidence.Boot boot = sight.boot();
    boolean ended =
        boot.end()
            .map(e -> !List.of("reboot", "power-cut", "poweroff", "kexec").contains(e.how()))
            .orElse(false);
    if (boot.reachedGoal() || (boot.end().isPresent() && !ended) || isToldByProvisioner(boot)) {
      return List.of();
    }
    return List.of(
        new Diagnostic(
                ConflictRules.GOAL_NOT_REACHED,
                Severity.ERROR,
                "boot %d does not come to its goal: %s".formatted(boot.number(), how(boot)),
                Optional.empty(),
                List.of(),
                "",
                "")
            .why(waiting(boot))
            .help(
                "the findings above, and the last lines of the timeline, say what stands in the"
                    + " way"));
  }

  /** Ignition does everything or nothing: its failure says that the machine does not come up. */
  private static boolean isToldByProvisioner(BootEvidence.Boot boot) {
    return boot.facts(Fact.StageEnded.class)
        .anyMatch(s -> s.provisioner().equals("ignition") && s.problem().isPresent());
  }

  private static String how(BootEvidence.Boot boot) {
    if (boot.end().isPresent()) {
      Fact.MachineEnded end = boot.end().get();
      return end.how()
          + end.exitStatus().map(s -> " with status " + s).orElse("")
          + (end.why().isEmpty() ? "" : " (" + end.why() + ")");
    }
    Optional<String> shell = shell(boot);
    if (shell.isPresent()) {
      return shell.get();
    }
    return switch (boot.runEnd()) {
      case QUIESCENT -> "nothing is left to do";
      case DEADLINE, TIME_LIMIT ->
          "after %d minutes it is still not there"
              .formatted(Math.max(1, (boot.ended() - boot.began()) / 60_000_000));
      case EVENT_LIMIT -> "it does not come to rest";
    };
  }

  /** The shell for repair that the machine has come to instead, and whose failure brought it. */
  private static Optional<String> shell(BootEvidence.Boot boot) {
    Optional<String> shell = Optional.empty();
    String failed = "";
    boolean root = boot.facts(Fact.RootSwitched.class).findAny().isEmpty();
    boolean initramfs = root && boot.unit("initrd.target").isPresent();
    for (Fact fact : boot.entries().stream().map(Trace.Entry::fact).toList()) {
      switch (fact) {
        case Fact.RootSwitched f -> failed = "";
        case Fact.JobFinished job
            when job.type().equals("start") && job.result().matches("failed|timeout") ->
            failed = job.unit();
        case Fact.UnitChanged unit
            when unit.active().equals("active")
                && unit.unit().matches("(emergency|rescue)\\.target") -> {
          String word = unit.unit().startsWith("emergency") ? "an emergency" : "a rescue";
          shell =
              Optional.of(
                  "the machine is in %s shell%s%s"
                      .formatted(
                          word,
                          initramfs ? " of its initial RAM disk" : "",
                          failed.isEmpty() ? "" : ", after " + failed + " failed"));
        }
        default -> {}
      }
    }
    return shell;
  }

  private static String waiting(BootEvidence.Boot boot) {
    Set<String> open = new LinkedHashSet<>();
    boot.entries()
        .forEach(
            entry -> {
              switch (entry.fact()) {
                case Fact.JobInstalled job when job.type().equals("start") -> open.add(job.unit());
                case Fact.JobFinished job -> open.remove(job.unit());
                case Fact.JobDeleted job -> open.remove(job.unit());
                default -> {}
              }
            });
    return open.isEmpty()
        ? ""
        : "Still waiting to start: "
            + open.stream().sorted().limit(12).collect(Collectors.joining(", "))
            + (open.size() > 12 ? " and " + (open.size() - 12) + " more." : ".");
  }
}
