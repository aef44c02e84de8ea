package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Power;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.machine.ServiceManager;
import dev.dryboot.simulator.machine.UnknownSoftware;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code systemctl} and the maintainer scripts' wrappers around it. */
final class Systemctl implements ProcessModel {
  private static final List<String> WITH_VALUE =
      List.of(
          "-t",
          "--type",
          "--state",
          "-p",
          "--property",
          "-P",
          "-s",
          "--signal",
          "--kill-whom",
          "--kill-who",
          "--what",
          "-H",
          "--host",
          "-M",
          "--machine",
          "-n",
          "--lines",
          "-o",
          "--output",
          "--job-mode",
          "--root",
          "--preset-mode",
          "--when");
  private static final List<String> POWER =
      List.of("reboot", "poweroff", "halt", "kexec", "soft-reboot", "exit");

  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    List<String> argv = spec.argv();
    return switch (spec.programName()) {
      case "systemctl" -> Optional.of(new Call(argv.subList(1, argv.size())));
      case "deb-systemd-invoke", "deb-systemd-helper" ->
          Optional.of(new Call(argv.subList(1, argv.size())));
      case "service", "invoke-rc.d" -> Optional.of(new Call(swapped(argv)));
      case "reboot", "poweroff", "halt" -> Optional.of(new Call(List.of(spec.programName())));
      case "shutdown" -> Optional.of(new Call(shutdown(argv)));
      default -> Optional.empty();
    };
  }

  /** {@code service NAME VERB} as {@code systemctl VERB NAME}. */
  private static List<String> swapped(List<String> argv) {
    List<String> words = argv.stream().skip(1).filter(w -> !w.startsWith("-")).toList();
    return words.size() < 2 ? List.of("status") : List.of(words.get(1), words.get(0));
  }

  private static List<String> shutdown(List<String> argv) {
    if (argv.contains("-c")) {
      return List.of("status");
    }
    return List.of(argv.contains("-r") || argv.contains("--reboot") ? "reboot" : "poweroff");
  }

  /** One call of systemctl. */
  private record Call(List<String> arguments) implements Behaviour {
    @Override
    public void start(RunningProcess self) {
      self.after(Typical.SYSTEMCTL.amount(), () -> call(self));
    }

    private void call(RunningProcess self) {
      List<String> words = words();
      String verb = words.isEmpty() ? "list-units" : words.getFirst();
      List<String> units = words.stream().skip(1).map(Call::unitName).toList();
      Machine machine = self.machine();
      Optional<ServiceManager> manager = machine.port(ServiceManager.class);
      if (arguments.contains("--user")) {
        machine.publish(new Fact.NotModelled(self.spec().owner(), "the user's service manager"));
        self.exit(0);
      } else if (manager.isEmpty()) {
        self.exit(1);
      } else if (POWER.contains(verb)) {
        power(self, manager.get(), verb);
      } else {
        ask(self, manager.get(), verb, units);
      }
    }

    private void ask(RunningProcess self, ServiceManager manager, String verb, List<String> units) {
      Optional<Integer> answer = SystemctlQuestions.answer(manager, verb, units);
      if (SystemctlQuestions.isNoted(verb)) {
        self.machine()
            .publish(new Fact.NotModelled(self.spec().owner(), "what systemctl " + verb + " does"));
      }
      if (answer.isPresent()) {
        self.exit(answer.get());
        return;
      }
      switch (verb) {
        case "kill" -> {
          int signal = Signals.number(option("--signal", "-s").orElse("TERM")).orElse(15);
          String whom = option("--kill-whom", "--kill-who").orElse("all");
          boolean all = units.stream().allMatch(u -> manager.kill(u, signal, whom));
          self.exit(all ? 0 : 1);
        }
        case "switch-root" ->
            self.machine().port(Power.class).ifPresent(p -> p.switchRoot(root(units)));
        default -> {
          List<String> known = units.stream().filter(u -> !unknown(self, manager, u)).toList();
          if (known.isEmpty() && !units.isEmpty()) {
            self.exit(0);
          } else {
            request(self, manager, verb, known);
          }
        }
      }
    }

    /** A unit that is not there may have come with what was installed, and is passed over then. */
    private static boolean unknown(RunningProcess self, ServiceManager manager, String unit) {
      Optional<String> software = UnknownSoftware.of(self.machine());
      boolean there =
          unit.startsWith("/")
              || manager.unitFileState(unit).isPresent()
              || manager.activeState(unit).filter(a -> !a.equals("inactive")).isPresent();
      if (there || software.isEmpty()) {
        return false;
      }
      self.machine()
          .publish(
              new Fact.NotModelled(
                  self.spec().owner(), unit + ", which may come with " + software.get()));
      return true;
    }

    private void request(
        RunningProcess self, ServiceManager manager, String verb, List<String> units) {
      boolean blocking = !arguments.contains("--no-block");
      String mode =
          option("--job-mode", "--job-mode").orElse(verb.equals("isolate") ? "isolate" : "replace");
      var request =
          new ServiceManager.Request(
              arguments.contains("--runtime") ? verb + " --runtime" : verb,
              units,
              mode,
              blocking,
              arguments.contains("--now"),
              self.spec().owner());
      boolean waits =
          blocking
              && List.of(
                      "start",
                      "stop",
                      "restart",
                      "try-restart",
                      "reload",
                      "isolate",
                      "reload-or-restart")
                  .contains(verb);
      boolean startsNow = blocking && verb.equals("enable") && arguments.contains("--now");
      if (waits || startsNow) {
        String command = String.join(" ", self.spec().argv()).replaceFirst("^[^ ]*/", "");
        units.forEach(
            unit -> self.machine().publish(new Fact.Waiting(self.spec().owner(), command, unit)));
      }
      manager.request(
          request,
          code -> {
            if (self.alive()) {
              self.exit(code);
            }
          });
    }

    private void power(RunningProcess self, ServiceManager manager, String verb) {
      long force = arguments.stream().filter(a -> a.equals("-f") || a.equals("--force")).count();
      if (force > 1 || arguments.contains("-ff")) {
        self.machine().processes().clear();
        self.machine()
            .port(Power.class)
            .ifPresent(p -> p.end(verb, self.spec().owner() + " asked for it, by force"));
        return;
      }
      if (force == 1) {
        manager.request(
            new ServiceManager.Request(
                verb + "-force", List.of(), "replace", false, false, self.spec().owner()),
            code -> self.exit(code));
        return;
      }
      manager.request(
          new ServiceManager.Request(
              "start",
              List.of(verb + ".target"),
              "replace-irreversibly",
              false,
              false,
              self.spec().owner()),
          code -> {
            if (self.alive()) {
              self.exit(code);
            }
          });
    }

    private static String root(List<String> units) {
      return units.isEmpty() ? "/sysroot" : units.getFirst().replace(".service", "");
    }

    private List<String> words() {
      var words = new ArrayList<String>();
      for (int i = 0; i < arguments.size(); i++) {
        String argument = arguments.get(i);
        if (WITH_VALUE.contains(argument)) {
          i++;
        } else if (!argument.startsWith("-")) {
          words.add(argument);
        }
      }
      return words;
    }

    private Optional<String> option(String name, String other) {
      for (int i = 0; i < arguments.size(); i++) {
        String argument = arguments.get(i);
        if ((argument.equals(name) || argument.equals(other)) && i + 1 < arguments.size()) {
          return Optional.of(arguments.get(i + 1));
        }
        for (String prefix : List.of(name + "=", other + "=")) {
          if (argument.startsWith(prefix)) {
            return Optional.of(argument.substring(prefix.length()));
          }
        }
      }
      return Optional.empty();
    }

    /** A name without a suffix is that of a service; an absolute path that of a mount or device. */
    private static String unitName(String word) {
      if (word.startsWith("/") || word.matches(".*[*?\\[].*")) {
        return word;
      }
      return word.matches(
              ".*\\.(service|socket|target|timer|mount|automount|path|swap|slice|scope|device)")
          ? word
          : word + ".service";
    }
  }
}
