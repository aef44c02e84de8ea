package dev.dryboot.simulator.cloudinit;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Generator;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.Program;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.process.Typical;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The program {@code cloud-init} in both of its forms: one process with all stages, which the units
 * of the stages prod through sockets (24.3 and later), and one call for each stage (before). A
 * stage's commands run as children of its unit.
 */
public final class CloudInitProgram implements Program, ProcessModel {
  private static final String NAME = "cloud-init";
  private static final Behaviour NOTHING =
      self -> self.after(Typical.COMMAND.amount(), () -> self.exit(0));

  private final Optional<UserData> userData;
  private final List<RunningProcess> waiting = new ArrayList<>();
  private @Nullable RunningProcess allStages;
  private boolean over;

  /**
   * @param userData what the instance was given; without it cloud-init still runs its stages
   */
  public CloudInitProgram(Optional<UserData> userData) {
    this.userData = userData;
  }

  @Override
  public List<ProcessModel> models() {
    return List.of(this);
  }

  @Override
  public List<Generator> generators() {
    return List.of(new CloudInitGenerator());
  }

  @Override
  public void install(Machine machine) {
    allStages = null;
    waiting.clear();
    over = false;
  }

  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    if (spec.purpose().role().equals("container")) {
      return Optional.empty();
    }
    List<String> argv = spec.argv();
    Optional<CloudInitStage> prodded = prodded(argv);
    if (prodded.isPresent()) {
      return Optional.of(self -> run(self, prodded.get()));
    }
    if (!spec.programName().equals(NAME)) {
      return Optional.empty();
    }
    if (argv.contains("--all-stages")) {
      return Optional.of(this::all);
    }
    if (argv.contains("status")) {
      return Optional.of(argv.contains("--wait") || argv.contains("-w") ? this::await : NOTHING);
    }
    Optional<CloudInitStage> stage = called(argv);
    return Optional.of(stage.<Behaviour>map(s -> self -> run(self, s)).orElse(NOTHING));
  }

  /** {@code cloud-init status --wait} returns when the last stage is over. */
  private void await(RunningProcess self) {
    if (over) {
      self.after(Typical.COMMAND.amount(), () -> self.exit(0));
      return;
    }
    waiting.add(self);
    String command = String.join(" ", self.spec().argv()).replaceFirst("^[^ ]*/", "");
    self.machine().publish(new Fact.Waiting(self.spec().owner(), command, "cloud-final.service"));
  }

  /** {@code sh -c 'echo "start" | nc … local.sock …'}. */
  private static Optional<CloudInitStage> prodded(List<String> argv) {
    for (CloudInitStage stage : CloudInitStage.values()) {
      String socket = "/run/cloud-init/share/" + stage.word() + ".sock";
      if (argv.stream().anyMatch(a -> a.contains(socket))) {
        return Optional.of(stage);
      }
    }
    return Optional.empty();
  }

  private static Optional<CloudInitStage> called(List<String> argv) {
    if (argv.contains("init")) {
      return Optional.of(argv.contains("--local") ? CloudInitStage.LOCAL : CloudInitStage.NETWORK);
    }
    return argv.contains("modules")
        ? Optional.of(
            argv.contains("--mode=final") || argv.contains("final")
                ? CloudInitStage.FINAL
                : CloudInitStage.CONFIG)
        : Optional.empty();
  }

  private void all(RunningProcess self) {
    allStages = self;
    self.after(Typical.CLOUD_INIT_MAIN.amount(), () -> self.notify(java.util.Map.of("READY", "1")));
  }

  private void run(RunningProcess self, CloudInitStage stage) {
    self.machine().publish(new Fact.StageStarted(NAME, stage.word()));
    boolean single = allStages != null;
    long start = single ? Typical.COMMAND.amount() : Typical.CLOUD_INIT_MAIN.amount();
    self.after(
        start,
        () ->
            new ModuleRunner(self, userData.orElse(CloudInitDefaults.NOTHING), stage)
                .run(problem -> end(self, stage, problem)));
  }

  private void end(RunningProcess self, CloudInitStage stage, Optional<String> problem) {
    self.machine().publish(new Fact.StageEnded(NAME, stage.word(), problem));
    RunningProcess main = allStages;
    if (stage == CloudInitStage.FINAL && main != null && main.alive()) {
      main.after(Typical.COMMAND.amount(), () -> main.exit(0));
    }
    self.exit(problem.isPresent() ? 1 : 0);
    if (stage == CloudInitStage.FINAL) {
      over = true;
      waiting.stream()
          .filter(RunningProcess::alive)
          .forEach(w -> w.after(Typical.COMMAND.amount(), () -> w.exit(0)));
    }
  }
}
