package dev.dryboot.simulator.ignition;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that Ignition gets from a URL.
 *
 * @param source the URL; where there is none the contents are left alone (a file) or empty
 * @param compression {@code gzip}, or empty for none
 * @param httpHeaders header names with their values, in order
 * @param hash {@code sha512-…} or {@code sha256-…} over the bytes as they come, before unpacking
 * @param at the whole object
 */
public record Resource(
    Optional<Located<String>> source,
    Optional<Located<String>> compression,
    List<Map.Entry<String, String>> httpHeaders,
    Optional<Located<String>> hash,
    Span at) {
  public Resource {
    httpHeaders = List.copyOf(httpHeaders);
  }

  /** Whether the machine needs nothing but the config itself to have it. */
  public boolean local() {
    return source.isEmpty()
        || source.get().value().isEmpty()
        || source.get().value().startsWith("data:");
  }
}
