package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.simulator.systemd.SystemdVersion;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Optional;

/** The combinations of settings with which systemd refuses to load a unit ({@code bad-setting}). */
final class Verification {
  private Verification() {}

  /** Why a unit is refused, and where that is written. */
  record Refusal(String message, Optional<Span> span) {}

  static Optional<Refusal> of(Unit unit, SystemdVersion version) {
    return switch (unit.type()) {
      case SERVICE -> service(unit);
      case SOCKET -> socket(unit);
      case TIMER -> timer(unit);
      case PATH -> path(unit);
      case MOUNT -> mount(unit);
      case AUTOMOUNT -> where(unit, "Automount");
      case SWAP -> Optional.empty();
      case TARGET, DEVICE, SLICE, SCOPE -> Optional.empty();
    };
  }

  private static Optional<Refusal> refuse(String message, Optional<Span> span) {
    return Optional.of(new Refusal(message, span));
  }

  private static Optional<Span> header(Unit unit) {
    return unit.settings().fragments().isEmpty()
        ? Optional.empty()
        : Optional.of(unit.settings().fragments().getFirst().file().source().lineSpan(0));
  }

  /** service.c: service_verify. */
  private static Optional<Refusal> service(Unit unit) {
    Settings settings = unit.settings();
    List<Directive> start = settings.list("Service", "ExecStart");
    boolean stops = !settings.list("Service", "ExecStop").isEmpty();
    boolean onBus = !settings.text("Service", "BusName", "").isEmpty();
    boolean acts = !unit.traits().successAction().equals("none");
    Optional<Directive> set = settings.last("Service", "Type").filter(d -> !d.value().isEmpty());
    String type =
        set.map(Directive::value).orElse(onBus ? "dbus" : start.isEmpty() ? "oneshot" : "simple");
    boolean oneshot = type.equals("oneshot");
    if (start.isEmpty() && !stops && !acts) {
      return refuse("it has no ExecStart=, ExecStop= or SuccessAction=", header(unit));
    }
    if (!oneshot && start.isEmpty()) {
      return refuse("it has no ExecStart=, which only Type=oneshot may lack", header(unit));
    }
    if (start.isEmpty() && !acts && !settings.isTrue("Service", "RemainAfterExit", false)) {
      return refuse("it has no ExecStart= and does not remain after exit", header(unit));
    }
    if (!oneshot && start.size() > 1) {
      return refuse(
          "it has more than one ExecStart=, which only Type=oneshot may have",
          Optional.of(start.get(1).whole()));
    }
    Optional<Directive> restart = settings.last("Service", "Restart");
    if (oneshot && restart.filter(d -> d.value().matches("always|on-success")).isPresent()) {
      return refuse(
          "Restart=" + restart.get().value() + " is not allowed with Type=oneshot",
          restart.map(Directive::whole));
    }
    if (type.equals("dbus") && !onBus) {
      return refuse("it is of Type=dbus but has no BusName=", set.map(Directive::whole));
    }
    return Optional.empty();
  }

  /** socket.c: socket_verify. */
  private static Optional<Refusal> socket(Unit unit) {
    boolean listens =
        unit.settings().section("Socket").entrySet().stream()
            .anyMatch(
                e ->
                    e.getKey().startsWith("Listen")
                        && !unit.settings().list("Socket", e.getKey()).isEmpty());
    if (!listens) {
      return refuse("it has no Listen setting", header(unit));
    }
    boolean accept = unit.settings().isTrue("Socket", "Accept", false);
    Optional<Directive> service =
        unit.settings().last("Socket", "Service").filter(d -> !d.value().isEmpty());
    if (accept && service.isPresent()) {
      return refuse("Service= cannot be used with Accept=yes", service.map(Directive::whole));
    }
    return Optional.empty();
  }

  private static Optional<Refusal> timer(Unit unit) {
    boolean set =
        unit.settings().section("Timer").keySet().stream()
            .anyMatch(
                name ->
                    (name.endsWith("Sec") || name.equals("OnCalendar"))
                        && name.startsWith("On")
                        && !unit.settings().list("Timer", name).isEmpty());
    boolean clock =
        unit.settings().isTrue("Timer", "OnClockChange", false)
            || unit.settings().isTrue("Timer", "OnTimezoneChange", false);
    return set || clock ? Optional.empty() : refuse("it says no time", header(unit));
  }

  private static Optional<Refusal> path(Unit unit) {
    for (String name :
        List.of(
            "PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty")) {
      if (!unit.settings().list("Path", name).isEmpty()) {
        return Optional.empty();
      }
    }
    return refuse("it names no path", header(unit));
  }

  private static Optional<Refusal> mount(Unit unit) {
    if (unit.settings().fragments().stream().allMatch(Fragment::dropIn)) {
      return Optional.empty();
    }
    if (unit.settings().text("Mount", "What", "").isEmpty()) {
      return refuse("it has no What=", header(unit));
    }
    return where(unit, "Mount");
  }

  /** Where= has to be the path that the unit is named after. */
  private static Optional<Refusal> where(Unit unit, String section) {
    Optional<Directive> where =
        unit.settings().last(section, "Where").filter(d -> !d.value().isEmpty());
    if (where.isPresent() && !UnitName.ofPath(where.get().value(), unit.type()).equals(unit.id())) {
      return refuse(
          "Where="
              + where.get().value()
              + " does not match its name, which would have to be "
              + UnitName.ofPath(where.get().value(), unit.type()),
          where.map(Directive::whole));
    }
    return Optional.empty();
  }
}
