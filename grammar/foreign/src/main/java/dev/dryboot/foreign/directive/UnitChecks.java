package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.foreign.unitname.UnitEscape;
import dev.dryboot.foreign.unitname.UnitName;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Rule;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells what a unit lacks as a whole (service_verify(), timer_verify() and so on of systemd 257).
 * The unit is refused for each of these.
 */
final class UnitChecks {
  private static final String REFUSED = "systemd refuses to load the unit, so it never starts";

  private final UnitFile file;
  private final String unitName;
  private final List<Diagnostic> found = new ArrayList<>();

  private UnitChecks(UnitFile file, String unitName) {
    this.file = file;
    this.unitName = unitName;
  }

  static List<Diagnostic> check(
      UnitFile file, String unitName, UnitFileKind kind, SystemdVersion version) {
    var checks = new UnitChecks(file, unitName);
    switch (kind.suffix()) {
      case "service" -> checks.service(version);
      case "timer" ->
          checks.needs(
              "Timer",
              "a timer that never elapses",
              List.of(
                  "OnActiveSec",
                  "OnBootSec",
                  "OnStartupSec",
                  "OnUnitActiveSec",
                  "OnUnitInactiveSec",
                  "OnCalendar",
                  "OnClockChange",
                  "OnTimezoneChange"));
      case "path" ->
          checks.needs(
              "Path",
              "a path unit that watches nothing",
              List.of(
                  "PathExists",
                  "PathExistsGlob",
                  "PathChanged",
                  "PathModified",
                  "DirectoryNotEmpty"));
      case "socket" ->
          checks.needs(
              "Socket",
              "a socket unit that listens nowhere",
              List.of(
                  "ListenStream",
                  "ListenDatagram",
                  "ListenSequentialPacket",
                  "ListenFIFO",
                  "ListenSpecial",
                  "ListenNetlink",
                  "ListenMessageQueue",
                  "ListenUSBFunction"));
      case "mount" -> checks.mount("Mount", true);
      case "automount" -> checks.mount("Automount", false);
      case "swap" -> checks.needs("Swap", "a swap unit without a device", List.of("What"));
      case "container" -> checks.container();
      default -> {}
    }
    return checks.found;
  }

  private Optional<String> value(String section, String name) {
    return file.last(section, name).map(Directive::value).filter(v -> !v.isEmpty());
  }

  /** The assignments of a list that count: those behind the last empty one. */
  private List<Directive> list(String section, String name) {
    List<Directive> kept = new ArrayList<>();
    for (Directive directive : file.directives(section, name)) {
      if (directive.value().isEmpty()) {
        kept.clear();
      } else {
        kept.add(directive);
      }
    }
    return kept;
  }

  private Span place(String section) {
    return file.sections().stream()
        .filter(s -> s.name().equals(section))
        .findFirst()
        .map(s -> s.span())
        .orElseGet(() -> file.source().span(0, 0));
  }

  private void refuse(Rule rule, Span span, String message, String help) {
    found.add(Diagnostic.error(rule, span, message).why(REFUSED).help(help));
  }

  private void needs(String section, String what, List<String> names) {
    if (names.stream().allMatch(n -> list(section, n).isEmpty())) {
      refuse(
          UnitFileRules.INCOMPLETE_UNIT,
          place(section),
          "this is " + what,
          "give it one of " + String.join("=, ", names) + "=");
    }
  }

  private void service(SystemdVersion version) {
    List<Directive> starts = list("Service", "ExecStart");
    boolean stops = !list("Service", "ExecStop").isEmpty();
    boolean acts = value("Unit", "SuccessAction").filter(a -> !a.equals("none")).isPresent();
    boolean dbus = value("Service", "BusName").isPresent();
    String type =
        value("Service", "Type").orElse(dbus ? "dbus" : starts.isEmpty() ? "oneshot" : "simple");
    boolean remains = value("Service", "RemainAfterExit").filter(UnitChecks::isYes).isPresent();
    if (starts.isEmpty()) {
      noCommand(type, stops, acts, remains);
    }
    int commands = starts.stream().mapToInt(UnitChecks::commands).sum();
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
          file.last("Service", "Type").map(Directive::whole).orElse(place("Service")),
          "a service of Type=dbus needs BusName=",
          "name the bus name that tells when it is up");
    }
    pam();
  }

  private static boolean isYes(String value) {
    return dev.dryboot.foreign.value.Scalars.readBoolean(value).value().orElse(false);
  }

  private static int commands(Directive directive) {
    return dev.dryboot.foreign.exec.ExecLine.read(directive.value()).commands().size();
  }

  private void noCommand(String type, boolean stops, boolean acts, boolean remains) {
    Span at = place("Service");
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
    file.last("Service", "Restart")
        .filter(d -> d.value().equals("always") || d.value().equals("on-success"))
        .ifPresent(
            d ->
                refuse(
                    UnitFileRules.ONESHOT_RESTART,
                    d.whole(),
                    "a service of Type=oneshot cannot have Restart=" + d.value(),
                    "use Restart=on-failure, or a timer to run it again and again"));
    List<Directive> forced = list("Service", "RestartForceExitStatus");
    if (!forced.isEmpty() && version.number() < 253) {
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
          file.last("Service", "KillMode").map(Directive::whole).orElse(place("Service")),
          "a service with PAMName= cannot have KillMode=" + mode,
          "use KillMode=control-group or mixed");
    }
  }

  private void mount(String section, boolean needsWhat) {
    if (needsWhat && value(section, "What").isEmpty()) {
      refuse(
          UnitFileRules.INCOMPLETE_UNIT,
          place(section),
          "this mount does not say what to mount",
          "name the device or the source with What=");
    }
    Optional<Directive> where = file.last(section, "Where").filter(d -> !d.value().isEmpty());
    String stem = unitName.contains(".") ? unitName.substring(0, unitName.lastIndexOf('.')) : "";
    Optional<String> path = where.map(Directive::value).filter(v -> v.startsWith("/"));
    boolean template = unitName.contains("@") || path.filter(p -> p.contains("%")).isPresent();
    if (path.isPresent() && !template && !UnitEscape.path(path.get()).equals(stem)) {
      String suffix = section.equals("Mount") ? ".mount" : ".automount";
      refuse(
          UnitFileRules.WRONG_MOUNT_NAME,
          where.get().valueSpan(),
          "the unit is called " + unitName + ", but it mounts " + path.get(),
          "call it "
              + (suffix.equals(".mount")
                  ? UnitName.mount(path.get()).toString()
                  : UnitEscape.path(path.get()) + suffix));
    }
  }

  /** Podman needs an image, a root file system or a build to run. */
  private void container() {
    boolean image = value("Container", "Image").isPresent();
    if (image == value("Container", "Rootfs").isPresent()) {
      refuse(
          UnitFileRules.INCOMPLETE_UNIT,
          place("Container"),
          image
              ? "this container has an image and a root file system"
              : "this container has no image",
          image ? "keep one of Image= and Rootfs=" : "name one with Image=");
    }
  }
}
