package dev.dryboot.targets.format.networkconfig;

import dev.dryboot.simulator.machine.NetworkConfig;
import dev.dryboot.targets.format.tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The links of a network-config of version 1: a list of things to configure, each with subnets. */
final class Version1 {
  private static final List<String> LINKS = List.of("physical", "bond", "bridge", "vlan");

  private Version1() {}

  static List<NetworkConfig.Link> links(Fields root) {
    List<NetworkConfig.Link> links = new ArrayList<>();
    Set<String> members = new LinkedHashSet<>();
    boolean routed =
        root.children("config").stream()
            .anyMatch(
                c ->
                    c.plain("type").orElse("").equals("route")
                        && c.plain("destination").orElse("").matches("(0\\.0\\.0\\.0|::)/0"));
    for (Fields thing : root.children("config")) {
      thing.texts("bond_interfaces").forEach(m -> members.add(m.value()));
      thing.texts("bridge_interfaces").forEach(m -> members.add(m.value()));
      if (LINKS.contains(thing.plain("type").orElse(""))) {
        links.add(link(thing, routed));
      }
    }
    return links.stream().filter(l -> !members.contains(l.name())).toList();
  }

  private static NetworkConfig.Link link(Fields thing, boolean routed) {
    boolean dhcp = false;
    boolean addressed = false;
    boolean gateway = routed;
    boolean manual = false;
    for (Fields subnet : thing.children("subnets")) {
      String type = subnet.plain("type").orElse("");
      dhcp |= type.startsWith("dhcp") || type.startsWith("ipv6_");
      addressed |= subnet.has("address");
      gateway |= subnet.has("gateway");
      manual |= subnet.plain("control").orElse("auto").equals("manual");
    }
    return new NetworkConfig.Link(thing.plain("name").orElse(""), dhcp, addressed, gateway, manual);
  }
}
