package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.simulator.systemd.unit.Settings;
import java.util.ArrayList;
import java.util.List;

/** Where a socket unit listens. */
final class SocketAddresses {
  private static final List<String> KINDS =
      List.of(
          "ListenStream",
          "ListenDatagram",
          "ListenSequentialPacket",
          "ListenFIFO",
          "ListenSpecial",
          "ListenNetlink");

  private SocketAddresses() {}

  /** The addresses, as they are written. */
  static List<String> of(Settings settings) {
    List<String> addresses = new ArrayList<>();
    for (String kind : KINDS) {
      settings.list("Socket", kind).forEach(d -> addresses.add(d.value()));
    }
    return addresses;
  }

  /** Whether one of them is a port, with or without the address of a host. */
  static boolean anyOfNetwork(Settings settings) {
    return List.of("ListenStream", "ListenDatagram").stream()
        .flatMap(kind -> settings.list("Socket", kind).stream())
        .anyMatch(d -> d.value().matches("([^/@]*:)?[0-9]+") && !d.value().startsWith("vsock:"));
  }
}
