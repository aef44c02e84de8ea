package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A unit of the user's that fails in the simulated boot, and what fails with it. */
final class UnitFailed implements ConflictRule {
  @Override
  public List<Diagnostic> findings(Sight sight) {
    Set<String> failed = failedBeforeShutdown(sight);
    DaemonSettingsRefused.told(sight).forEach(failed::remove);
    List<Diagnostic> found = new ArrayList<>();
    for (String name : failed) {
      sight.unit(name).flatMap(u -> finding(sight, u)).ifPresent(found::add);
    }
    return found;
  }

  /** How a unit ends that the machine stops as it goes down is of no consequence. */
  private static Set<String> failedBeforeShutdown(Sight sight) {
    Set<String> failed = new LinkedHashSet<>();
    for (Trace.Entry entry : sight.boot().entries()) {
      if (entry.fact() instanceof Fact.JobInstalled job
          && job.unit().equals("shutdown.target")
          && job.type().equals("start")) {
        break;
      }
      if (entry.fact() instanceof Fact.UnitChanged changed && changed.active().equals("failed")) {
        failed.add(changed.unit());
      }
    }
    return failed;
  }

  private static Optional<Diagnostic> finding(Sight sight, UnitRecord unit) {
    Optional<Fact.ProcessEnded> end =
        sight
            .boot()
            .facts(Fact.ProcessEnded.class)
            .filter(f -> f.owner().equals(unit.name()) && !isSuccess(f.end()))
            .findFirst();
    Optional<Fact.ProcessStarted> process =
        end.flatMap(
            e ->
                sight
                    .boot()
                    .facts(Fact.ProcessStarted.class)
                    .filter(p -> p.pid() == e.pid() && p.owner().equals(unit.name()))
                    .findFirst());
    Optional<Span> place =
        process.flatMap(p -> commandPlace(sight, unit, p.argv())).or(() -> sight.place(unit));
    FailureWords words = FailureWords.of(sight, unit, end);
    return place.map(
        span ->
            Diagnostic.error(
                    ConflictRules.UNIT_FAILED,
                    span,
                    "%s fails in boot %d: %s"
                        .formatted(unit.name(), sight.boot().number(), words.how()))
                .why((words.why() + " " + consequences(sight, unit)).strip())
                .help(words.help()));
  }

  private static Optional<Span> commandPlace(Sight sight, UnitRecord unit, List<String> argv) {
    return unit.commands().stream()
        .filter(c -> c.argv().equals(argv))
        .flatMap(c -> c.written().stream())
        .filter(sight::isUsers)
        .findFirst();
  }

  private static boolean isSuccess(ProcessEnd end) {
    return end instanceof ProcessEnd.Exited(int code) && code == 0;
  }

  private static String consequences(Sight sight, UnitRecord unit) {
    List<String> others =
        MissedStarts.of(sight).stream()
            .filter(m -> m.cause().isPresent() && m.root().unit().equals(unit.name()))
            .map(MissedStarts.Miss::unit)
            .distinct()
            .toList();
    return others.isEmpty() ? "" : "Not started because of it: " + String.join(", ", others) + ".";
  }
}
