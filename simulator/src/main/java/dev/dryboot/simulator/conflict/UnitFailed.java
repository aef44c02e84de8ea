package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.ProcessEnd;
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
    Set<String> failed = new LinkedHashSet<>();
    sight
        .boot()
        .facts(Fact.UnitChanged.class)
        .filter(f -> f.active().equals("failed"))
        .forEach(f -> failed.add(f.unit()));
    List<Diagnostic> found = new ArrayList<>();
    for (String name : failed) {
      sight.unit(name).flatMap(u -> finding(sight, u)).ifPresent(found::add);
    }
    return found;
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
    String how =
        end.map(e -> describe(e.end())).orElse("its result is '" + result(sight, unit) + "'");
    return place.map(
        span ->
            Diagnostic.error(
                    ConflictRules.UNIT_FAILED,
                    span,
                    "%s fails in boot %d: %s".formatted(unit.name(), sight.boot().number(), how))
                .why(consequences(sight, unit))
                .help("'dryboot boot' shows in its timeline what had happened before"));
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

  private static String describe(ProcessEnd end) {
    return switch (end) {
      case ProcessEnd.Exited(int code) when code == 203 -> "the program cannot be executed (203)";
      case ProcessEnd.Exited(int code) -> "it ends with exit code " + code;
      case ProcessEnd.Killed(int signal) -> "it is killed by signal " + signal;
    };
  }

  private static String result(Sight sight, UnitRecord unit) {
    return sight
        .boot()
        .facts(Fact.UnitChanged.class)
        .filter(f -> f.unit().equals(unit.name()) && f.active().equals("failed"))
        .map(Fact.UnitChanged::result)
        .findFirst()
        .orElse(unit.result());
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
