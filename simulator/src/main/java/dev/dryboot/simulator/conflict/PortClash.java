package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two that want to listen at the same port: the second one is refused. */
final class PortClash implements ConflictRule {
  private static final String WHY =
      "Only one program can listen at %s. Whoever comes second fails to start; which one that is,"
          + " the schedule decides.";
  private static final String HELP =
      "give one of them another port, or bind each to an address of its own";

  @Override
  public List<Diagnostic> findings(Sight sight) {
    List<Diagnostic> found = new ArrayList<>();
    sight
        .boot()
        .facts(Fact.PortRefused.class)
        .filter(f -> !f.owner().equals(f.holder()))
        .forEach(f -> finding(sight, f).ifPresent(found::add));
    if (found.isEmpty()) {
      PortClaim.clashes(PortClaim.all(sight)).forEach(pair -> found.add(finding(pair)));
    }
    return found;
  }

  private static Diagnostic finding(PortClaim.Clash clash) {
    PortClaim claim = clash.second();
    return Diagnostic.error(
            ConflictRules.PORT_CLASH,
            claim.span(),
            "%s and %s both want port %s"
                .formatted(claim.owner(), clash.first().owner(), claim.port()))
        .why(WHY.formatted("it"))
        .help(HELP)
        .related(clash.first().span(), clash.first().owner() + " takes it here");
  }

  private static Optional<Diagnostic> finding(Sight sight, Fact.PortRefused refused) {
    String port = port(refused.address());
    Optional<Span> first = place(sight, refused.holder(), port);
    Optional<Span> second = place(sight, refused.owner(), port);
    return second
        .or(() -> first)
        .map(
            span -> {
              Diagnostic diagnostic =
                  Diagnostic.error(
                          ConflictRules.PORT_CLASH,
                          span,
                          "%s and %s both want port %s"
                              .formatted(refused.owner(), refused.holder(), port))
                      .why(WHY.formatted(refused.address()))
                      .help(HELP);
              return first
                  .filter(s -> !s.equals(span))
                  .map(s -> diagnostic.related(s, refused.holder() + " takes it here"))
                  .orElse(diagnostic);
            });
  }

  /** {@code 80/tcp} of {@code 0.0.0.0:80/tcp}. */
  private static String port(String address) {
    return address.substring(address.lastIndexOf(':') + 1);
  }

  private static Optional<Span> place(Sight sight, String owner, String port) {
    String number = port.replaceFirst("/.*", "");
    Optional<UnitRecord> unit =
        sight.unit(owner).or(() -> sight.unit(owner + ".service")).or(() -> runs(sight, owner));
    return unit.flatMap(
        u ->
            u.settings().stream()
                .filter(s -> s.name().startsWith("Listen") || s.name().startsWith("Exec"))
                .filter(s -> s.value().matches("(?s).*\\b" + number + "\\b.*"))
                .map(UnitRecord.Setting::span)
                .filter(sight::isUsers)
                .findFirst()
                .or(() -> sight.place(u)));
  }

  /** The unit whose command makes the container of that name. */
  private static Optional<UnitRecord> runs(Sight sight, String container) {
    return sight.usersUnits().stream()
        .filter(
            u ->
                EngineCall.all(u).stream()
                    .anyMatch(
                        c ->
                            c.makesContainer() && c.containerName().equals(Optional.of(container))))
        .findFirst();
  }
}
