package dev.dryboot.simulator.systemd;

import dev.dryboot.foreign.shell.SystemctlCommand;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Power;
import dev.dryboot.simulator.machine.ServiceManager.Request;
import dev.dryboot.simulator.systemd.core.Job;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.transaction.JobType;
import dev.dryboot.simulator.systemd.unit.Dependency;
import dev.dryboot.simulator.systemd.unit.Unit;
import dev.dryboot.simulator.systemd.unit.UnitName;
import dev.dryboot.simulator.systemd.unit.UnitType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What {@code systemctl} can ask for, and what it exits with. */
final class Verbs {
  private static final List<String> ENDS =
      List.of("poweroff", "reboot", "halt", "kexec", "soft-reboot", "exit");
  private static final List<String> ISOLATED = List.of("rescue", "emergency", "default");

  /** Those that say nothing and do nothing without an operand. */
  private static final List<String> NEED_OPERANDS =
      List.of(
          "start",
          "stop",
          "restart",
          "try-restart",
          "condrestart",
          "reload",
          "reload-or-restart",
          "try-reload-or-restart",
          "reload-or-try-restart",
          "force-reload",
          "isolate",
          "kill",
          "is-active",
          "is-enabled",
          "cat",
          "help",
          "clean",
          "freeze",
          "thaw",
          "set-property",
          "set-environment",
          "unset-environment",
          "edit");

  /** Options that have it ask another manager than this, or at another time. */
  private static final List<String> ELSEWHERE =
      List.of("user", "global", "capsule", "host", "machine", "root", "image", "when");

  /** Those of the manager, the journal and machines that nothing here shows. */
  private static final List<String> NOTED =
      List.of(
          "log-level",
          "log-target",
          "service-watchdogs",
          "service-log-level",
          "service-log-target",
          "bind",
          "mount-image",
          "list-machines",
          "whoami",
          "suspend",
          "hibernate",
          "hybrid-sleep",
          "suspend-then-hibernate",
          "sleep");

  private final ProcessOne processOne;
  private final Questions questions;
  private final JobVerbs jobs;
  private final KillVerb kill;

  Verbs(ProcessOne processOne) {
    this.processOne = processOne;
    WaitingCalls waiting = new WaitingCalls();
    processOne.observe(waiting);
    this.questions = new Questions(processOne, waiting);
    this.jobs = new JobVerbs(processOne, waiting);
    this.kill = new KillVerb(processOne, waiting);
  }

  /** A name without a type gets {@code suffix}; a path gets its mount's name. */
  static String mangle(String name, String suffix) {
    if (UnitType.of(name).isPresent()) {
      return name;
    }
    if (name.startsWith("/dev/")) {
      return UnitName.ofPath(name, UnitType.DEVICE);
    }
    if (name.startsWith("/")) {
      return UnitName.ofPath(name, UnitType.MOUNT);
    }
    return escaped(name) + suffix;
  }

  /** What names of units cannot have in them is written otherwise (unit_name_mangle). */
  private static String escaped(String name) {
    StringBuilder text = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c == '/') {
        text.append('-');
      } else if (c < 128 && (Character.isLetterOrDigit(c) || ":-_.\\@".indexOf(c) >= 0)) {
        text.append(c);
      } else {
        text.append("\\x%02x".formatted((int) c));
      }
    }
    return text.toString();
  }

  void carryOut(Request written, Consumer<Integer> answered) {
    SystemctlCommand command = written.command();
    String verb = written.verb();
    boolean lacksOperands =
        written.units().isEmpty()
            && (NEED_OPERANDS.contains(verb)
                || verb.equals("is-failed") && !processOne.version().saysWhetherTheSystemFailed());
    boolean onlyStarts =
        command.has("wait")
            && JobVerbs.type(verb).isPresent()
            && !List.of("start", "restart").contains(verb);
    boolean unknown = !command.unknownTo(processOne.version().release().number()).isEmpty();
    if (!unknown && asksForHelp(command)) {
      answered.accept(0);
      return;
    }
    if (unknown || lacksOperands || onlyStarts || !processOne.version().knowsVerb(verb)) {
      answered.accept(1);
      return;
    }
    Optional<String> elsewhere = ELSEWHERE.stream().filter(command::has).findFirst();
    if (elsewhere.isPresent()) {
      answered.accept(noted(written, "--" + elsewhere.get()));
      return;
    }
    if (command.has("dry-run")) {
      answered.accept(0);
      return;
    }
    Request request = UnitPatterns.expanded(written, processOne);
    if (questions.answered(request, !written.units().isEmpty(), answered)) {
      return;
    }
    Optional<JobType> type = JobVerbs.type(verb);
    if (request.units().isEmpty() && !written.units().isEmpty()) {
      answered.accept(0);
    } else if (type.isPresent()) {
      jobs.carryOut(request, type.get(), answered);
    } else if (ENDS.contains(verb)) {
      end(request, answered);
    } else if (ISOLATED.contains(verb)) {
      jobs.target(request, verb + ".target", "isolate", request.blocking(), answered);
    } else if (verb.equals("kill")) {
      kill.carryOut(request, answered);
    } else {
      others(request, answered);
    }
  }

  private static boolean asksForHelp(SystemctlCommand command) {
    return command.has("help")
        || command.has("version")
        || command.signal().equals("list")
        || List.of("type", "state", "what").stream()
            .anyMatch(option -> command.option(option).filter("help"::equals).isPresent());
  }

  private void others(Request request, Consumer<Integer> answered) {
    String verb = request.verb();
    switch (verb) {
      case "cancel" -> answered.accept(cancel(request.units()));
      case "switch-root" -> {
        String root = request.units().isEmpty() ? "/sysroot" : request.units().getFirst();
        answered.accept(0);
        processOne.end();
        processOne.machine().port(Power.class).ifPresent(p -> p.switchRoot(root));
      }
      case "daemon-reload", "daemon-reexec" -> {
        processOne.reload();
        answered.accept(0);
      }
      case "reset-failed" -> answered.accept(resetFailed(request.units()));
      case "set-property" -> answered.accept(new PropertyVerbs(processOne).set(request));
      case "edit" -> answered.accept(new PropertyVerbs(processOne).edit(request));
      default -> {
        if (EnvironmentVerbs.has(verb)) {
          answered.accept(EnvironmentVerbs.carryOut(request, processOne.environment()));
        } else if (ResourceVerbs.has(verb)) {
          answered.accept(new ResourceVerbs(processOne).carryOut(request));
        } else if (EnablementVerbs.has(verb)) {
          enable(request, answered);
        } else {
          answered.accept(NOTED.contains(verb) ? noted(request, verb) : 1);
        }
      }
    }
  }

  private int noted(Request request, String word) {
    processOne.publish(new Fact.NotModelled(request.asker(), "what systemctl " + word + " does"));
    return 0;
  }

  /** {@code poweroff} and its like do not wait; forced once, the manager alone does it. */
  private void end(Request request, Consumer<Integer> answered) {
    String verb = request.verb();
    if (request.command().force() == 0) {
      jobs.target(request, verb + ".target", "replace-irreversibly", false, answered);
    } else {
      answered.accept(0);
      processOne.emergency(
          verb + "-force", Optional.empty(), request.asker() + " asked for it, by force");
    }
  }

  /** All jobs, which take no others along then, or those of the numbers. */
  private int cancel(List<String> numbers) {
    List<Job> installed = List.copyOf(processOne.jobs().installed());
    if (numbers.isEmpty()) {
      installed.forEach(job -> job.cancel(false));
      return 0;
    }
    int status = 0;
    for (String number : numbers) {
      Optional<Job> job =
          installed.stream().filter(j -> String.valueOf(j.id()).equals(number)).findFirst();
      job.ifPresent(j -> j.cancel(true));
      status = job.isPresent() ? status : 1;
    }
    return status;
  }

  private int resetFailed(List<String> names) {
    int status = 0;
    for (String name : names.isEmpty() ? allInSomeOrder() : names) {
      Optional<Unit> unit = processOne.graph().find(mangle(name, ".service"));
      if (unit.isEmpty()) {
        status = 1;
      } else {
        processOne.running(unit.get()).resetFailed();
      }
    }
    return status;
  }

  /**
   * All units, as a hash table has them. Their order shows where one was started too often: what
   * triggers it fails when it is reset, and is itself reset before or after that.
   */
  private List<String> allInSomeOrder() {
    List<String> all = processOne.units().stream().map(Unit::id).toList();
    boolean shows =
        processOne.units().stream()
            .anyMatch(
                unit ->
                    processOne.running(unit).startLimitHit()
                        && !unit.of(Dependency.TRIGGERED_BY).isEmpty());
    return shows && processOne.machine().kernel().tieBreaker().choose(2) == 1
        ? all.reversed()
        : all;
  }

  /** Verbs that change links, and then perhaps start or stop. */
  private void enable(Request request, Consumer<Integer> answered) {
    int status = new EnablementVerbs(processOne).carryOut(request);
    if (!request.command().has("no-reload")) {
      processOne.reload();
    }
    boolean starts = request.verb().equals("enable");
    boolean stops = List.of("disable", "mask").contains(request.verb());
    if (request.command().has("now") && status == 0 && (starts || stops)) {
      List<String> names =
          request.units().stream().map(u -> u.substring(u.lastIndexOf('/') + 1)).toList();
      jobs.carryOut(request.withUnits(names), starts ? JobType.START : JobType.STOP, answered);
    } else {
      answered.accept(status);
    }
  }

  Optional<String> unitFileState(String unit) {
    return new EnablementVerbs(processOne).state(unit);
  }
}
