package dev.dryboot.simulator.conflict;

import dev.dryboot.foreign.shell.Invocation;
import dev.dryboot.foreign.shell.SystemctlCommand;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command of cloud-init starts a unit and waits for it, while the unit waits for cloud-init: two
 * transactions, so systemd sees no cycle, and both wait for ever.
 */
final class CloudInitDeadlock implements ConflictRule {
  private static final String RUNCMD = "/var/lib/cloud/instance/scripts/runcmd";
  private static final List<String> VERBS =
      List.of("start", "restart", "reload-or-restart", "try-restart");

  @Override
  public List<Diagnostic> findings(Sight sight) {
    List<Diagnostic> found = new ArrayList<>();
    String stage = "";
    for (Trace.Entry entry : sight.boot().entries()) {
      switch (entry.fact()) {
        case Fact.StageStarted f when f.provisioner().equals("cloud-init") ->
            stage = unitOf(f.stage());
        case Fact.ProcessStarted f when f.owner().startsWith("cloud-") ->
            check(sight, startedAndWaitedFor(f.argv()), List.of(stage, f.owner()), found);
        case Fact.Waiting f
            when f.who().startsWith("cloud-") && f.forWhat().startsWith("systemctl") ->
            check(sight, List.of(f.on()), List.of(stage, f.who()), found);
        default -> {}
      }
    }
    sight.boot().files().read(RUNCMD).ifPresent(script -> runcmd(sight, script.text(), found));
    return found;
  }

  /** What runcmd has become, which the last stage runs. */
  private static void runcmd(Sight sight, String script, List<Diagnostic> found) {
    for (Invocation invocation : Invocation.ofScript(script)) {
      if (!invocation.background()) {
        check(sight, startedAndWaitedFor(invocation.argv()), List.of("cloud-final.service"), found);
      }
    }
  }

  /** The unit in which a stage of cloud-init runs. */
  private static String unitOf(String stage) {
    return switch (stage) {
      case "local", "network" -> "cloud-init-" + stage + ".service";
      default -> "cloud-" + stage + ".service";
    };
  }

  private static List<String> startedAndWaitedFor(List<String> argv) {
    return SystemctlCommand.read(argv)
        .filter(
            call ->
                VERBS.contains(call.verb()) || (call.verb().equals("enable") && call.has("now")))
        .filter(call -> !call.noBlock())
        .map(call -> call.operands().stream().map(CloudInitDeadlock::unitName).toList())
        .orElse(List.of());
  }

  private static String unitName(String operand) {
    return operand.contains(".") ? operand : operand + ".service";
  }

  private static void check(
      Sight sight, List<String> units, List<String> running, List<Diagnostic> found) {
    for (String unit : units) {
      running.stream()
          .filter(owner -> !owner.isEmpty() && sight.comesAfter(unitName(unit), owner))
          .findFirst()
          .flatMap(owner -> finding(sight, unitName(unit), owner))
          .ifPresent(found::add);
    }
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
