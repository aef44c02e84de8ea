package dev.dryboot.foreign.container;

import dev.dryboot.foreign.value.Reading;
import java.util.Optional;

/**
 * A published port or range of ports: {@code 127.0.0.1:8080-8081:80-81/tcp}.
 *
 * @param address of the host; absent for all of them
 * @param host the ports of the host; absent where the engine chooses
 * @param container the ports of the container
 * @param protocol {@code tcp}, {@code udp} or {@code sctp}
 */
public record PortMapping(
    Optional<String> address, Optional<Range> host, Range container, String protocol) {

  /** Ports from the first to the last. */
  public record Range(int first, int last) {
    public int count() {
      return last - first + 1;
    }

    public boolean overlaps(Range other) {
      return first <= other.last && other.first <= last;
    }

    @Override
    public String toString() {
      return first == last ? Integer.toString(first) : first + "-" + last;
    }
  }

  /** Reads a value of {@code --publish}. */
  public static Reading<PortMapping> read(String text) {
    int slash = text.lastIndexOf('/');
    String protocol =
        slash < 0 ? "tcp" : text.substring(slash + 1).toLowerCase(java.util.Locale.ROOT);
    if (!protocol.equals("tcp") && !protocol.equals("udp") && !protocol.equals("sctp")) {
      return Reading.fault(slash + 1, text.length(), "tcp, udp or sctp is expected here");
    }
    String ports = slash < 0 ? text : text.substring(0, slash);
    int lastColon = ports.lastIndexOf(':');
    Reading<Range> container = range(ports, lastColon + 1, ports.length());
    if (container.fault().isPresent()) {
      return failed(container);
    }
    if (lastColon < 0) {
      return Reading.of(
          new PortMapping(Optional.empty(), Optional.empty(), container.get(), protocol));
    }
    int bracket = ports.lastIndexOf(']', lastColon);
    int colon = ports.lastIndexOf(':', lastColon - 1);
    int hostAt = colon > bracket ? colon + 1 : 0;
    Optional<String> address = hostAt == 0 ? Optional.empty() : address(ports.substring(0, colon));
    if (lastColon == hostAt) {
      return Reading.of(new PortMapping(address, Optional.empty(), container.get(), protocol));
    }
    Reading<Range> host = range(ports, hostAt, lastColon);
    if (host.fault().isPresent()) {
      return failed(host);
    }
    boolean fits = host.get().count() == container.get().count() || container.get().count() == 1;
    return fits
        ? Reading.of(new PortMapping(address, Optional.of(host.get()), container.get(), protocol))
        : Reading.fault(hostAt, ports.length(), "the two ranges are of different lengths");
  }

  private static Optional<String> address(String text) {
    String bare =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    return bare.isEmpty() ? Optional.empty() : Optional.of(bare);
  }

  private static Reading<PortMapping> failed(Reading<Range> reading) {
    var fault = reading.fault().orElseThrow();
    return Reading.fault(fault.from(), fault.to(), fault.message());
  }

  private static Reading<Range> range(String text, int from, int to) {
    String written = text.substring(from, to);
    if (!written.matches("[0-9]{1,9}(-[0-9]{1,9})?")) {
      return Reading.fault(from, to, "a port is expected here");
    }
    int dash = written.indexOf('-');
    int first = Integer.parseInt(dash < 0 ? written : written.substring(0, dash));
    int last = Integer.parseInt(written.substring(dash + 1));
    if (first > 65535 || last > 65535) {
      return Reading.fault(from, to, "a port is 65535 at most");
    }
    return first > last
        ? Reading.fault(from, to, "the range ends before it begins")
        : Reading.of(new Range(first, last));
  }

  @Override
  public String toString() {
    String ip = address.map(a -> (a.contains(":") ? "[" + a + "]" : a) + ":").orElse("");
    String hosts = host.map(h -> h + ":").orElse(ip.isEmpty() ? "" : ":");
    return ip + hosts + container + "/" + protocol;
  }
}
