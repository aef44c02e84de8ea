package dev.dryboot.foreign.unitfile;

import dev.dryboot.source.Span;
import java.util.List;

/**
 * A section of a unit file, from its header to the next one. A name may occur several times in a
 * file; systemd reads the sections one after the other.
 *
 * @param name what stands between the brackets
 * @param span where the header stands, brackets included
 * @param directives in the order of the file
 */
public record Section(String name, Span span, List<Directive> directives) {
  public Section {
    directives = List.copyOf(directives);
  }
}
