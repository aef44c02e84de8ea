package dev.dryboot.simulator.systemd;

import dev.dryboot.foreign.shell.SystemctlCommand;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Printed;
import dev.dryboot.simulator.machine.ServiceManager.Request;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.unit.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What {@code systemctl} is only asked: what it prints, and what it exits with then (systemctl(1),
 * Exit status).
 */
final class Questions {
  private static final int NOT_RUNNING = 3;
  private static final int NO_SUCH_UNIT = 4;

  private final ProcessOne processOne;
  private final WaitingCalls waiting;
  private final UnitProperties properties;
  private final UnitListing listing;

  Questions(ProcessOne processOne, WaitingCalls waiting) {
    this.processOne = processOne;
    this.waiting = waiting;
    this.properties = new UnitProperties(this::fileState);
    this.listing = new UnitListing(processOne, this::fileState);
  }

  private Optional<String> fileState(String unit) {
    return new EnablementVerbs(processOne).state(unit);
  }

  /**
   * Answers where the verb is one that only asks; says whether it is.
   *
   * @param named whether units were named, though it may be by patterns that match none
   */
  boolean answered(Request request, boolean named, Consumer<Integer> answered) {
    if (request.verb().equals("is-system-running")) {
      isSystemRunning(request, answered);
      return true;
    }
    Integer code = code(request, named);
    if (code != null) {
      answered.accept(code);
    }
    return code != null;
  }

  private @Nullable Integer code(Request request, boolean named) {
    List<String> units = request.units();
    SystemctlCommand command = request.command();
    return switch (request.verb()) {
      case "is-active" ->
          states(request, s -> s == ActiveState.ACTIVE || s == ActiveState.RELOADING, NOT_RUNNING);
      case "is-failed" ->
          named ? states(request, s -> s == ActiveState.FAILED, 1) : systemFailed(request);
      case "is-enabled" -> isEnabled(request);
      case "status" -> status(request);
      case "show" -> named ? show(request) : showManager(request);
      case "cat" -> {
        List<Boolean> there = units.stream().map(u -> fileState(name(u)).isPresent()).toList();
        yield there.contains(false) ? 1 : 0;
      }
      case "help" -> units.stream().allMatch(u -> !isMissing(find(u))) ? 0 : 1;
      case "list-units" -> print(request, listing.units(command));
      case "list-timers" -> print(request, listed(request, "timer"));
      case "list-sockets" -> print(request, listed(request, "socket"));
      case "list-automounts" -> print(request, listed(request, "automount"));
      case "list-paths" -> print(request, listed(request, "path"));
      case "list-unit-files" -> {
        List<String> files = listing.files(command);
        print(request, files);
        yield files.isEmpty() ? 1 : 0;
      }
      case "list-jobs" -> print(request, listing.jobs());
      case "list-dependencies" ->
          print(
              request,
              units.isEmpty()
                  ? listing.dependencies("default.target")
                  : units.stream().flatMap(u -> listing.dependencies(name(u)).stream()).toList());
      case "get-default" -> print(request, List.of(DefaultTarget.of(processOne.machine())));
      case "show-environment" ->
          print(
              request,
              processOne.environment().handed(processOne.graph().defaults()).entrySet().stream()
                  .map(e -> e.getKey() + "=" + e.getValue())
                  .toList());
      default -> null;
    };
  }

  private List<String> listed(Request request, String type) {
    List<String> words = new ArrayList<>(List.of("systemctl", "list-units", "--type=" + type));
    words.addAll(request.units());
    return listing.units(SystemctlCommand.read(words).orElseThrow());
  }

  private int print(Request request, List<String> lines) {
    Printed.on(processOne.machine()).line(request.asker(), String.join("\n", lines));
    return 0;
  }

  private static String name(String word) {
    return Verbs.mangle(word, ".service");
  }

  private Optional<RunningUnit> find(String word) {
    return processOne.load(name(word));
  }

  private static boolean isMissing(Optional<RunningUnit> unit) {
    return unit.isEmpty() || unit.get().unit().loadState() == LoadState.NOT_FOUND;
  }

  private static ActiveState state(Optional<RunningUnit> unit) {
    return unit.map(RunningUnit::active).orElse(ActiveState.INACTIVE);
  }

  /**
   * check_unit_generic(): 0 where one is as asked; 257 has a code for units of which none is there.
   */
  private int states(Request request, Predicate<ActiveState> asked, int otherwise) {
    List<String> lines = new ArrayList<>();
    boolean holds = false;
    boolean found = false;
    for (String word : request.units()) {
      Optional<RunningUnit> unit = find(word);
      lines.add(state(unit).word());
      holds |= asked.test(state(unit));
      found |= !isMissing(unit);
    }
    print(request, request.command().has("quiet") ? List.of() : lines);
    if (holds) {
      return 0;
    }
    return found || !processOne.version().saysThatUnitsAreNotThere() ? otherwise : NO_SUCH_UNIT;
  }

  private int systemFailed(Request request) {
    String state = SystemState.of(processOne, waiting.started());
    print(request, List.of(state));
    return state.equals("degraded") ? 0 : 1;
  }

  private void isSystemRunning(Request request, Consumer<Integer> answered) {
    Runnable answer =
        () -> {
          String state = SystemState.of(processOne, waiting.started());
          print(request, request.command().has("quiet") ? List.of() : List.of(state));
          answered.accept(state.equals("running") ? 0 : 1);
        };
    String now = SystemState.of(processOne, waiting.started());
    if (request.command().has("wait") && List.of("initializing", "starting").contains(now)) {
      processOne.publish(
          new Fact.Waiting(request.asker(), "systemctl is-system-running --wait", request.asker()));
      waiting.whenStarted(answer);
    } else {
      answer.run();
    }
  }

  private int isEnabled(Request request) {
    EnablementVerbs verbs = new EnablementVerbs(processOne);
    List<String> lines = new ArrayList<>();
    for (String word : request.units()) {
      fileState(name(word)).ifPresent(lines::add);
    }
    print(request, request.command().has("quiet") ? List.of() : lines);
    return verbs.carryOut(request);
  }

  private int status(Request request) {
    List<String> lines = new ArrayList<>();
    int code = 0;
    for (String word : request.units()) {
      Optional<RunningUnit> unit = word.matches("[0-9]+") ? ofProcess(word) : find(word);
      int one = 0;
      if (word.matches("[0-9]+") && unit.isEmpty()) {
        one = 1;
      } else if (isMissing(unit) && state(unit) == ActiveState.INACTIVE) {
        one = NO_SUCH_UNIT;
      } else if (state(unit) != ActiveState.ACTIVE && state(unit) != ActiveState.RELOADING) {
        one = NOT_RUNNING;
      }
      code = code == 0 ? one : code;
      unit.ifPresent(
          u -> {
            lines.add(u.id());
            lines.add(
                "Loaded: "
                    + u.unit().loadState().word()
                    + " ("
                    + fileState(u.id()).orElse("")
                    + ")");
            lines.add("Active: " + u.active().word() + " (" + u.machine().sub() + ")");
          });
    }
    print(request, lines);
    return code;
  }

  private Optional<RunningUnit> ofProcess(String pid) {
    return processOne.units().stream()
        .map(processOne::running)
        .filter(u -> String.valueOf(u.machine().mainPid()).equals(pid))
        .findFirst();
  }

  private static List<String> asked(Request request) {
    return request
        .command()
        .option("property")
        .map(p -> List.of(p.split(",", -1)))
        .orElse(List.of());
  }

  private int show(Request request) {
    List<String> asked = asked(request);
    asked.stream().filter(n -> !UnitProperties.knows(n)).forEach(n -> notModelled(request, n));
    List<String> lines = new ArrayList<>();
    for (String word : request.units()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      find(word)
          .ifPresent(u -> lines.addAll(properties.lines(u, asked, request.command().has("value"))));
    }
    return print(request, lines);
  }

  private int showManager(Request request) {
    String state = SystemState.of(processOne, waiting.started());
    List<String> lines = new ArrayList<>();
    for (String name : asked(request)) {
      UnitProperties.ofManager(name, state, processOne)
          .ifPresentOrElse(
              value -> lines.add(request.command().has("value") ? value : name + "=" + value),
              () -> notModelled(request, name));
    }
    return print(request, lines);
  }

  private void notModelled(Request request, String property) {
    processOne.publish(
        new Fact.NotModelled(request.asker(), property + " in what systemctl show prints"));
  }
}
