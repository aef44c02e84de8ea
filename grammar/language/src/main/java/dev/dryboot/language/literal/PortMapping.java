package dev.dryboot.language.literal;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.source.Outcome;

/**
 * Ports of the host and those of a container behind them: {@code 127.0.0.1:443 -> 8443/tcp}.
 *
 * @param host where it listens on the machine
 * @param container where the container listens; a single port may stand for a range of the host's,
 *     which replicas share
 */
public record PortMapping(Port host, Port container) {
  public static Outcome<PortMapping> of(Literal host, Literal container) {
    return Port.of(host)
        .then(from -> Port.of(container).then(to -> joined(from, to, host, container)));
  }

  private static Outcome<PortMapping> joined(Port from, Port to, Literal host, Literal container) {
    if (to.address().isPresent()) {
      return container.fails(
          LanguageRules.SHAPE,
          0,
          container.text().length(),
          "the container's side of a port has no address",
          "write the address before the host's port");
    }
    if (to.count() != 1 && to.count() != from.count()) {
      return host.fails(
          LanguageRules.RANGE,
          0,
          host.text().length(),
          "%d ports of the host are mapped to %d of the container"
              .formatted(from.count(), to.count()),
          "make both ranges equally long");
    }
    return Outcome.of(new PortMapping(from, to));
  }

  /** {@code tcp} unless one side says otherwise. */
  public String protocol() {
    return container.protocol().or(host::protocol).orElse("tcp");
  }
}
