package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import java.util.List;

/** What a boot met that the simulator does not model: said, so that silence means something. */
final class NotModelled implements ConflictRule {
  @Override
  public List<Diagnostic> findings(Sight sight) {
    return sight
        .boot()
        .facts(Fact.NotModelled.class)
        .distinct()
        .map(
            fact ->
                new Diagnostic(
                    ConflictRules.NOT_MODELLED,
                    Severity.NOTE,
                    "%s: not simulated: %s".formatted(fact.who(), fact.what()),
                    sight.unit(fact.who()).flatMap(sight::place),
                    List.of(),
                    "The boot goes on as if it had no effect.",
                    ""))
        .toList();
  }
}
