package dev.dryboot.simulator.process;

import dev.dryboot.foreign.directive.DirectiveTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command line of {@code systemd-run}, and the units it comes to (systemd-run(1)).
 *
 * @param words options without a value
 * @param values options with their values, in order, by their long name
 * @param command what is to be run
 */
record SystemdRunOptions(
    List<String> words, Map<String, List<String>> values, List<String> command) {
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("-u", "--unit"),
          Map.entry("-p", "--property"),
          Map.entry("-d", "--same-dir"),
          Map.entry("-E", "--setenv"),
          Map.entry("-r", "--remain-after-exit"),
          Map.entry("-G", "--collect"),
          Map.entry("-t", "--pty"),
          Map.entry("-P", "--pipe"),
          Map.entry("-q", "--quiet"),
          Map.entry("-S", "--shell"),
          Map.entry("-H", "--host"),
          Map.entry("-M", "--machine"));
  private static final List<String> WITH_VALUE =
      List.of(
          "--unit",
          "--property",
          "--description",
          "--slice",
          "--service-type",
          "--uid",
          "--gid",
          "--nice",
          "--working-directory",
          "--setenv",
          "--on-active",
          "--on-boot",
          "--on-startup",
          "--on-unit-active",
          "--on-unit-inactive",
          "--on-calendar",
          "--timer-property",
          "--path-property",
          "--socket-property",
          "--background",
          "--job-mode",
          "--host",
          "--machine");
  private static final Map<String, String> TIMES = new LinkedHashMap<>();

  static {
    TIMES.put("--on-active", "OnActiveSec");
    TIMES.put("--on-boot", "OnBootSec");
    TIMES.put("--on-startup", "OnStartupSec");
    TIMES.put("--on-unit-active", "OnUnitActiveSec");
    TIMES.put("--on-unit-inactive", "OnUnitInactiveSec");
    TIMES.put("--on-calendar", "OnCalendar");
  }

  static SystemdRunOptions read(List<String> argv) {
    List<String> words = new ArrayList<>();
    Map<String, List<String>> values = new LinkedHashMap<>();
    int at = 1;
    for (; at < argv.size() && argv.get(at).startsWith("-"); at++) {
      String word = argv.get(at);
      if (word.equals("--")) {
        at++;
        break;
      }
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      String written = equals < 0 ? word : word.substring(0, equals);
      boolean glued = !word.startsWith("--") && word.length() > 2;
      String name = SHORT.getOrDefault(glued ? word.substring(0, 2) : written, written);
      if (!WITH_VALUE.contains(name)) {
        words.add(name);
        continue;
      }
      String value =
          equals >= 0
              ? word.substring(equals + 1)
              : glued ? word.substring(2) : at + 1 < argv.size() ? argv.get(++at) : "";
      values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }
    return new SystemdRunOptions(
        List.copyOf(words),
        values,
        List.copyOf(argv.subList(Math.min(at, argv.size()), argv.size())));
  }

  private List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  private Optional<String> last(String name) {
    return all(name).stream().reduce((a, b) -> b);
  }

  boolean user() {
    return words.contains("--user");
  }

  boolean scope() {
    return words.contains("--scope");
  }

  boolean blocks() {
    return !words.contains("--no-block");
  }

  boolean waitsForEnd() {
    return words.contains("--wait") || words.contains("--pipe") || words.contains("--pty");
  }

  /** Whether a timer, path or socket starts the command later. */
  boolean triggered() {
    return !suffix().equals(".service") && !scope();
  }

  boolean saysNothing() {
    boolean other = triggered() && last("--unit").isPresent();
    return command.isEmpty() && !words.contains("--shell") && !other;
  }

  String suffix() {
    if (scope()) {
      return ".scope";
    }
    boolean timer =
        TIMES.keySet().stream().anyMatch(values::containsKey)
            || words.contains("--on-timezone-change")
            || words.contains("--on-clock-change");
    return timer
        ? ".timer"
        : values.containsKey("--path-property")
            ? ".path"
            : values.containsKey("--socket-property") ? ".socket" : ".service";
  }

  /** The name that was asked for, without its suffix. */
  Optional<String> unit() {
    return last("--unit").map(u -> u.replaceFirst("\\.(service|scope|timer|path|socket)$", ""));
  }

  Optional<String> slice() {
    return last("--slice").map(s -> s.endsWith(".slice") ? s : s + ".slice");
  }

  Optional<String> uid() {
    return last("--uid");
  }

  List<String> serviceLines() {
    List<String> unit = new ArrayList<>(List.of("[Unit]"));
    List<String> service = new ArrayList<>(List.of("[Service]"));
    properties(unit, service, "Service");
    last("--service-type").ifPresent(t -> service.add("Type=" + t));
    if (words.contains("--remain-after-exit")) {
      service.add("RemainAfterExit=yes");
    }
    uid().ifPresent(u -> service.add("User=" + u));
    last("--gid").ifPresent(g -> service.add("Group=" + g));
    last("--nice").ifPresent(n -> service.add("Nice=" + n));
    last("--working-directory").ifPresent(d -> service.add("WorkingDirectory=" + d));
    all("--setenv").stream()
        .filter(e -> e.contains("="))
        .forEach(e -> service.add("Environment=" + quoted(e)));
    List<String> run = command.isEmpty() ? List.of("/bin/sh") : command;
    service.add("ExecStart=" + String.join(" ", run.stream().map(w -> quotedCommand(w)).toList()));
    unit.addAll(service);
    return unit;
  }

  List<String> scopeLines() {
    List<String> unit = new ArrayList<>(List.of("[Unit]"));
    List<String> scope = new ArrayList<>(List.of("[Scope]"));
    properties(unit, scope, "Scope");
    unit.addAll(scope);
    return unit;
  }

  private void properties(List<String> unit, List<String> own, String section) {
    last("--description").ifPresent(d -> unit.add("Description=" + d));
    if (words.contains("--collect")) {
      unit.add("CollectMode=inactive-or-failed");
    }
    slice().ifPresent(s -> own.add("Slice=" + s));
    for (String property : all("--property")) {
      String name = property.replaceFirst("=.*$", "");
      boolean ofUnit = DirectiveTable.known().find("Unit", name).isPresent();
      boolean ofOwn = DirectiveTable.known().find(section, name).isPresent();
      (ofUnit && !ofOwn ? unit : own).add(property);
    }
  }

  /** The timer, path or socket. */
  List<String> triggerLines() {
    String kind = suffix().substring(1);
    String section = kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + kind.substring(1);
    List<String> unit = new ArrayList<>(List.of("[Unit]"));
    last("--description").ifPresent(d -> unit.add("Description=" + d));
    List<String> own = new ArrayList<>(List.of("[" + section + "]"));
    if (kind.equals("timer")) {
      // A timer that has elapsed goes away, unless it is to elapse again.
      own.add("RemainAfterElapse=no");
      TIMES.forEach((option, name) -> all(option).forEach(v -> own.add(name + "=" + v)));
      if (words.contains("--on-clock-change")) {
        own.add("OnClockChange=yes");
      }
      if (words.contains("--on-timezone-change")) {
        own.add("OnTimezoneChange=yes");
      }
    }
    for (String property : all("--" + kind + "-property")) {
      String name = property.replaceFirst("=.*$", "");
      (DirectiveTable.known().find(section, name).isPresent() ? own : unit).add(property);
    }
    unit.addAll(own);
    return unit;
  }

  private static String quoted(String word) {
    return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%") + "\"";
  }

  private static String quotedCommand(String word) {
    return quoted(word.replace("$", "$$"));
  }
}
