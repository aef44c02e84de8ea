package dev.dryboot.targets.encode;

import dev.dryboot.compiler.model.Network;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.plan.Draft;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Interfaces and name servers as NetworkManager's keyfiles. */
public final class NetworkManagerFiles {
  /** The words of an interface, beyond those that every system has, that come out in a keyfile. */
  public static final List<String> WORDS = List.of("domains", "mac-address");

  private NetworkManagerFiles() {}

  public static void plan(Draft draft) {
    Network network = draft.host().network();
    network.interfaces().forEach(i -> keyfile(draft, i, network));
    if (network.interfaces().isEmpty()
        && !(network.dns().isEmpty() && network.domains().isEmpty())) {
      globalDns(draft, network);
    }
  }

  private static void keyfile(Draft draft, Network.Interface link, Network network) {
    Origin origin = link.name().origin();
    String name = link.name().value();
    Lines lines = new Lines(origin);
    add(lines, "[connection]", origin);
    add(lines, "id=" + name, origin);
    add(lines, "type=ethernet", origin);
    add(lines, "interface-name=" + name, origin);
    ethernet(lines, link);
    family(lines, link, network, false);
    family(lines, link, network, true);
    draft.file(
        "/etc/NetworkManager/system-connections/" + name + ".nmconnection",
        lines.text(),
        0600,
        origin);
    draft.notes().lowered(origin, "interface", "a keyfile of NetworkManager");
  }

  private static void ethernet(Lines lines, Network.Interface link) {
    var mac = link.other("mac-address");
    if (link.mtuBytes().isPresent() || mac.isPresent()) {
      add(lines, "[ethernet]", link.name().origin());
    }
    link.mtuBytes().ifPresent(mtu -> add(lines, "mtu=" + mtu.value(), mtu.origin()));
    mac.ifPresent(m -> add(lines, Text.of("cloned-mac-address=", m.origin()).plus(m.value())));
  }

  private static void family(Lines lines, Network.Interface link, Network network, boolean six) {
    Origin origin = link.name().origin();
    List<Text> addresses =
        link.addresses().stream().filter(a -> a.plain().contains(":") == six).toList();
    boolean automatic =
        link.dhcp().map(d -> six ? d.value().six() : d.value().four()).orElse(addresses.isEmpty());
    add(lines, six ? "[ipv6]" : "[ipv4]", origin);
    for (int i = 0; i < addresses.size(); i++) {
      add(
          lines,
          Text.of("address" + (i + 1) + "=", addresses.get(i).origin()).plus(addresses.get(i)));
    }
    link.gateways().stream()
        .filter(g -> g.plain().contains(":") == six)
        .findFirst()
        .ifPresent(g -> add(lines, Text.of("gateway=", g.origin()).plus(g)));
    List<Text> servers =
        (link.dns().isEmpty() ? network.dns() : link.dns())
            .stream().filter(d -> d.plain().contains(":") == six).toList();
    if (!servers.isEmpty()) {
      add(lines, joined("dns=", servers));
    }
    List<Text> domains = new ArrayList<>(network.domains());
    domains.addAll(link.all("domains"));
    if (!domains.isEmpty() && !six) {
      add(lines, joined("dns-search=", domains));
    }
    String fallback = six ? "auto" : "disabled";
    String method = automatic ? "auto" : addresses.isEmpty() ? fallback : "manual";
    add(lines, "method=" + method, origin);
  }

  private static void globalDns(Draft draft, Network network) {
    Origin origin =
        (network.dns().isEmpty() ? network.domains() : network.dns()).getFirst().origin();
    Lines lines = new Lines(origin);
    add(lines, "[global-dns]", origin);
    if (!network.domains().isEmpty()) {
      add(lines, joined("searches=", network.domains(), ","));
    }
    if (!network.dns().isEmpty()) {
      add(lines, "[global-dns-domain-*]", origin);
      add(lines, joined("servers=", network.dns(), ","));
    }
    draft.file("/etc/NetworkManager/conf.d/90-dns.conf", lines.text(), 0644, origin);
  }

  private static Text joined(String key, List<Text> values) {
    return joined(key, values, ";");
  }

  private static Text joined(String key, List<Text> values, String between) {
    return Text.of(
        key + values.stream().map(Text::plain).collect(Collectors.joining(between)),
        values.getFirst().origin());
  }

  private static void add(Lines lines, String line, Origin origin) {
    lines.add(Text.of(line, origin));
  }

  private static void add(Lines lines, Text line) {
    lines.add(line);
  }
}
