package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.runner.BootEvidence;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Report;
import dev.dryboot.source.Severity;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Runs all rules over what came of a machine's boots. */
public final class Conflicts {
  private static final List<ConflictRule> RULES =
      List.of(
          new UnitFileText(),
          new DockerClientKill(),
          new DockerDetachSimple(),
          new DoubleRestart(),
          new StaleContainerName(),
          new PullTimeout(),
          new Enablement(),
          new RequiresUnavailable(),
          new OrderingCycle(),
          new NetworkNotOnline(),
          new CloudInitDeadlock(),
          new EngineDataNotMounted(),
          new VolumeNotMounted(),
          new FileRefusal(),
          new PortClash(),
          new ProvisionerFailed(),
          new EngineRefusedProvisioner(),
          new DaemonSettingsRefused(),
          new UnitFailed(),
          new NotStarted(),
          new LateByTimeout(),
          new StillWaiting(),
          new GoalNotReached(),
          new NotModelled());

  private Conflicts() {}

  /**
   * What goes wrong.
   *
   * @param runs of one image, each in a schedule of its own
   * @param users whether a text is one of the user's own; findings that only concern others are
   *     left out
   */
  public static Report check(List<BootEvidence> runs, Predicate<SourceText> users) {
    Map<Key, Diagnostic> found = new LinkedHashMap<>();
    Map<Key, Set<BootEvidence>> where = new LinkedHashMap<>();
    for (BootEvidence run : runs) {
      for (BootEvidence.Boot boot : run.boots()) {
        for (Diagnostic diagnostic : findings(new Sight(run, boot, users))) {
          Key key = Key.of(diagnostic);
          found.putIfAbsent(key, diagnostic);
          where.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(run);
        }
      }
    }
    List<Diagnostic> all = new ArrayList<>();
    found.forEach(
        (key, diagnostic) ->
            all.add(counted(diagnostic, where.getOrDefault(key, Set.of()).size(), runs.size())));
    return new Report(all);
  }

  private static List<Diagnostic> findings(Sight sight) {
    return RULES.stream()
        .flatMap(rule -> rule.findings(sight).stream())
        .filter(d -> d.span().map(sight::isUsers).orElse(true))
        .map(Diagnostic::written)
        .toList();
  }

  /** Says in how many schedules it happens, where that is not all of them. */
  private static Diagnostic counted(Diagnostic diagnostic, int in, int of) {
    if (in == of || diagnostic.severity() == Severity.NOTE) {
      return diagnostic;
    }
    String schedules = "It happens in " + in + " of " + of + " schedules.";
    return diagnostic.why(
        diagnostic.why().isEmpty() ? schedules : diagnostic.why() + " " + schedules);
  }

  private record Key(String code, Optional<Span> span, String message) {
    static Key of(Diagnostic d) {
      return new Key(d.rule().code(), d.span(), d.message());
    }
  }
}
