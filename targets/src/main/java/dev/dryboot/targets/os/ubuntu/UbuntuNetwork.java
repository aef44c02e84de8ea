package dev.dryboot.targets.os.ubuntu;

import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Network;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.source.Origin;
import dev.dryboot.targets.encode.Leaves;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The interfaces as network-config, version 2. */
final class UbuntuNetwork {
  /** The words of an interface, beyond those that every system has, that come out in netplan. */
  static final List<String> WORDS =
      List.of(
          "domains",
          "mac-address",
          "ipv6-accept-ra",
          "required-for-online",
          "link-local-addressing");

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
    Origin dhcp = link.dhcp().map(d -> d.origin()).orElse(origin);
    boolean automatic = link.dhcp().map(d -> d.value().four()).orElse(link.addresses().isEmpty());
    node.put("dhcp4", Node.of(automatic, dhcp));
    if (link.dhcp().filter(d -> d.value() == Network.Dhcp.IPV6).isPresent()) {
      node.put("dhcp6", Node.of(true, dhcp));
    }
    node.putFilled("addresses", Leaves.list(link.addresses(), origin));
    Node.Items routes = new Node.Items(origin);
    for (Text gateway : link.gateways()) {
      routes.add(
          new Node.Fields(gateway.origin())
              .put("to", Node.of(any(gateway), gateway.origin()))
              .put("via", Leaves.text(gateway)));
    }
    node.putFilled("routes", routes);
    List<Text> servers = link.dns().isEmpty() ? network.dns() : link.dns();
    List<Text> domains = new ArrayList<>(network.domains());
    domains.addAll(link.all("domains"));
    node.putFilled(
        "nameservers",
        new Node.Fields(origin)
            .putFilled("addresses", Leaves.list(servers, origin))
            .putFilled("search", Leaves.list(domains, origin)));
    node.put("mtu", Leaves.number(link.mtuBytes()));
    others(link, node);
    return node;
  }

  private static void others(Network.Interface link, Node.Fields node) {
    link.other("mac-address").ifPresent(m -> node.put("macaddress", Leaves.text(m.value())));
    link.other("ipv6-accept-ra").ifPresent(a -> node.put("accept-ra", Node.of(yes(a), a.origin())));
    link.other("required-for-online")
        .filter(r -> r.value().plain().equals("no"))
        .ifPresent(r -> node.put("optional", Node.of(true, r.origin())));
    link.other("link-local-addressing")
        .ifPresent(
            l -> {
              Node.Items families = new Node.Items(l.origin());
              switch (l.value().plain()) {
                case "ipv4", "ipv6" -> families.add(Leaves.text(l.value()));
                case "yes" ->
                    families.add(Node.of("ipv4", l.origin())).add(Node.of("ipv6", l.origin()));
                case String no -> {}
              }
              node.put("link-local", families);
            });
  }

  private static boolean yes(Units.Option option) {
    return option.value().plain().equals("yes");
  }

  private static String any(Text gateway) {
    return gateway.plain().contains(":") ? "::/0" : "0.0.0.0/0";
  }
}
