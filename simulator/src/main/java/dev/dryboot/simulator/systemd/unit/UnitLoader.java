package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.unitfile.StrayLine;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads a unit: fragment, drop-ins, links, dependencies given and implied, and the checks after
 * which systemd refuses it (unit.c: unit_load, load-fragment.c, load-dropin.c).
 */
final class UnitLoader {
  private final UnitGraph graph;
  private final UnitLoading loading;
  private final ImpliedDependencies implied;

  UnitLoader(UnitGraph graph, UnitLoading loading) {
    this.graph = graph;
    this.loading = loading;
    this.implied = new ImpliedDependencies(graph, loading);
  }

  UnitPath path() {
    return loading.path();
  }

  ManagerDefaults defaults() {
    return loading.defaults();
  }

  UnitFileCache cache() {
    return loading.cache();
  }

  void load(Unit unit) {
    UnitPath.Entry entry = path().fragment(unit.name());
    path().aliases(unit.id()).forEach(alias -> graph.alias(unit, alias));
    if (entry != null && entry.masked()) {
      unit.notLoaded(LoadState.MASKED, "masked by " + entry.path());
      return;
    }
    if (entry == null && needsFragment(unit)) {
      unit.notLoaded(LoadState.NOT_FOUND, "not found");
      return;
    }
    List<String> owners = path().attachments().of(unit);
    WrittenUnit written = read(unit, entry, owners);
    tellStrays(unit, written.strays());
    Optional<WrittenUnit.Refusal> refusal = written.refusal();
    if (refusal.isEmpty() || refusal.get().whole()) {
      addSettings(unit, written.settings(), owners);
    }
    refusal.ifPresent(r -> refuse(unit, r));
  }

  private WrittenUnit read(Unit unit, UnitPath.@Nullable Entry entry, List<String> owners) {
    UnitFileCache cache = loading.cache();
    List<Fragment> dropIns = path().attachments().dropIns(unit.type(), owners, cache);
    return cache.unit(unit.name(), entry, dropIns, loading.version().release());
  }

  private void addSettings(Unit unit, Settings settings, List<String> owners) {
    Specifiers specifiers = new Specifiers(unit.name(), loading.specifiers(), settings.fragments());
    ManagerDefaults defaults = loading.defaults();
    unit.loaded(settings, Traits.read(settings, unit.type(), specifiers, defaults), defaults);
    addFileDependencies(unit, specifiers);
    addLinks(unit, owners);
    implied.add(unit);
  }

  /** A mount has one, or else something is mounted there (systemd 257, mount_load()). */
  boolean needsFragment(Unit unit) {
    if (unit.isPerpetual()) {
      return false;
    }
    return unit.type() == UnitType.MOUNT
        ? UnitName.parse(unit.id()).map(UnitName::path).filter(loading.mountPoints()).isEmpty()
        : unit.type().needsFragment();
  }

  private void refuse(Unit unit, WrittenUnit.Refusal refusal) {
    unit.notLoaded(refusal.state(), refusal.message());
    graph.found(
        new LoadFinding(
            unit.id(),
            LoadFinding.Kind.REFUSED,
            refusal.state().word(),
            refusal.message(),
            refusal.span()));
  }

  private void tellStrays(Unit unit, List<StrayLine> strays) {
    for (StrayLine stray : strays) {
      graph.found(
          new LoadFinding(
              unit.id(),
              LoadFinding.Kind.STRAY_LINE,
              stray.kind().name(),
              "a line that is neither a section nor an assignment",
              Optional.of(stray.span())));
    }
  }

  private void addFileDependencies(Unit unit, Specifiers specifiers) {
    for (WrittenDependencies.Named named : WrittenDependencies.of(unit).all()) {
      String name = instantiated(unit, specifiers.expand(named.name()));
      Unit other = graph.reference(name);
      if (other == null) {
        graph.found(
            new LoadFinding(
                unit.id(),
                LoadFinding.Kind.NOT_A_UNIT_NAME,
                name,
                "'" + name + "' is no unit's name",
                named.origin().written()));
      } else {
        unit.add(named.dependency(), other, named.origin());
      }
    }
  }

  /**
   * A template stands for its instance that is called as the unit's own instance or, where it has
   * none, as the unit is without its type (unit.c: resolve_template).
   */
  private static String instantiated(Unit unit, String name) {
    return name.indexOf("@.") < 0
        ? name
        : UnitName.parse(name)
            .filter(UnitName::isTemplate)
            .map(t -> t.instantiate(unit.name().instance().orElse(unit.name().prefix())))
            .orElse(name);
  }

  private void addLinks(Unit unit, List<String> owners) {
    addLinks(unit, owners, ".wants", Dependency.WANTS);
    addLinks(unit, owners, ".requires", Dependency.REQUIRES);
    if (loading.version().knowsUpholdsDirectories()) {
      addLinks(unit, owners, ".upholds", Dependency.UPHOLDS);
    }
  }

  private void addLinks(Unit unit, List<String> owners, String suffix, Dependency dependency) {
    for (Attachments.Link link : path().attachments().links(owners, suffix)) {
      if (link.target().equals("/dev/null") && loading.version().masksDependencyLinks()) {
        continue;
      }
      Unit other = graph.reference(instantiated(unit, link.unit()));
      if (other != null) {
        unit.add(dependency, other, DependencyOrigin.link(link.span()));
      }
    }
  }

  void addMountDependencies(Unit unit) {
    if (unit.isLoaded()) {
      implied.addMounts(unit);
    }
  }

  /**
   * Orders {@code unit} before the targets that pull it in (unit_add_default_target_dependency).
   */
  void addDefaultTargetDependencies(Unit unit) {
    if (!unit.isLoaded() || !unit.traits().defaultDependencies()) {
      return;
    }
    for (Unit target : unit.with(Dependency.Atom.DEFAULT_TARGET_DEPENDENCIES)) {
      orderBefore(unit, target);
    }
    if (unit.type() == UnitType.TARGET) {
      for (Unit other : unit.with(Dependency.Atom.DEFAULT_TARGET_DEPENDENCY_QUEUE)) {
        if (other.isLoaded() && other.traits().defaultDependencies()) {
          orderBefore(other, unit);
        }
      }
    }
  }

  private static void orderBefore(Unit unit, Unit target) {
    if (target.type() == UnitType.TARGET
        && target.isLoaded()
        && target.traits().defaultDependencies()
        && !target.has(Dependency.BEFORE, unit)) {
      target.add(Dependency.AFTER, unit, DependencyOrigin.DEFAULT);
    }
  }
}
