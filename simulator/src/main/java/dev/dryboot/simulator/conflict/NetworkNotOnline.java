package dev.dryboot.simulator.conflict;

import dev.dryboot.foreign.shell.Invocation;
import dev.dryboot.simulator.machine.PreloadedImage;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A unit that fetches something from the network at start and does not wait until there is one:
 * network.target says only that the network software has been started.
 */
final class NetworkNotOnline implements ConflictRule {
  private static final String ONLINE = "network-online.target";
  private static final List<String> FETCHERS = List.of("curl", "wget", "git", "skopeo");

  @Override
  public List<Diagnostic> findings(Sight sight) {
    List<Diagnostic> found = new ArrayList<>();
    for (UnitRecord unit : sight.usersUnits()) {
      if (sight.takesPart(unit.name()) && !sight.comesAfter(unit.name(), ONLINE)) {
        unit.commands().stream()
            .filter(c -> c.role().startsWith("ExecStart") && needsNetwork(sight, c))
            .findFirst()
            .flatMap(c -> finding(sight, unit, c))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean needsNetwork(Sight sight, UnitRecord.Command command) {
    boolean pulls =
        EngineCall.of(command).stream()
            .filter(call -> call.makesContainer() || call.call().verb().equals("pull"))
            .anyMatch(call -> call.image().map(i -> !isLocal(sight, i)).orElse(false));
    return pulls || Invocation.of(command.argv()).stream().anyMatch(NetworkNotOnline::fetches);
  }

  private static boolean fetches(Invocation invocation) {
    return FETCHERS.contains(invocation.program())
        && invocation.argv().stream().anyMatch(NetworkNotOnline::isRemote);
  }

  private static boolean isRemote(String word) {
    return word.matches("(https?|ftp|git|docker)://.*")
        && !word.matches("\\w+://(localhost|127\\.).*");
  }

  private static boolean isLocal(Sight sight, String image) {
    return image.startsWith("localhost/")
        || image.contains("$")
        || sight.evidence().image().images().stream()
            .map(PreloadedImage::reference)
            .anyMatch(r -> r.equals(image) || r.endsWith("/" + image));
  }

  private static Optional<Diagnostic> finding(
      Sight sight, UnitRecord unit, UnitRecord.Command command) {
    boolean ordered = unit.edges("After").stream().anyMatch(e -> e.to().equals(ONLINE));
    String message =
        ordered
            ? "%s is After=%s, which nothing pulls in: the order has no effect"
                .formatted(unit.name(), ONLINE)
            : "%s needs the network, and does not wait for it".formatted(unit.name());
    return sight
        .place(unit, command)
        .map(
            span ->
                Diagnostic.warning(ConflictRules.NETWORK_NOT_ONLINE, span, message)
                    .why(
                        "Whether an address and a route are there when it starts is left to chance."
                            + " If not, the fetch fails, and on a fast machine it fails more often."
                            + " After=network.target does not wait for them.")
                    .help("add both Wants=%s and After=%s".formatted(ONLINE, ONLINE)));
  }
}
