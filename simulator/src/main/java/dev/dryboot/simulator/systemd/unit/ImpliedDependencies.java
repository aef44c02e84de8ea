package dev.dryboot.simulator.systemd.unit;

import static dev.dryboot.simulator.systemd.unit.Dependency.AFTER;
import static dev.dryboot.simulator.systemd.unit.Dependency.BEFORE;
import static dev.dryboot.simulator.systemd.unit.Dependency.BINDS_TO;
import static dev.dryboot.simulator.systemd.unit.Dependency.CONFLICTS;
import static dev.dryboot.simulator.systemd.unit.Dependency.IN_SLICE;
import static dev.dryboot.simulator.systemd.unit.Dependency.REQUIRES;
import static dev.dryboot.simulator.systemd.unit.Dependency.TRIGGERS;
import static dev.dryboot.simulator.systemd.unit.Dependency.WANTS;

import dev.dryboot.foreign.unitfile.Directive;
import java.util.List;
import java.util.Optional;

/** The dependencies that a unit has without anyone writing them, by its type. */
final class ImpliedDependencies {
  private final UnitGraph graph;
  private final UnitLoading loading;
  private final MountDependencies mounts;

  ImpliedDependencies(UnitGraph graph, UnitLoading loading) {
    this.graph = graph;
    this.loading = loading;
    this.mounts = new MountDependencies(graph, loading);
  }

  void add(Unit unit) {
    addSlice(unit);
    switch (unit.type()) {
      case SERVICE -> addOfService(unit);
      case SOCKET -> addOfSocket(unit);
      case TARGET -> addOfTarget(unit);
      case TIMER -> addOfTimer(unit);
      case PATH -> addOfPath(unit);
      case MOUNT -> mounts.addOfMount(unit);
      case AUTOMOUNT -> mounts.addOfAutomount(unit);
      case SWAP -> mounts.addOfSwap(unit);
      case SLICE, SCOPE -> addShutdown(unit, !unit.isPerpetual());
      case DEVICE -> {}
    }
  }

  void addMounts(Unit unit) {
    mounts.addMountsFor(unit);
  }

  private void link(Unit unit, Dependency dependency, String name, DependencyOrigin origin) {
    Unit other = graph.reference(name);
    if (other != null) {
      unit.add(dependency, other, origin);
    }
  }

  private void byDefault(Unit unit, Dependency dependency, String name) {
    link(unit, dependency, name, DependencyOrigin.DEFAULT);
  }

  /** unit_set_default_slice() and unit_add_slice_dependencies(). */
  private void addSlice(Unit unit) {
    if (!unit.type().hasControlGroup() || unit.id().equals("-.slice")) {
      return;
    }
    String name = unit.type() == UnitType.SLICE ? parentSlice(unit) : sliceOf(unit);
    Unit slice = graph.reference(name);
    if (slice != null && slice.type() == UnitType.SLICE) {
      unit.inSlice(slice);
      unit.add(IN_SLICE, slice, DependencyOrigin.IMPLICIT);
      unit.add(AFTER, slice, DependencyOrigin.IMPLICIT);
      unit.add(REQUIRES, slice, DependencyOrigin.IMPLICIT);
    }
  }

  private static String parentSlice(Unit unit) {
    String stem = unit.name().stem();
    int dash = stem.lastIndexOf('-');
    return (dash > 0 ? stem.substring(0, dash) : "-") + ".slice";
  }

  private static String sliceOf(Unit unit) {
    if (unit.id().equals("init.scope")) {
      return "-.slice";
    }
    WrittenSlice set =
        unit.settings()
            .derived(WrittenSlice.class, unit.type(), s -> WrittenSlice.of(s, unit.type()));
    if (set.name().isPresent()) {
      return set.name().get();
    }
    return unit.name().isInstance()
        ? "system-" + unit.name().prefix().replace("-", "\\x2d") + ".slice"
        : "system.slice";
  }

  /** What Slice= names, if it names one. */
  private record WrittenSlice(Optional<String> name) {
    static WrittenSlice of(Settings settings, UnitType type) {
      return new WrittenSlice(
          UnitName.parse(settings.text(type.section(), "Slice", ""))
              .filter(n -> n.type() == UnitType.SLICE)
              .map(UnitName::text));
    }
  }

  private void addShutdown(Unit unit, boolean wanted) {
    if (wanted && unit.traits().defaultDependencies()) {
      byDefault(unit, BEFORE, "shutdown.target");
      byDefault(unit, CONFLICTS, "shutdown.target");
    }
  }

  private void addSysinit(Unit unit) {
    byDefault(unit, AFTER, "sysinit.target");
    byDefault(unit, REQUIRES, "sysinit.target");
  }

  /** service.c: service_add_default_dependencies, service_add_extras. */
  private void addOfService(Unit unit) {
    ServiceNeeds needs =
        unit.settings().derived(ServiceNeeds.class, unit.type(), ServiceNeeds::read);
    for (ServiceNeeds.Socket written : needs.sockets()) {
      link(unit, WANTS, written.name(), written.origin());
      link(unit, AFTER, written.name(), written.origin());
      Unit socket = graph.reference(written.name());
      if (socket != null) {
        socket.add(TRIGGERS, unit, written.origin());
      }
    }
    if (needs.bus()) {
      link(unit, REQUIRES, "dbus.socket", DependencyOrigin.IMPLICIT);
      link(unit, AFTER, "dbus.socket", DependencyOrigin.IMPLICIT);
    }
    if (needs.journal()) {
      link(unit, AFTER, "systemd-journald.socket", DependencyOrigin.IMPLICIT);
    }
    if (needs.privateTmp()) {
      link(unit, AFTER, "systemd-tmpfiles-setup.service", DependencyOrigin.IMPLICIT);
    }
    if (unit.traits().defaultDependencies()) {
      addSysinit(unit);
      byDefault(unit, AFTER, "basic.target");
      addShutdown(unit, true);
    }
  }

  /** target.c: the ordering after what it pulls in comes when the load queue is empty. */
  private void addOfTarget(Unit unit) {
    addShutdown(unit, !unit.id().equals("shutdown.target"));
  }

  /** socket.c: socket_add_extras, socket_add_default_dependencies. */
  private void addOfSocket(Unit unit) {
    boolean accept = unit.settings().isTrue("Socket", "Accept", false);
    if (!accept) {
      addTrigger(unit, "Socket", "Service");
    }
    Optional<Directive> device = unit.settings().last("Socket", "BindToDevice");
    device
        .filter(d -> !d.value().isEmpty() && !d.value().equals("lo"))
        .ifPresent(
            d -> {
              String name =
                  UnitName.ofPath("/sys/subsystem/net/devices/" + d.value(), UnitType.DEVICE);
              link(unit, BINDS_TO, name, DependencyOrigin.file(d.valueSpan()));
              link(unit, AFTER, name, DependencyOrigin.file(d.valueSpan()));
            });
    if (unit.traits().defaultDependencies()) {
      byDefault(unit, BEFORE, "sockets.target");
      addSysinit(unit);
      addShutdown(unit, true);
    }
  }

  /** Before and Triggers the unit that is started (unit_load_related_unit). */
  private void addTrigger(Unit unit, String section, String directive) {
    Optional<Directive> set =
        unit.settings().last(section, directive).filter(d -> !d.value().isEmpty());
    String name = set.map(Directive::value).orElseGet(() -> unit.name().withType(UnitType.SERVICE));
    String expanded = Specifiers.of(unit, loading.specifiers()).expand(name);
    DependencyOrigin origin =
        set.map(d -> DependencyOrigin.file(d.valueSpan())).orElse(DependencyOrigin.IMPLICIT);
    link(unit, BEFORE, expanded, origin);
    link(unit, TRIGGERS, expanded, origin);
  }

  /** timer.c: timer_add_trigger_dependencies, timer_add_default_dependencies. */
  private void addOfTimer(Unit unit) {
    addTrigger(unit, "Timer", "Unit");
    if (!unit.traits().defaultDependencies()) {
      return;
    }
    byDefault(unit, BEFORE, "timers.target");
    addSysinit(unit);
    if (!unit.settings().list("Timer", "OnCalendar").isEmpty()) {
      for (String name : List.of("time-sync.target", "time-set.target")) {
        byDefault(unit, AFTER, name);
      }
    }
    addShutdown(unit, true);
  }

  /** path.c: path_add_extras. */
  private void addOfPath(Unit unit) {
    addTrigger(unit, "Path", "Unit");
    if (unit.traits().defaultDependencies()) {
      byDefault(unit, BEFORE, "paths.target");
      addSysinit(unit);
      addShutdown(unit, true);
    }
  }
}
