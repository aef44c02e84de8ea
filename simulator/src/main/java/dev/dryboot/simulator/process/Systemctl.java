package dev.dryboot.simulator.process;

import dev.dryboot.foreign.shell.SystemctlCommand;
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
import java.util.Set;

/** {@code systemctl} and the maintainer scripts' wrappers around it. */
final class Systemctl implements ProcessModel {
  /** What deb-systemd-helper keeps books about, which nothing here reads. */
  private static final List<String> BOOKS =
      List.of("was-enabled", "update-state", "debian-installed", "purge");

  private static final Set<String> WITH_JOBS =
      Set.of(
          "start",
          "stop",
          "restart",
          "try-restart",
          "reload",
          "isolate",
          "reload-or-restart",
          "try-reload-or-restart");
  private static final Set<String> CHANGING =
      Set.of("enable", "disable", "reenable", "mask", "unmask", "preset", "reset-failed", "revert");

  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    List<String> argv = spec.argv();
    return switch (spec.programName()) {
      case "systemctl", "deb-systemd-invoke" -> Optional.of(call(argv.subList(1, argv.size())));
      case "deb-systemd-helper" ->
          argv.stream().anyMatch(BOOKS::contains)
              ? Optional.of(Behaviours.timed(Typical.SYSTEMCTL.amount(), 0))
              : Optional.of(call(argv.subList(1, argv.size())));
      case "service", "invoke-rc.d" -> Optional.of(call(swapped(argv)));
      case "reboot", "poweroff", "halt" -> Optional.of(end(spec.programName(), argv));
      case "shutdown" -> Optional.of(new Shutdown(argv));
      default -> Optional.empty();
    };
  }

  private static Call call(List<String> words) {
    List<String> argv = new ArrayList<>(List.of("systemctl"));
    argv.addAll(words);
    return new Call(SystemctlCommand.read(argv).orElseThrow());
  }

  /** The old commands, which have options of their own (systemctl-compat-halt.c). */
  private static Behaviour end(String name, List<String> argv) {
    if (argv.contains("-w") || argv.contains("--wtmp-only")) {
      return Behaviours.timed(Typical.SYSTEMCTL.amount(), 0);
    }
    boolean off = argv.contains("-p") || argv.contains("--poweroff");
    List<String> words = new ArrayList<>(List.of(off ? "poweroff" : name));
    argv.stream().filter(w -> w.matches("-f+|--force")).forEach(words::add);
    return call(words);
  }

  /** {@code service NAME VERB} as {@code systemctl VERB NAME}. */
  private static List<String> swapped(List<String> argv) {
    List<String> words = argv.stream().skip(1).filter(w -> !w.startsWith("-")).toList();
    return words.size() < 2 ? List.of("status") : List.of(words.get(1), words.get(0));
  }

  /** One call of systemctl. */
  private record Call(SystemctlCommand command) implements Behaviour {
    @Override
    public void start(RunningProcess self) {
      self.after(Typical.SYSTEMCTL.amount(), () -> run(self));
    }

    private void run(RunningProcess self) {
      Machine machine = self.machine();
      Optional<ServiceManager> manager = machine.port(ServiceManager.class);
      if (manager.isEmpty()) {
        self.exit(1);
      } else if (command.force() > 1
          && List.of("reboot", "poweroff", "halt", "kexec").contains(command.verb())) {
        machine.processes().clear();
        machine
            .port(Power.class)
            .ifPresent(p -> p.end(command.verb(), self.spec().owner() + " asked for it, by force"));
      } else if (WITH_JOBS.contains(command.verb()) || CHANGING.contains(command.verb())) {
        List<String> known =
            command.operands().stream().filter(u -> !unknown(self, manager.get(), u)).toList();
        if (known.isEmpty() && !command.operands().isEmpty()) {
          self.exit(0);
        } else {
          request(self, manager.get(), command.withOperands(known));
        }
      } else {
        request(self, manager.get(), command);
      }
    }

    /** A unit that is not there may have come with what was installed, and is passed over then. */
    private static boolean unknown(RunningProcess self, ServiceManager manager, String word) {
      String unit = unitName(word);
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

    private static void request(
        RunningProcess self, ServiceManager manager, SystemctlCommand command) {
      boolean waits =
          WITH_JOBS.contains(command.verb())
              || command.verb().equals("enable") && command.has("now");
      if (waits && !command.noBlock()) {
        String words = String.join(" ", self.spec().argv()).replaceFirst("^[^ ]*/", "");
        command
            .operands()
            .forEach(
                unit ->
                    self.machine()
                        .publish(new Fact.Waiting(self.spec().owner(), words, unitName(unit))));
      }
      manager.request(
          new ServiceManager.Request(command, self.spec().environment(), self.spec().owner()),
          code -> {
            if (self.alive()) {
              self.exit(code);
            }
          });
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
