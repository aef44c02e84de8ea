package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An image is still being pulled when the unit's start timeout ends; what depends on the unit fails
 * with it and is not tried again.
 */
final class PullTimeout implements ConflictRule {
  private static final long MIB = 1L << 20;

  @Override
  public List<Diagnostic> findings(Sight sight) {
    Map<String, Fact.PullStarted> open = new LinkedHashMap<>();
    Map<String, Fact.PullStarted> cutOff = new LinkedHashMap<>();
    for (Trace.Entry entry : sight.boot().entries()) {
      switch (entry.fact()) {
        case Fact.PullStarted pull -> open.put(pull.asker(), pull);
        case Fact.PullEnded end when end.complete() ->
            open.values().removeIf(pull -> pull.image().equals(end.image()));
        case Fact.UnitChanged change when change.result().equals("timeout") -> {
          Fact.PullStarted pull = open.get(change.unit());
          if (pull != null) {
            cutOff.putIfAbsent(change.unit(), pull);
          }
        }
        default -> {}
      }
    }
    List<Diagnostic> found = new ArrayList<>();
    cutOff.forEach((name, pull) -> finding(sight, name, pull).ifPresent(found::add));
    return found;
  }

  private static Optional<Diagnostic> finding(Sight sight, String name, Fact.PullStarted pull) {
    Optional<UnitRecord> unit = sight.unit(name);
    long rate = sight.evidence().scenario().bandwidth();
    long seconds = pull.bytes() / Math.max(1, rate);
    return unit.flatMap(
            u ->
                EngineCall.all(u).stream()
                    .filter(c -> c.image().equals(Optional.of(pull.image())) || c.makesContainer())
                    .findFirst()
                    .flatMap(c -> sight.place(u, c.command()))
                    .or(() -> sight.place(u)))
        .map(
            span ->
                Diagnostic.error(
                        ConflictRules.PULL_TIMEOUT,
                        span,
                        "%s times out while it pulls %s".formatted(name, pull.image()))
                    .why(
                        ("The image has about %d MiB, which take %d s at %s MiB/s, and the pull counts"
                                + " against TimeoutStartSec= (90 s unless the unit says otherwise)."
                                + " Units that require this one fail with it and are not tried again.")
                            .formatted(pull.bytes() / MIB, seconds, rateText(rate)))
                    .help(
                        "set TimeoutStartSec=15min or infinity, or pull in a unit of its own that this"
                            + " one is After="));
  }

  private static String rateText(long bytesPerSecond) {
    long tenths = bytesPerSecond * 10 / MIB;
    return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
  }
}
