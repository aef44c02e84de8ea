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
    var gateway = block.text("gateway");
    var dhcp = block.yes("dhcp");
    var dns = block.texts("dns");
    var mtu = block.integer("mtu-bytes");
    List<Units.Option> others = EngineLowering.options(block);
    block.noteRest();
    return new Network.Interface(block.name(), addresses, gateway, dhcp, dns, mtu, others);
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
