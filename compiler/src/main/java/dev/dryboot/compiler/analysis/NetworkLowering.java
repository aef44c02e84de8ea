package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.analysis.Effective.Entry;
import dev.dryboot.compiler.model.Network;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Interfaces, names, time servers, the firewall and the proxy. */
final class NetworkLowering {
  private NetworkLowering() {}

  static Network network(BlockReader host) {
    return new Network(
        host.blocks("interface").stream().map(NetworkLowering::networkInterface).toList(),
        host.one("firewall").map(NetworkLowering::firewall),
        host.texts("dns"),
        host.texts("domains"),
        host.texts("ntp"),
        host.one("proxy").map(NetworkLowering::proxy));
  }

  private static Network.Interface networkInterface(BlockReader block) {
    var addresses = block.texts("address");
    var gateways = block.texts("gateway");
    var dhcp =
        block
            .text("dhcp")
            .flatMap(t -> block.parsed("dhcp", t, "yes, no, ipv4 or ipv6", NetworkLowering::dhcp));
    var dns = block.texts("dns");
    var mtu = block.integer("mtu-bytes");
    List<Units.Option> others = EngineLowering.options(block);
    block.noteRest();
    return new Network.Interface(block.name(), addresses, gateways, dhcp, dns, mtu, others);
  }

  private static Optional<Network.Dhcp> dhcp(String word) {
    return switch (word) {
      case "ipv4" -> Optional.of(Network.Dhcp.IPV4);
      case "ipv6" -> Optional.of(Network.Dhcp.IPV6);
      case String other ->
          Literals.yesOrNo(other).map(yes -> yes ? Network.Dhcp.YES : Network.Dhcp.NO);
    };
  }

  private static Network.Firewall firewall(BlockReader firewall) {
    var policy = firewall.text("default");
    List<Network.OpenPort> open = new ArrayList<>();
    for (Entry entry : firewall.entries("open")) {
      open(firewall, entry).ifPresent(open::add);
    }
    firewall.noteRest();
    return new Network.Firewall(policy, open, firewall.origin());
  }

  private static Optional<Network.OpenPort> open(BlockReader firewall, Entry entry) {
    if (entry.item().isEmpty()) {
      return Optional.empty();
    }
    Text text = firewall.evaluation().text(entry.item().get().first());
    List<Text> sources = new ArrayList<>();
    if (entry.body().isPresent()) {
      BlockReader body = new BlockReader(entry.body().get(), firewall.evaluation());
      sources.addAll(body.texts("source"));
      body.noteRest();
    }
    return firewall
        .parsed("open", text, "a port such as 443/tcp", Literals::ports)
        .map(
            p ->
                new Network.OpenPort(
                    p.value().first(),
                    p.value().last(),
                    p.value().protocol(),
                    sources,
                    Origin.written(entry.span())));
  }

  private static Network.Proxy proxy(BlockReader proxy) {
    Network.Proxy made =
        new Network.Proxy(
            proxy.text("http-proxy"),
            proxy.text("https-proxy"),
            proxy.texts("no-proxy"),
            proxy.origin());
    proxy.noteRest();
    return made;
  }
}
