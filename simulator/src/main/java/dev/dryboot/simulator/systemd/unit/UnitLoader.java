package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.unitfile.StrayLine;
import dev.dryboot.source.Span;
import java.util.ArrayList;
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
    List<String> owners = path().attachedNames(unit);
    List<Fragment> fragments = fragments(unit, entry, owners);
    Optional<StrayLine> refusal =
        fragments.stream().flatMap(f -> f.file().refusal().stream()).findFirst();
    if (refusal.isPresent()) {
      refuse(unit, LoadState.ERROR, "its file cannot be read", Optional.of(refusal.get().span()));
      return;
    }
    Settings settings = loading.cache().settings(fragments);
    Specifiers specifiers = new Specifiers(unit.name(), loading.specifiers());
    unit.loaded(settings, Traits.read(settings, unit.type(), specifiers));
    addFileDependencies(unit, specifiers);
    addLinks(unit, owners);
    implied.add(unit);
    Optional<Verification.Refusal> bad = Verification.of(unit, loading.version());
    bad.ifPresent(r -> refuse(unit, LoadState.BAD_SETTING, r.message(), r.span()));
  }

  /** A mount has one, or else something is mounted there (systemd 257, mount_load()). */
  private boolean needsFragment(Unit unit) {
    if (implied.isPerpetual(unit)) {
      return false;
    }
    return unit.type() == UnitType.MOUNT
        ? UnitName.parse(unit.id()).map(UnitName::path).filter(loading.mountPoints()).isEmpty()
        : unit.type().needsFragment();
  }

  private void refuse(Unit unit, LoadState state, String message, Optional<Span> span) {
    unit.notLoaded(state, message);
    graph.found(new LoadFinding(unit.id(), LoadFinding.Kind.REFUSED, state.word(), message, span));
  }

  private List<Fragment> fragments(Unit unit, UnitPath.@Nullable Entry entry, List<String> owners) {
    List<Fragment> fragments = new ArrayList<>(1);
    if (entry != null && entry.text() != null) {
      fragments.add(new Fragment(entry.path(), loading.cache().read(entry.text()), false));
    }
    fragments.addAll(path().dropIns(unit.type(), owners, loading.cache()));
    for (Fragment fragment : fragments) {
      for (StrayLine stray : fragment.file().strays()) {
        graph.found(
            new LoadFinding(
                unit.id(),
                LoadFinding.Kind.STRAY_LINE,
                stray.kind().name(),
                "a line that is neither a section nor an assignment",
                Optional.of(stray.span())));
      }
    }
    return fragments;
  }

  private void addFileDependencies(Unit unit, Specifiers specifiers) {
    for (WrittenDependencies.Named named : WrittenDependencies.of(unit).all()) {
      String name = specifiers.expand(named.name());
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

  private void addLinks(Unit unit, List<String> owners) {
    addLinks(unit, owners, ".wants", Dependency.WANTS);
    addLinks(unit, owners, ".requires", Dependency.REQUIRES);
    if (loading.version().knowsUpholdsDirectories()) {
      addLinks(unit, owners, ".upholds", Dependency.UPHOLDS);
    }
  }

  private void addLinks(Unit unit, List<String> owners, String suffix, Dependency dependency) {
    for (UnitPath.Link link : path().links(owners, suffix)) {
      if (link.target().equals("/dev/null") && loading.version().masksDependencyLinks()) {
        continue;
      }
      Unit other = graph.reference(link.unit());
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
