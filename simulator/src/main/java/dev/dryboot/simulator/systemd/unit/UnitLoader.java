package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.directive.Rejection;
import dev.dryboot.foreign.directive.TakenFile;
import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.StrayLine;
import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
    List<Fragment> fragments = new ArrayList<>(1);
    if (entry != null && entry.text() != null && !addOwnFile(unit, entry, fragments)) {
      return;
    }
    addDropIns(unit, owners, fragments);
    Settings settings = loading.cache().settings(fragments);
    Specifiers specifiers = new Specifiers(unit.name(), loading.specifiers(), fragments);
    ManagerDefaults defaults = loading.defaults();
    unit.loaded(settings, Traits.read(settings, unit.type(), specifiers, defaults), defaults);
    addFileDependencies(unit, specifiers);
    addLinks(unit, owners);
    implied.add(unit);
    if (!fragments.isEmpty() && !fragments.getFirst().dropIn()) {
      loading
          .cache()
          .refusal(settings, unit.name(), version())
          .ifPresent(d -> refuse(unit, LoadState.BAD_SETTING, d.message(), d.span()));
    }
  }

  private dev.dryboot.foreign.directive.SystemdVersion version() {
    return loading.version().release();
  }

  /** A mount has one, or else something is mounted there (systemd 257, mount_load()). */
  private boolean needsFragment(Unit unit) {
    if (unit.isPerpetual()) {
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

  /** Whether systemd goes on behind the unit's own file: it refuses the unit for some lines. */
  private boolean addOwnFile(Unit unit, UnitPath.Entry entry, List<Fragment> fragments) {
    UnitFile written = loading.cache().read(Objects.requireNonNull(entry.text()));
    tellStrays(unit, written);
    TakenFile taken = loading.cache().taken(written, unit.name(), version());
    if (taken.refusal().isPresent()) {
      Directive directive = taken.refusal().get().directive();
      Rejection rejection = taken.refusal().get().rejection();
      String message = directive.name() + "=: " + rejection.message();
      Span span = directive.span(rejection.from(), rejection.to());
      refuse(unit, LoadState.BAD_SETTING, message, Optional.of(span));
      return false;
    }
    if (written.refusal().isPresent()) {
      Span span = written.refusal().get().span();
      refuse(unit, LoadState.ERROR, "its file cannot be read", Optional.of(span));
      return false;
    }
    fragments.add(new Fragment(entry.path(), taken.file(), false));
    return true;
  }

  /** Of a drop-in counts what stands before the line at which systemd gives it up. */
  private void addDropIns(Unit unit, List<String> owners, List<Fragment> fragments) {
    for (Fragment written : path().attachments().dropIns(unit.type(), owners, loading.cache())) {
      tellStrays(unit, written.file());
      TakenFile taken = loading.cache().taken(written.file(), unit.name(), version());
      fragments.add(new Fragment(written.path(), taken.file(), true));
    }
  }

  private void tellStrays(Unit unit, UnitFile file) {
    for (StrayLine stray : file.strays()) {
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
