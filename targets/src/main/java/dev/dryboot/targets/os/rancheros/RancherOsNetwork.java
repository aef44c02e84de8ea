package dev.dryboot.targets.os.rancheros;

import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Network;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.source.Origin;
import dev.dryboot.targets.encode.Leaves;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The part {@code rancher.network}. */
final class RancherOsNetwork {
  private RancherOsNetwork() {}

  static Node.Fields encode(HostModel host, Origin built) {
    Network network = host.network();
    Node.Fields interfaces = new Node.Fields(built);
    for (Network.Interface link : network.interfaces()) {
      Origin origin = link.name().origin();
      Node.Fields node = new Node.Fields(origin);
      if (link.addresses().size() == 1) {
        node.put("address", Leaves.text(link.addresses().getFirst()));
      } else {
        node.putFilled("addresses", Leaves.list(link.addresses(), origin));
      }
      for (Text gateway : link.gateways()) {
        node.put(gateway.plain().contains(":") ? "gateway_ipv6" : "gateway", Leaves.text(gateway));
      }
      link.dhcp().ifPresent(d -> node.put("dhcp", Node.of(d.value().four(), d.origin())));
      node.put("mtu", Leaves.number(link.mtuBytes()));
      interfaces.put(link.name().value(), node);
    }
    List<Text> servers = new ArrayList<>(network.dns());
    network.interfaces().forEach(i -> servers.addAll(i.dns()));
    Node.Fields dns =
        new Node.Fields(built)
            .putFilled("nameservers", Leaves.list(servers, built))
            .putFilled("search", Leaves.list(network.domains(), built));
    Node.Fields all =
        new Node.Fields(built).putFilled("interfaces", interfaces).putFilled("dns", dns);
    network
        .proxy()
        .ifPresent(
            p -> {
              all.put("http_proxy", Leaves.text(p.http()))
                  .put("https_proxy", Leaves.text(p.https()));
              if (!p.noProxy().isEmpty()) {
                String none =
                    p.noProxy().stream().map(Text::plain).collect(Collectors.joining(","));
                all.put("no_proxy", Node.of(none, p.noProxy().getFirst().origin()));
              }
            });
    return all;
  }
}
