package dev.dryboot.targets.os.ubuntu;

import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Network;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.source.Origin;
import dev.dryboot.targets.encode.Leaves;
import java.util.List;
import java.util.Optional;

/** The interfaces as network-config, version 2. */
final class UbuntuNetwork {
  private UbuntuNetwork() {}

  static Optional<Node> encode(HostModel host) {
    Network network = host.network();
    if (network.interfaces().isEmpty()) {
      return Optional.empty();
    }
    Origin built = Origin.builtIn("part of every network-config");
    Node.Fields ethernets = new Node.Fields(built);
    for (Network.Interface link : network.interfaces()) {
      ethernets.put(link.name().value(), ethernet(link, network));
    }
    return Optional.of(
        new Node.Fields(built).put("version", Node.of(2, built)).put("ethernets", ethernets));
  }

  private static Node ethernet(Network.Interface link, Network network) {
    Origin origin = link.name().origin();
    Node.Fields node = new Node.Fields(origin);
    boolean automatic = link.dhcp().map(d -> d.value()).orElse(link.addresses().isEmpty());
    node.put("dhcp4", Node.of(automatic, link.dhcp().map(d -> d.origin()).orElse(origin)));
    node.putFilled("addresses", Leaves.list(link.addresses(), origin));
    link.gateway()
        .ifPresent(
            g ->
                node.put(
                    "routes",
                    new Node.Items(g.origin())
                        .add(
                            new Node.Fields(g.origin())
                                .put("to", Node.of(any(g), g.origin()))
                                .put("via", Leaves.text(g)))));
    List<Text> servers = link.dns().isEmpty() ? network.dns() : link.dns();
    node.putFilled(
        "nameservers",
        new Node.Fields(origin)
            .putFilled("addresses", Leaves.list(servers, origin))
            .putFilled("search", Leaves.list(network.domains(), origin)));
    return node.put("mtu", Leaves.number(link.mtuBytes()));
  }

  private static String any(Text gateway) {
    return gateway.plain().contains(":") ? "::/0" : "0.0.0.0/0";
  }
}
