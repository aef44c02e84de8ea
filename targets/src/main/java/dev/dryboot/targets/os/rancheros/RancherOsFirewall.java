package dev.dryboot.targets.os.rancheros;

import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.model.Network;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.plan.Notes;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.List;

/** The firewall as commands for iptables, run by the console. */
final class RancherOsFirewall {
  private RancherOsFirewall() {}

  static void commands(Network.Firewall firewall, Node.Items commands, Notes notes) {
    Origin origin = firewall.origin();
    add(commands, origin, "-A INPUT -m state --state ESTABLISHED,RELATED -j ACCEPT");
    add(commands, origin, "-A INPUT -i lo -j ACCEPT");
    add(commands, origin, "-A INPUT -p icmp -j ACCEPT");
    for (Network.OpenPort port : firewall.open()) {
      String ports =
          port.first() == port.last() ? "" + port.first() : port.first() + ":" + port.last();
      List<String> sources = new ArrayList<>(port.sources().stream().map(Text::plain).toList());
      if (sources.isEmpty()) {
        sources.add("0.0.0.0/0");
      }
      for (String source : sources) {
        add(
            commands,
            port.origin(),
            "-A INPUT -p %s -s %s --dport %s -j ACCEPT".formatted(port.protocol(), source, ports));
      }
    }
    boolean open = firewall.defaultPolicy().map(p -> p.plain().equals("allow")).orElse(false);
    if (!open) {
      add(commands, origin, "-P INPUT DROP");
    }
    notes.approximated(
        origin, "firewall", "the console adds rules to iptables, after the network is up");
  }

  private static void add(Node.Items commands, Origin origin, String arguments) {
    Node.Items words = new Node.Items(origin);
    words.add(Node.of("iptables", origin));
    for (String word : arguments.split(" ")) {
      words.add(Node.of(word, origin));
    }
    commands.add(words);
  }
}
