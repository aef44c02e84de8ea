package dev.dryboot.simulator.machine;

import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * How the links are to be set up: what a provisioner hands to the network's manager. Links that are
 * named here are there, with a cable in.
 *
 * @param text as it was written
 */
public record NetworkConfig(List<Link> links, SourceText text) {
  public NetworkConfig {
    links = List.copyOf(links);
  }

  /**
   * One link.
   *
   * @param name as it is called here, which need not be its name in the kernel
   * @param dhcp whether it gets an address, and with it a way out, by DHCP or router advertisements
   * @param addressed whether it has an address of its own
   * @param routed whether it has a default route of its own
   * @param optional whether nobody waits for it to be online
   */
  public record Link(
      String name, boolean dhcp, boolean addressed, boolean routed, boolean optional) {

    /** Whether packets can leave the machine by this link. */
    public boolean leadsOut() {
      return dhcp || addressed && routed;
    }
  }

  /** The link by which packets leave the machine first: one that need not wait for DHCP. */
  public Optional<Link> wayOut() {
    return links.stream()
        .filter(l -> l.leadsOut() && !l.dhcp())
        .findFirst()
        .or(() -> links.stream().filter(Link::leadsOut).findFirst());
  }

  /** The links that {@code systemd-networkd-wait-online} waits for. */
  public List<Link> awaited() {
    return links.stream().filter(l -> !l.optional()).toList();
  }
}
