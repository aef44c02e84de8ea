package dev.dryboot.simulator.machine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The port that knows who listens where. An address is {@code 0.0.0.0:80/tcp}, {@code
 * 127.0.0.53:53/udp} or {@code [::]:22/tcp}; the addresses {@code 0.0.0.0} and {@code [::]} mean
 * all.
 */
public final class Ports {
  private final Machine machine;
  private final Map<String, String> holders = new LinkedHashMap<>();

  public Ports(Machine machine) {
    this.machine = machine;
  }

  /** Begins to listen; where another one does already, says so and changes nothing. */
  public boolean bind(String address, String owner) {
    Optional<String> holder = holder(address);
    if (holder.isPresent()) {
      if (!holder.get().equals(owner)) {
        machine.publish(new Fact.PortRefused(address, owner, holder.get()));
        return false;
      }
      return true;
    }
    holders.put(address, owner);
    machine.publish(new Fact.PortBound(address, owner));
    return true;
  }

  /** Who listens at an address, or at one that overlaps it. */
  public Optional<String> holder(String address) {
    return holders.entrySet().stream()
        .filter(e -> overlap(e.getKey(), address))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Stops listening at all addresses of an owner. */
  public void release(String owner) {
    for (Iterator<String> i = holders.values().iterator(); i.hasNext(); ) {
      if (i.next().equals(owner)) {
        i.remove();
      }
    }
  }

  private static boolean overlap(String a, String b) {
    return portOf(a).equals(portOf(b))
        && (hostOf(a).equals(hostOf(b)) || isAny(hostOf(a)) || isAny(hostOf(b)));
  }

  private static String portOf(String address) {
    return address.substring(address.lastIndexOf(':') + 1);
  }

  private static String hostOf(String address) {
    return address.substring(0, address.lastIndexOf(':'));
  }

  private static boolean isAny(String host) {
    return host.equals("0.0.0.0") || host.equals("[::]") || host.isEmpty() || host.equals("*");
  }
}
