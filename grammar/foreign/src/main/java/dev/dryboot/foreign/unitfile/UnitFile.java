package dev.dryboot.foreign.unitfile;

import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * A unit file as read: its sections in order, and the lines that belong to none.
 *
 * @param source the text
 * @param sections in the order of the file; names may repeat
 * @param strays lines that systemd ignores or that make it refuse the file
 */
public record UnitFile(SourceText source, List<Section> sections, List<StrayLine> strays) {
  public UnitFile {
    sections = List.copyOf(sections);
    strays = List.copyOf(strays);
  }

  /** All directives of all sections called {@code section}, in the order of the file. */
  public List<Directive> directives(String section) {
    return sections.stream()
        .filter(s -> s.name().equals(section))
        .flatMap(s -> s.directives().stream())
        .toList();
  }

  /** All assignments of {@code name} in sections called {@code section}, in order. */
  public List<Directive> directives(String section, String name) {
    return directives(section).stream().filter(d -> d.name().equals(name)).toList();
  }

  /** The last assignment of {@code name}, which is the one that counts for single values. */
  public Optional<Directive> last(String section, String name) {
    return directives(section, name).stream().reduce((a, b) -> b);
  }

  public boolean hasSection(String section) {
    return sections.stream().anyMatch(s -> s.name().equals(section));
  }

  /** The line at which systemd gives the file up, if there is one. */
  public Optional<StrayLine> refusal() {
    return strays.stream().filter(s -> s.kind().fatal()).findFirst();
  }
}
