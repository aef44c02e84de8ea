package dev.dryboot.simulator.conflict;

import dev.dryboot.foreign.container.PortMapping;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A port that a unit of the user's says it will listen at.
 *
 * @param address empty for all addresses
 */
record PortClaim(
    String owner, Optional<String> address, PortMapping.Range ports, String protocol, Span span) {

  /** Two claims of which only one can be met. */
  record Clash(PortClaim first, PortClaim second) {}

  /** {@code 80/tcp}. */
  String port() {
    return ports + "/" + protocol;
  }

  /** What sockets listen at and containers publish, of the units that take part in the boot. */
  static List<PortClaim> all(Sight sight) {
    List<PortClaim> claims = new ArrayList<>();
    for (UnitRecord unit : sight.usersUnits()) {
      if (sight.takesPart(unit.name())) {
        unit.settings().forEach(setting -> socket(sight, unit, setting).ifPresent(claims::add));
        EngineCall.all(unit).forEach(call -> publishes(sight, unit, call, claims));
      }
    }
    return claims;
  }

  static List<Clash> clashes(List<PortClaim> claims) {
    List<Clash> found = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      for (int j = i + 1; j < claims.size(); j++) {
        if (claims.get(i).clashesWith(claims.get(j))) {
          found.add(new Clash(claims.get(i), claims.get(j)));
        }
      }
    }
    return found;
  }

  private boolean clashesWith(PortClaim other) {
    boolean sameAddress =
        address.isEmpty() || other.address.isEmpty() || address.equals(other.address);
    return !owner.equals(other.owner)
        && protocol.equals(other.protocol)
        && sameAddress
        && ports.overlaps(other.ports);
  }

  private static Optional<PortClaim> socket(
      Sight sight, UnitRecord unit, UnitRecord.Setting setting) {
    boolean stream = setting.name().equals("ListenStream");
    if (!setting.section().equals("Socket")
        || !(stream || setting.name().equals("ListenDatagram"))) {
      return Optional.empty();
    }
    String value = setting.value().strip();
    int colon = value.lastIndexOf(':');
    String port = value.substring(colon + 1);
    if (!port.matches("[0-9]{1,5}") || !sight.isUsers(setting.span())) {
      return Optional.empty();
    }
    Optional<String> address =
        Optional.of(value.substring(0, Math.max(0, colon))).filter(a -> !a.isEmpty() && !isAny(a));
    int number = Integer.parseInt(port);
    return Optional.of(
        new PortClaim(
            unit.name(),
            address,
            new PortMapping.Range(number, number),
            stream ? "tcp" : "udp",
            setting.span()));
  }

  private static void publishes(
      Sight sight, UnitRecord unit, EngineCall call, List<PortClaim> claims) {
    Optional<Span> place = sight.place(unit, call.command());
    for (String text : call.makesContainer() ? call.call().publishes() : List.<String>of()) {
      Optional<PortMapping> mapping = PortMapping.read(text).value();
      Optional<PortMapping.Range> host = mapping.flatMap(PortMapping::host);
      if (place.isPresent() && host.isPresent()) {
        Optional<String> address = mapping.get().address().filter(a -> !isAny(a));
        claims.add(
            new PortClaim(unit.name(), address, host.get(), mapping.get().protocol(), place.get()));
      }
    }
  }

  private static boolean isAny(String address) {
    return address.equals("0.0.0.0")
        || address.equals("[::]")
        || address.equals("::")
        || address.equals("*");
  }
}
