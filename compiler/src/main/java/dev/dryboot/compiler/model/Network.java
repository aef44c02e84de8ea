package dev.dryboot.compiler.model;

import dev.dryboot.source.Origin;
import java.util.List;
import java.util.Optional;

/** How the host is connected. */
public record Network(
    List<Interface> interfaces,
    Optional<Firewall> firewall,
    List<Text> dns,
    List<Text> domains,
    List<Text> ntp,
    Optional<Proxy> proxy) {
  public Network {
    interfaces = List.copyOf(interfaces);
    dns = List.copyOf(dns);
    domains = List.copyOf(domains);
    ntp = List.copyOf(ntp);
  }

  /** An interface, in the words of {@code .network} files. */
  public record Interface(
      Traced<String> name,
      List<Text> addresses,
      List<Text> gateways,
      Optional<Traced<Dhcp>> dhcp,
      List<Text> dns,
      Optional<Traced<Long>> mtuBytes,
      List<Units.Option> others) {
    public Interface {
      addresses = List.copyOf(addresses);
      gateways = List.copyOf(gateways);
      dns = List.copyOf(dns);
      others = List.copyOf(others);
    }

    /** The last value of a word beyond those that every system has. */
    public Optional<Units.Option> other(String word) {
      return others.stream().filter(o -> o.word().equals(word)).reduce((a, b) -> b);
    }

    /** All values of such a word. */
    public List<Text> all(String word) {
      return others.stream().filter(o -> o.word().equals(word)).map(Units.Option::value).toList();
    }
  }

  /** For which protocols addresses are asked for. */
  public enum Dhcp {
    YES,
    NO,
    IPV4,
    IPV6;

    public boolean four() {
      return this == YES || this == IPV4;
    }

    public boolean six() {
      return this == YES || this == IPV6;
    }
  }

  public record Firewall(Optional<Text> defaultPolicy, List<OpenPort> open, Origin origin) {
    public Firewall {
      open = List.copyOf(open);
    }
  }

  public record OpenPort(int first, int last, String protocol, List<Text> sources, Origin origin) {
    public OpenPort {
      sources = List.copyOf(sources);
    }
  }

  public record Proxy(
      Optional<Text> http, Optional<Text> https, List<Text> noProxy, Origin origin) {
    public Proxy {
      noProxy = List.copyOf(noProxy);
    }
  }
}
