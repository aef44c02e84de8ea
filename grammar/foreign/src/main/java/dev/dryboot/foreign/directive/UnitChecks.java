package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.exec.ExecLine;
import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitname.UnitEscape;
import dev.dryboot.foreign.unitname.UnitName;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Rule;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Tells what a unit lacks as a whole (service_verify(), timer_verify() and so on of systemd 257).
 * The unit is refused for each of these.
 */
public final class UnitChecks {
  private static final String REFUSED = "systemd refuses to load the unit, so it never starts";

  private final String unitName;
  private final Expansion names;
  private final TakenSettings taken;
  private final boolean asWritten;
  private final List<Diagnostic> found = new ArrayList<>();

  private UnitChecks(TakenSettings taken, String unitName, Expansion names, boolean asWritten) {
    this.taken = taken;
    this.asWritten = asWritten;
    this.unitName = unitName;
    this.names = names;
  }

  /**
   * Why systemd refuses a unit; an empty list where it does not.
   *
   * @param unitName the name that the unit has where it is installed, suffix included
   */
  public static List<Diagnostic> check(
      TakenSettings taken, String unitName, UnitFileKind kind, SystemdVersion version) {
    return check(
        taken, unitName, kind, new Expansion(UnitName.read(unitName).value(), version), false);
  }

  /**
   * The same, where {@code asWritten} says that each line counts, even one that systemd rejects.
   */
  static List<Diagnostic> check(
      TakenSettings taken, String unitName, UnitFileKind kind, Expansion names, boolean asWritten) {
    return new UnitChecks(taken, unitName, names, asWritten).all(kind);
  }

  private List<Diagnostic> all(UnitFileKind kind) {
    switch (kind.suffix()) {
      case "service" -> service(names.version());
      case "timer" -> timer();
      case "path" -> needs("Path", "a path unit that watches nothing", NeededDirectives.WATCHES);
      case "socket" -> socket();
      case "mount" -> mount();
      case "automount" -> named("Automount", "Where", "mounts", "automount");
      case "swap" -> swap();
      case "container" -> container();
      default -> {}
    }
    return found;
  }

  private Optional<String> value(String section, String name) {
    return taken.value(section, name);
  }

  private void refuse(Rule rule, Span span, String message, String help) {
    found.add(Diagnostic.error(rule, span, message).why(REFUSED).help(help));
  }

  private void needs(String section, String what, List<String> oneOf) {
    if (taken.list(section, new LinkedHashSet<>(oneOf)).isEmpty()) {
      refuse(
          UnitFileRules.INCOMPLETE_UNIT,
          taken.place(section),
          "this is " + what,
          "give it one of " + String.join("=, ", oneOf) + "=");
    }
  }

  private void service(SystemdVersion version) {
    List<Directive> starts = commandLines("ExecStart");
    boolean stops = !commandLines("ExecStop").isEmpty();
    boolean acts = value("Unit", "SuccessAction").filter(a -> !a.equals("none")).isPresent();
    boolean dbus = value("Service", "BusName").isPresent();
    String type =
        value("Service", "Type").orElse(dbus ? "dbus" : starts.isEmpty() ? "oneshot" : "simple");
    boolean remains = value("Service", "RemainAfterExit").filter(WordChecks::isYes).isPresent();
    if (starts.isEmpty()) {
      noCommand(type, stops, acts, remains);
    }
    int commands = starts.stream().mapToInt(this::commands).sum();
    if (!type.equals("oneshot") && commands > 1) {
      refuse(
          UnitFileRules.SEVERAL_COMMANDS,
          starts.getLast().whole(),
          "a service of Type=" + type + " starts one command, and here are " + commands,
          "make the others ExecStartPre=, or set Type=oneshot");
    }
    oneshot(type, version);
    if (type.equals("dbus") && !dbus) {
      refuse(
          UnitFileRules.INCOMPLETE_UNIT,
          taken.last("Service", "Type").map(Directive::whole).orElse(taken.place("Service")),
          "a service of Type=dbus needs BusName=",
          "name the bus name that tells when it is up");
    }
    pam();
  }

  private List<Directive> commandLines(String name) {
    return taken.list("Service", name).stream().filter(d -> commands(d) > 0).toList();
  }

  private int commands(Directive directive) {
    int read = ExecLine.read(directive.value(), names::read).commands().size();
    return asWritten && !directive.value().isBlank() ? Math.max(1, read) : read;
  }

  private void noCommand(String type, boolean stops, boolean acts, boolean remains) {
    Span at = taken.place("Service");
    if (!stops && !acts) {
      refuse(
          UnitFileRules.NO_COMMAND,
          at,
          "this service runs nothing: it has neither ExecStart= nor ExecStop=",
          "say what it runs with ExecStart=");
    } else if (!type.equals("oneshot")) {
      refuse(
          UnitFileRules.NO_COMMAND,
          at,
          "a service of Type=" + type + " needs ExecStart=",
          "add ExecStart=, or set Type=oneshot");
    } else if (!remains && !acts) {
      refuse(
          UnitFileRules.NO_COMMAND,
          at,
          "a service without ExecStart= needs RemainAfterExit=yes",
          "add RemainAfterExit=yes, so that it is active until it is stopped");
    }
  }

  private void oneshot(String type, SystemdVersion version) {
    if (!type.equals("oneshot")) {
      return;
    }
    taken
        .last("Service", "Restart")
        .filter(d -> d.value().equals("always") || d.value().equals("on-success"))
        .ifPresent(
            d ->
                refuse(
                    UnitFileRules.ONESHOT_RESTART,
                    d.whole(),
                    "a service of Type=oneshot cannot have Restart=" + d.value(),
                    "use Restart=on-failure, or a timer to run it again and again"));
    if (value("Service", "ExitType").filter(t -> t.equals("cgroup")).isPresent()) {
      refuse(
          UnitFileRules.INCOMPLETE_UNIT,
          taken.last("Service", "ExitType").map(Directive::whole).orElse(taken.place("Service")),
          "a service of Type=oneshot cannot have ExitType=cgroup",
          "leave ExitType= out");
    }
    List<Directive> forced = taken.list("Service", "RestartForceExitStatus");
    if (!forced.isEmpty() && !version.has(253)) {
      refuse(
          UnitFileRules.ONESHOT_RESTART,
          forced.getFirst().whole(),
          "a service of Type=oneshot cannot have RestartForceExitStatus=",
          "use Restart=on-failure");
    }
  }

  private void pam() {
    String mode = value("Service", "KillMode").orElse("control-group");
    boolean narrow = mode.equals("process") || mode.equals("none");
    if (narrow && value("Service", "PAMName").isPresent()) {
      refuse(
          UnitFileRules.INCOMPLETE_UNIT,
          taken.last("Service", "KillMode").map(Directive::whole).orElse(taken.place("Service")),
          "a service with PAMName= cannot have KillMode=" + mode,
          "use KillMode=control-group or mixed");
    }
  }

  private void timer() {
    boolean onChange =
        value("Timer", "OnClockChange").filter(WordChecks::isYes).isPresent()
            || value("Timer", "OnTimezoneChange").filter(WordChecks::isYes).isPresent();
    if (!onChange) {
      needs("Timer", "a timer that never elapses", NeededDirectives.TIMES);
    }
  }

  private void socket() {
    needs("Socket", "a socket unit that listens nowhere", NeededDirectives.LISTENS);
    ownProcesses("Socket");
    Optional<Directive> service = taken.last("Socket", "Service");
    if (service.isPresent() && value("Socket", "Accept").filter(WordChecks::isYes).isPresent()) {
      refuse(
          UnitFileRules.UNIT_REFUSED,
          service.get().whole(),
          "a socket with Accept=yes cannot name its service",
          "leave Service= out: each connection gets an instance of the template of the same name");
    }
    Optional<Directive> most = taken.last("Socket", "MaxConnections");
    if (names.version().has(253) && most.filter(d -> d.value().matches("0+")).isPresent()) {
      refuse(
          UnitFileRules.UNIT_REFUSED,
          most.get().valueSpan(),
          "a socket without connections serves nobody",
          "allow one connection or more");
    }
  }

  private void mount() {
    Optional<Directive> what = taken.last("Mount", "What");
    if (what.isEmpty() || names.sample(what.get().value()).isEmpty()) {
      refuse(
          UnitFileRules.INCOMPLETE_UNIT,
          taken.place("Mount"),
          "this mount does not say what to mount",
          "name the device or the source with What=");
    } else if (goesUp(what.get().value())) {
      refuse(
          UnitFileRules.UNIT_REFUSED,
          what.get().valueSpan(),
          "the path of the source goes up by ..",
          "write the path without ..");
    }
    named("Mount", "Where", "mounts", "mount");
    ownProcesses("Mount");
  }

  /** Only a service can have a namespace of processes. */
  private void ownProcesses(String section) {
    if (value(section, "PrivatePIDs").filter(WordChecks::isYes).isPresent()) {
      refuse(
          UnitFileRules.UNIT_REFUSED,
          taken.last(section, "PrivatePIDs").map(Directive::whole).orElse(taken.place(section)),
          "only a service can have PrivatePIDs=yes",
          "leave it out");
    }
  }

  private static boolean goesUp(String path) {
    return path.startsWith("/") && (path + "/").contains("/../");
  }

  private void swap() {
    named("Swap", "What", "swaps to", "swap");
    ownProcesses("Swap");
  }

  /** The unit's name is its path, escaped. */
  private void named(String section, String directive, String does, String suffix) {
    Optional<Directive> written = taken.last(section, directive);
    String stem = unitName.contains(".") ? unitName.substring(0, unitName.lastIndexOf('.')) : "";
    String path = written.map(d -> names.sample(d.value())).orElse("");
    if (!path.isEmpty() && !unitName.contains("@") && !UnitEscape.path(path).equals(stem)) {
      refuse(
          UnitFileRules.WRONG_MOUNT_NAME,
          written.get().valueSpan(),
          "the unit is called " + unitName + ", but it " + does + " " + path,
          "call it " + UnitEscape.path(path) + "." + suffix);
    }
  }

  /** Podman needs an image, a root file system or a build to run. */
  private void container() {
    boolean image = value("Container", "Image").isPresent();
    if (image == value("Container", "Rootfs").isPresent()) {
      refuse(
          UnitFileRules.INCOMPLETE_UNIT,
          taken.place("Container"),
          image
              ? "this container has an image and a root file system"
              : "this container has no image",
          image ? "keep one of Image= and Rootfs=" : "name one with Image=");
    }
  }
}
