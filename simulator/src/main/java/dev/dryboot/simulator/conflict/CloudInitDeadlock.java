package dev.dryboot.simulator.conflict;

import dev.dryboot.foreign.shell.SystemctlCommand;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command of cloud-init starts a unit and waits for it, while the unit waits for cloud-init: two
 * transactions, so systemd sees no cycle, and both wait for ever.
 */
final class CloudInitDeadlock implements ConflictRule {
  private static final List<String> VERBS =
      List.of("start", "restart", "reload-or-restart", "try-restart");

  @Override
  public List<Diagnostic> findings(Sight sight) {
    Map<Integer, Fact.ProcessStarted> open = new LinkedHashMap<>();
    sight
        .boot()
        .entries()
        .forEach(
            entry -> {
              switch (entry.fact()) {
                case Fact.ProcessStarted process -> open.put(process.pid(), process);
                case Fact.ProcessEnded process -> open.remove(process.pid());
                default -> {}
              }
            });
    List<Diagnostic> found = new ArrayList<>();
    for (Fact.ProcessStarted process : open.values()) {
      for (String unit : startedAndWaitedFor(process)) {
        waitsFor(sight, unit, process.owner())
            .flatMap(w -> finding(sight, unit, w))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static List<String> startedAndWaitedFor(Fact.ProcessStarted process) {
    if (!process.owner().startsWith("cloud-")) {
      return List.of();
    }
    return SystemctlCommand.read(process.argv())
        .filter(
            call ->
                VERBS.contains(call.verb()) || (call.verb().equals("enable") && call.has("now")))
        .filter(call -> !call.noBlock())
        .map(
            call ->
                call.operands().stream().map(u -> u.contains(".") ? u : u + ".service").toList())
        .orElse(List.of());
  }

  /** The unit of cloud-init that {@code unit} comes after, if its running one is among them. */
  private static Optional<String> waitsFor(Sight sight, String unit, String owner) {
    return sight.comesAfter(unit, owner) ? Optional.of(owner) : Optional.empty();
  }

  private static Optional<Diagnostic> finding(Sight sight, String unit, String owner) {
    String plain = unit.replaceFirst("\\.service$", "");
    Optional<Span> place =
        sight
            .written("systemctl start " + unit)
            .or(() -> sight.written("systemctl start " + plain))
            .or(() -> sight.written("systemctl restart " + plain))
            .or(() -> sight.written(unit))
            .or(() -> sight.written(plain))
            .or(() -> sight.unit(unit).flatMap(sight::place));
    return place.map(
        span -> {
          Diagnostic diagnostic =
              Diagnostic.error(
                      ConflictRules.CLOUD_INIT_DEADLOCK,
                      span,
                      "this waits for %s, which waits for cloud-init to end".formatted(unit))
                  .why(
                      "The command runs inside %s and returns when %s is started; %s is started after %s. Both wait for ever: cloud-init has no time limit."
                          .formatted(owner, unit, unit, owner))
                  .help(
                      "use systemctl start --no-block "
                          + unit
                          + ", or enable it and let the boot start it");
          return after(sight, unit, owner)
              .map(s -> diagnostic.related(s, unit + " comes after " + owner + " by this"))
              .orElse(diagnostic);
        });
  }

  private static Optional<Span> after(Sight sight, String unit, String owner) {
    return sight.unit(unit).map(UnitRecord::edges).orElse(List.of()).stream()
        .filter(e -> e.kind().equals("After"))
        .filter(e -> e.to().equals(owner) || sight.comesAfter(e.to(), owner))
        .flatMap(e -> e.written().stream())
        .filter(sight::isUsers)
        .findFirst();
  }
}
