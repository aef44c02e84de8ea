package dev.dryboot.targets.format.networkconfig;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.machine.NetworkConfig;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import dev.dryboot.targets.format.tree.Fields;
import dev.dryboot.targets.format.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The links of a network-config of version 2, which is netplan's, and what netplan refuses. */
final class Version2 {
  private static final List<String> KINDS =
      List.of("ethernets", "wifis", "modems", "bonds", "bridges", "vlans", "tunnels", "vrfs");
  private static final String REFUSED =
      "netplan refuses the whole file: the machine comes up without any network";

  private final Fields root;
  private final List<Diagnostic> found;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> members = new LinkedHashSet<>();
  private final Map<String, Span> defaultRoutes = new LinkedHashMap<>();

  private Version2(Fields root, List<Diagnostic> found) {
    this.root = root;
    this.found = found;
  }

  static List<NetworkConfig.Link> links(Fields root, List<Diagnostic> found) {
    return new Version2(root, found).links();
  }

  private List<NetworkConfig.Link> links() {
    KINDS.forEach(k -> root.child(k).entries().forEach(e -> names.add(e.name())));
    List<NetworkConfig.Link> links = new ArrayList<>();
    for (String kind : KINDS) {
      for (Node.Entry entry : root.child(kind).entries()) {
        Fields link = Fields.of(entry.value());
        link.texts("interfaces").forEach(m -> member(entry.name(), m));
        if (kind.equals("vlans")) {
          link.text("link").ifPresent(l -> defined(entry.name(), l));
        }
        links.add(link(entry.name(), link));
      }
    }
    return links.stream().filter(l -> !members.contains(l.name())).toList();
  }

  private void member(String owner, Located<String> member) {
    defined(owner, member);
    members.add(member.value());
  }

  private void defined(String owner, Located<String> link) {
    if (!names.contains(link.value())) {
      found.add(
          Diagnostic.error(
                  NetworkConfigRules.NETWORK,
                  link.at(),
                  "%s uses the interface %s, which is not defined".formatted(owner, link.value()))
              .why(REFUSED)
              .help("define it, if only as " + link.value() + ": {} under ethernets"));
    }
  }

  private NetworkConfig.Link link(String name, Fields link) {
    List<Located<String>> addresses = addresses(link);
    addresses.forEach(this::address);
    boolean routed = false;
    for (String key : List.of("gateway4", "gateway6")) {
      Optional<Located<String>> gateway = link.text(key);
      gateway.ifPresent(g -> deprecated(key, g));
      gateway.ifPresent(g -> gateway(g, addresses, key.equals("gateway4")));
      routed |= gateway.isPresent();
    }
    for (Fields route : link.children("routes")) {
      String to = route.plain("to").orElse("");
      if (to.equals("default") || to.equals("0.0.0.0/0") || to.equals("::/0")) {
        routed = true;
        defaultRoute(route, to);
      }
      if (!route.is("on-link")) {
        route.text("via").ifPresent(v -> gateway(v, addresses, !v.value().contains(":")));
      }
    }
    boolean dhcp = link.is("dhcp4") || link.is("dhcp6") || link.is("accept-ra");
    return new NetworkConfig.Link(name, dhcp, !addresses.isEmpty(), routed, link.is("optional"));
  }

  private static List<Located<String>> addresses(Fields link) {
    List<Located<String>> addresses = new ArrayList<>();
    for (Node item : link.items("addresses")) {
      if (item instanceof Node.Mapping mapping && !mapping.entries().isEmpty()) {
        Node.Entry first = mapping.entries().getFirst();
        addresses.add(new Located<>(first.name(), first.key().span()));
      } else {
        Fields.textOf(Optional.of(item)).ifPresent(addresses::add);
      }
    }
    return addresses;
  }

  private void address(Located<String> address) {
    if (!address.value().contains("/")) {
      found.add(
          Diagnostic.error(
                  NetworkConfigRules.NETWORK,
                  address.at(),
                  "the address %s says nothing of its network".formatted(address.value()))
              .why(REFUSED)
              .help("add the length of the prefix, such as %s/24".formatted(address.value())));
    } else if (Ipv4.network(address.value()).isEmpty() && !address.value().contains(":")) {
      found.add(
          Diagnostic.error(
                  NetworkConfigRules.NETWORK,
                  address.at(),
                  "%s is no address with a prefix".formatted(address.value()))
              .why(REFUSED)
              .help("write four numbers up to 255 and a length up to 32, such as 10.0.0.5/24"));
    }
  }

  private void deprecated(String key, Located<String> gateway) {
    found.add(
        Diagnostic.note(
                NetworkConfigRules.NETWORK,
                gateway.at(),
                key + " is deprecated since netplan 0.103")
            .why("it still works, and may be gone in a later version")
            .help("write routes: [{to: default, via: %s}]".formatted(gateway.value())));
  }

  /** A gateway has to be on one of the link's own networks. */
  private void gateway(Located<String> gateway, List<Located<String>> addresses, boolean four) {
    List<Ipv4> networks =
        addresses.stream().flatMap(a -> Ipv4.network(a.value()).stream()).toList();
    Optional<Ipv4> host = Ipv4.network(gateway.value() + "/32");
    if (four
        && host.isPresent()
        && !networks.isEmpty()
        && networks.stream().noneMatch(n -> n.contains(host.get()))) {
      found.add(
          Diagnostic.error(
                  NetworkConfigRules.NETWORK,
                  gateway.at(),
                  "the gateway %s is on none of the interface's networks"
                      .formatted(gateway.value()))
              .why(
                  "The kernel refuses the route (nexthop has invalid gateway), and the machine has"
                      + " no way out.")
              .help("correct the address or its prefix, or write on-link: true with the route"));
    }
  }

  private void defaultRoute(Fields route, String to) {
    String family =
        to.contains(":") || route.plain("via").orElse("").contains(":") ? "IPv6" : "IPv4";
    String key = family + " " + route.numberOr("metric", 0) + " " + route.numberOr("table", 254);
    Span earlier = defaultRoutes.putIfAbsent(key, route.at());
    if (earlier != null) {
      found.add(
          Diagnostic.warning(
                  NetworkConfigRules.NETWORK,
                  route.at(),
                  "there are two default routes for %s of the same metric".formatted(family))
              .why("Which of them packets take depends on which link comes up first.")
              .help("give one of them another metric")
              .related(earlier, "the other one is here"));
    }
  }
}
