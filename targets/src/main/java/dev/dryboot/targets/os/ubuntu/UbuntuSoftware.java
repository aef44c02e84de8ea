package dev.dryboot.targets.os.ubuntu;

import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Network;
import dev.dryboot.source.Origin;
import dev.dryboot.targets.encode.Leaves;

/** Package sources, proxies, snaps and authorities. */
final class UbuntuSoftware {
  private UbuntuSoftware() {}

  static void encode(HostModel host, Node.Fields root) {
    Origin built = Origin.builtIn("part of every cloud-config");
    Node.Fields apt = new Node.Fields(built);
    host.network().proxy().ifPresent(p -> proxy(p, apt));
    Node.Fields sources = new Node.Fields(built);
    for (HostModel.Repository repository : host.software().repositories()) {
      sources.put(repository.name().value(), AptSources.encode(repository));
    }
    root.putFilled("apt", apt.putFilled("sources", sources));
    if (!host.software().certificateAuthorities().isEmpty()) {
      root.put(
          "ca_certs",
          new Node.Fields(built)
              .put("trusted", Leaves.list(host.software().certificateAuthorities(), built)));
    }
    Node.Items commands = new Node.Items(built);
    for (HostModel.Snap snap : host.software().snaps()) {
      Origin origin = snap.name().origin();
      Node.Items command = new Node.Items(origin);
      command
          .add(Node.of("snap", origin))
          .add(Node.of("install", origin))
          .add(Leaves.text(snap.name()));
      snap.channel().ifPresent(c -> command.add(Node.of("--channel=" + c.plain(), c.origin())));
      commands.add(command);
    }
    root.putFilled("snap", new Node.Fields(built).putFilled("commands", commands));
  }

  private static void proxy(Network.Proxy proxy, Node.Fields apt) {
    apt.put("http_proxy", Leaves.text(proxy.http())).put("https_proxy", Leaves.text(proxy.https()));
  }
}
