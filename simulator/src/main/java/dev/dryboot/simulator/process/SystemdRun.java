package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessObserver;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.machine.TransientUnits;
import dev.dryboot.source.Origin;
import dev.dryboot.source.OriginText;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;

/** {@code systemd-run}: a command as a transient service, scope or timer (systemd 257, run.c). */
final class SystemdRun implements ProcessModel {
  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    if (!spec.programName().equals("systemd-run") || spec.purpose().role().equals("container")) {
      return Optional.empty();
    }
    return Optional.of(new Call(SystemdRunOptions.read(spec.argv())));
  }

  /** One call of systemd-run. */
  private static final class Call implements Behaviour {
    private final SystemdRunOptions options;
    private int inScope;

    Call(SystemdRunOptions options) {
      this.options = options;
    }

    @Override
    public void start(RunningProcess self) {
      self.after(Typical.SYSTEMCTL.amount(), () -> call(self));
    }

    private void call(RunningProcess self) {
      Machine machine = self.machine();
      Optional<TransientUnits> units = machine.port(TransientUnits.class);
      if (options.user()) {
        machine.publish(new Fact.NotModelled(self.spec().owner(), "the user's service manager"));
        self.exit(0);
      } else if (units.isEmpty() || options.saysNothing()) {
        self.exit(1);
      } else {
        String name = options.unit().orElseGet(units.get()::freshName);
        boolean service = !options.scope() && !options.command().isEmpty();
        if (units.get().isTaken(name + options.suffix())
            || service && units.get().isTaken(name + ".service")) {
          self.exit(1);
        } else if (options.scope()) {
          scope(self, units.get(), name + ".scope");
        } else if (options.triggered()) {
          trigger(self, units.get(), name);
        } else {
          service(self, units.get(), name + ".service");
        }
      }
    }

    private static SourceText text(RunningProcess self, String unit, List<String> lines) {
      Origin origin =
          self.spec()
              .written()
              .<Origin>map(s -> Origin.written(s).because("systemd-run makes a unit of it"))
              .orElse(Origin.builtIn("systemd-run makes it"));
      OriginText text = new OriginText();
      lines.forEach(line -> text.add(line + "\n", origin));
      return text.build("/run/systemd/transient/" + unit);
    }

    private void service(RunningProcess self, TransientUnits units, String unit) {
      SourceText text = text(self, unit, options.serviceLines());
      if (options.waitsForEnd()) {
        awaitEnd(self, unit);
      }
      if (options.blocks()) {
        self.machine().publish(new Fact.Waiting(self.spec().owner(), "systemd-run " + unit, unit));
      }
      units.start(
          unit,
          text,
          code -> {
            if (self.alive() && options.blocks() && (code != 0 || !options.waitsForEnd())) {
              self.exit(code);
            }
          });
      if (!options.blocks()) {
        self.exit(0);
      }
    }

    /** {@code --wait}: the exit status is that of the service's last process. */
    private static void awaitEnd(RunningProcess self, String unit) {
      int[] status = {1};
      self.machine()
          .listen(
              fact -> {
                if (fact instanceof Fact.ProcessEnded ended && ended.owner().equals(unit)) {
                  status[0] = code(ended.end());
                }
                if (fact instanceof Fact.UnitChanged changed
                    && changed.unit().equals(unit)
                    && List.of("inactive", "failed").contains(changed.active())
                    && self.alive()) {
                  self.after(0, () -> self.exit(status[0]));
                }
              });
    }

    private static int code(ProcessEnd end) {
      return switch (end) {
        case ProcessEnd.Exited exited -> exited.code();
        case ProcessEnd.Killed killed -> 255;
      };
    }

    private void trigger(RunningProcess self, TransientUnits units, String name) {
      if (!options.command().isEmpty()) {
        String service = name + ".service";
        units.make(service, text(self, service, options.serviceLines()));
      }
      String unit = name + options.suffix();
      units.start(
          unit,
          text(self, unit, options.triggerLines()),
          code -> {
            if (self.alive()) {
              self.exit(code);
            }
          });
    }

    /** The command runs in the scope's control group; whoever called waits for it. */
    private void scope(RunningProcess self, TransientUnits units, String unit) {
      String group = "/" + options.slice().orElse("system.slice") + "/" + unit;
      ProcessSpec command =
          new ProcessSpec(
              options.command(),
              self.spec().environment(),
              unit,
              group,
              options.uid().orElse(self.spec().user()),
              self.spec().written(),
              ProcessSpec.Purpose.CALL);
      int[] pid = {0};
      ProcessObserver observer =
          (ended, end) -> {
            if (ended == pid[0] && self.alive()) {
              self.exit(code(end));
            }
          };
      pid[0] = self.machine().processes().spawn(command, observer, 0, executed -> {}).pid();
      inScope = pid[0];
      units.start(unit, text(self, unit, options.scopeLines()), code -> {});
    }

    @Override
    public void signalled(RunningProcess self, int signal) {
      // With --scope there is one process, which has become the command.
      if (inScope == 0 || !self.machine().processes().signal(inScope, signal)) {
        self.die(signal);
      }
    }
  }
}
