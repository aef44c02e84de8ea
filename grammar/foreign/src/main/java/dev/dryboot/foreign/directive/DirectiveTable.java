package dev.dryboot.foreign.directive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every directive by section: those of the units of systemd 252 to 257, of podman's quadlet files
 * up to 5.6, and (names only) of the files of systemd-networkd and systemd-udevd 257. Taken from
 * what the programs themselves list and from their manual pages.
 */
public final class DirectiveTable {
  private static final DirectiveTable KNOWN = load();

  private final Map<String, Map<String, KnownDirective>> sections;

  private DirectiveTable(Map<String, Map<String, KnownDirective>> sections) {
    this.sections = sections;
  }

  /** The table. */
  public static DirectiveTable known() {
    return KNOWN;
  }

  private static DirectiveTable load() {
    try (InputStream text = DirectiveTable.class.getResourceAsStream("directives.txt")) {
      if (text == null) {
        throw new IllegalStateException("directives.txt is not among the resources");
      }
      return new DirectiveTable(
          DirectiveTableReader.read(new String(text.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The names of all sections. */
  public List<String> sections() {
    return List.copyOf(sections.keySet());
  }

  public boolean hasSection(String section) {
    return sections.containsKey(section);
  }

  /** The directives of {@code section}; none where it is not known. */
  public List<KnownDirective> directives(String section) {
    return List.copyOf(sections.getOrDefault(section, new LinkedHashMap<>()).values());
  }

  public Optional<KnownDirective> find(String section, String name) {
    return Optional.ofNullable(sections.getOrDefault(section, new LinkedHashMap<>()).get(name));
  }

  /** The sections among {@code allowed} that know a directive called {@code name}. */
  public List<String> sectionsOf(String name, List<String> allowed) {
    List<String> found = new ArrayList<>();
    for (String section : allowed) {
      if (find(section, name).isPresent()) {
        found.add(section);
      }
    }
    return found;
  }
}
