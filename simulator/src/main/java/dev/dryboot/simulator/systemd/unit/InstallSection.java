package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.value.Words;
import dev.dryboot.simulator.systemd.SystemdVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What [Install] of a unit and of its drop-ins says (install.c: UnitFileInstallInfo).
 *
 * @param name the unit's own name, where it was asked for by an alias
 * @param path its file
 * @param alias other names that it gets when it is enabled
 * @param also units that are enabled and disabled with it
 * @param defaultInstance of a template
 */
record InstallSection(
    UnitName name,
    String path,
    Map<String, List<String>> owners,
    List<String> alias,
    List<String> also,
    Optional<String> defaultInstance) {

  /** Reads it; empty where there is no such unit, or where it is masked. */
  static Optional<InstallSection> of(
      String unit, UnitPath path, UnitFileCache cache, SystemdVersion version) {
    UnitName name = UnitName.parse(path.canonical(unit)).orElse(null);
    UnitPath.Entry entry = name == null ? null : path.fragment(name);
    if (name == null || entry == null || entry.masked() || entry.text() == null) {
      return Optional.empty();
    }
    List<Fragment> fragments = new ArrayList<>();
    fragments.add(new Fragment(entry.path(), cache.read(entry.text()), false));
    List<String> owners = path.attachments().of(name);
    fragments.addAll(path.attachments().dropIns(name.type(), owners, cache));
    Settings settings = cache.settings(fragments);
    Specifiers specifiers = new Specifiers(name, Map.of());
    boolean upholds = version.knowsUpholdsDirectories();
    return Optional.of(
        new InstallSection(
            name,
            path.source(entry),
            Map.of(
                ".wants", words(settings, "WantedBy", specifiers),
                ".requires", words(settings, "RequiredBy", specifiers),
                ".upholds", upholds ? words(settings, "UpheldBy", specifiers) : List.of()),
            words(settings, "Alias", specifiers),
            words(settings, "Also", specifiers),
            settings
                .last("Install", "DefaultInstance")
                .map(Directive::value)
                .filter(i -> !i.isEmpty())));
  }

  private static List<String> words(Settings settings, String directive, Specifiers specifiers) {
    List<String> words = new ArrayList<>(0);
    for (Directive each : settings.list("Install", directive)) {
      Words.split(each.value(), Words.Style.QUOTED_RETAIN)
          .words()
          .forEach(w -> words.add(specifiers.expand(w.text())));
    }
    return words;
  }

  /** Whether nothing wants it and it has no other names. */
  boolean linksNothing() {
    return owners.values().stream().allMatch(List::isEmpty) && alias.isEmpty();
  }

  boolean isEmpty() {
    return linksNothing() && also.isEmpty();
  }

  /** The name that links get: of a template that of its default instance, if it has one. */
  UnitName linked() {
    return name.isTemplate()
        ? defaultInstance.flatMap(i -> UnitName.parse(name.instantiate(i))).orElse(name)
        : name;
  }

  /**
   * Whether it may be called {@code other}: a template like a template, an instance like the same
   * instance (unit_validate_alias_symlink_or_warn).
   */
  boolean mayBeCalled(UnitName other) {
    return other.type() == name.type()
        && other.isTemplate() == name.isTemplate()
        && other.isInstance() == name.isInstance()
        && other.instance().equals(name.instance());
  }
}
