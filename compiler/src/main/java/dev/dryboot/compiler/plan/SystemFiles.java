package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Network;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.source.Origin;
import java.util.List;
import java.util.stream.Collectors;

/** Files that mean the same on every system with systemd. */
final class SystemFiles {
  private SystemFiles() {}

  static void plan(Draft draft) {
    sysctl(draft);
    modules(draft);
    draft.host().network().proxy().ifPresent(p -> proxy(draft, p));
    draft.host().network().firewall().ifPresent(f -> firewall(draft, f));
  }

  private static void sysctl(Draft draft) {
    List<HostModel.Entry> entries = draft.host().kernel().sysctl();
    if (entries.isEmpty()) {
      return;
    }
    Text text = Text.of("", entries.getFirst().origin());
    for (HostModel.Entry entry : entries) {
      text =
          text.plus(Text.of(entry.key() + " = ", entry.origin()))
              .plus(entry.value())
              .plus(Text.of("\n", entry.origin()));
    }
    draft.file("/etc/sysctl.d/90-dryboot.conf", text, 0644, text.origin());
  }

  private static void modules(Draft draft) {
    List<Text> modules = draft.host().kernel().modules();
    if (!modules.isEmpty()) {
      draft.file(
          "/etc/modules-load.d/dryboot.conf", lines(modules), 0644, modules.getFirst().origin());
    }
  }

  /** A text a line. */
  static Text lines(List<Text> texts) {
    Text all = Text.of("", texts.getFirst().origin());
    for (Text text : texts) {
      all = all.plus(text).plus(Text.of("\n", text.origin()));
    }
    return all;
  }

  private static void proxy(Draft draft, Network.Proxy proxy) {
    Origin origin = proxy.origin();
    Text text = Text.of("[Manager]\n", origin);
    text = variable(text, "HTTP_PROXY", proxy.http().orElse(Text.of("", origin)));
    text = variable(text, "HTTPS_PROXY", proxy.https().orElse(Text.of("", origin)));
    if (!proxy.noProxy().isEmpty()) {
      String all = proxy.noProxy().stream().map(Text::plain).collect(Collectors.joining(","));
      text = variable(text, "NO_PROXY", Text.of(all, proxy.noProxy().getFirst().origin()));
    }
    draft.file("/etc/systemd/system.conf.d/10-proxy.conf", text, 0644, origin);
    draft.notes().lowered(origin, "proxy", "all services get it as variables of their environment");
  }

  private static Text variable(Text text, String name, Text value) {
    return value.plain().isEmpty()
        ? text
        : text.plus(Text.of("DefaultEnvironment=\"" + name + "=", value.origin()))
            .plus(value)
            .plus(Text.of("\"\n", value.origin()));
  }

  /** A table of its own for incoming packets, apart from what engines write. */
  private static void firewall(Draft draft, Network.Firewall firewall) {
    Origin origin = firewall.origin();
    String policy =
        firewall
            .defaultPolicy()
            .map(p -> p.plain().equals("allow") ? "accept" : "drop")
            .orElse("drop");
    Text text =
        Text.of(
            """
            table inet dryboot
            delete table inet dryboot
            table inet dryboot {
              chain input {
                type filter hook input priority filter; policy %s;
                ct state established,related accept
                iif lo accept
                meta l4proto { icmp, ipv6-icmp } accept
            """
                .formatted(policy),
            origin);
    for (Network.OpenPort port : firewall.open()) {
      String range =
          port.first() == port.last() ? "" + port.first() : port.first() + "-" + port.last();
      if (port.sources().isEmpty()) {
        text =
            text.plus(
                Text.of(
                    "    %s dport %s accept\n".formatted(port.protocol(), range), port.origin()));
      }
      for (Text source : port.sources()) {
        String family = source.plain().contains(":") ? "ip6" : "ip";
        text =
            text.plus(
                Text.of(
                    "    %s saddr %s %s dport %s accept\n"
                        .formatted(family, source.plain(), port.protocol(), range),
                    source.origin()));
      }
    }
    draft.file("/etc/dryboot/firewall.nft", text.plus(Text.of("  }\n}\n", origin)), 0644, origin);
    UnitText unit = new UnitText();
    unit.add("Unit", "Description", "Firewall", origin);
    unit.add("Unit", "DefaultDependencies", "no", origin);
    unit.add("Unit", "After", "local-fs.target", origin);
    unit.add("Unit", "Wants", "network-pre.target", origin);
    unit.add("Unit", "Before", "network-pre.target", origin);
    unit.add("Unit", "Conflicts", "shutdown.target", origin);
    unit.add("Unit", "Before", "shutdown.target", origin);
    unit.add("Service", "Type", "oneshot", origin);
    unit.add("Service", "RemainAfterExit", "yes", origin);
    unit.add("Service", "ExecStart", "/usr/sbin/nft -f /etc/dryboot/firewall.nft", origin);
    unit.add("Install", "WantedBy", "sysinit.target", origin);
    draft.unit("dryboot-firewall.service", unit, true, origin);
    draft
        .notes()
        .lowered(
            origin,
            "firewall",
            "a table of nftables for incoming packets, loaded before the network");
  }
}
