package dev.dryboot.targets.format.networkconfig;

import java.util.Optional;

/** An IPv4 address with the length of its network's prefix. */
record Ipv4(long address, int prefix) {

  /** {@code 10.0.0.5/24}. */
  static Optional<Ipv4> network(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,2}")) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(text.substring(slash + 1));
    String[] parts = text.substring(0, slash).split("\\.", -1);
    if (prefix > 32 || parts.length != 4) {
      return Optional.empty();
    }
    long address = 0;
    for (String part : parts) {
      if (!part.matches("[0-9]{1,3}") || Integer.parseInt(part) > 255) {
        return Optional.empty();
      }
      address = address << 8 | Integer.parseInt(part);
    }
    return Optional.of(new Ipv4(address, prefix));
  }

  boolean contains(Ipv4 other) {
    return prefix == 0 || address >> 32 - prefix == other.address >> 32 - prefix;
  }
}
