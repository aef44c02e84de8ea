package dev.dryboot.simulator.conflict;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The directives of systemd's units with which the simulator does nothing: those to be noted, by
 * what they are about, and those that change nothing which a simulated boot shows. Read from {@code
 * not-modelled.txt}.
 */
final class NotModelledDirectives {
  private static final NotModelledDirectives KNOWN = load();
  private static final List<String> NO = List.of("no", "false", "0", "off", "n", "f");

  private final Map<String, String> groups;
  private final Set<String> withoutEffect;

  private NotModelledDirectives(Map<String, String> groups, Set<String> withoutEffect) {
    this.groups = groups;
    this.withoutEffect = withoutEffect;
  }

  static NotModelledDirectives known() {
    return KNOWN;
  }

  /**
   * What a setting is about that is to be noted; a feature that is switched off is not asked for.
   */
  Optional<String> group(String section, String name, String value) {
    if (NO.contains(value)) {
      return Optional.empty();
    }
    return Optional.ofNullable(groups.getOrDefault(section + "." + name, groups.get(name)));
  }

  /** Whether a directive is among those that are noted. */
  boolean isNoted(String section, String name) {
    return groups.containsKey(section + "." + name) || groups.containsKey(name);
  }

  boolean isWithoutEffect(String section, String name) {
    return withoutEffect.contains(section + "." + name) || withoutEffect.contains(name);
  }

  private static NotModelledDirectives load() {
    try (InputStream text = NotModelledDirectives.class.getResourceAsStream("not-modelled.txt")) {
      if (text == null) {
        throw new IllegalStateException("not-modelled.txt is not among the resources");
      }
      return read(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static NotModelledDirectives read(String text) {
    Map<String, String> groups = new LinkedHashMap<>();
    Set<String> withoutEffect = new LinkedHashSet<>();
    String group = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      if (!line.startsWith(" ")) {
        group = line.endsWith(":") ? line.substring(0, line.length() - 1) : "";
        continue;
      }
      for (String name : line.strip().split(" +", -1)) {
        if (group.isEmpty()) {
          withoutEffect.add(name);
        } else {
          groups.put(name, group);
        }
      }
    }
    return new NotModelledDirectives(groups, withoutEffect);
  }
}
