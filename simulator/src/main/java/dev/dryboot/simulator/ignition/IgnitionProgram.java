package dev.dryboot.simulator.ignition;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.Program;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.process.Typical;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * The program {@code ignition}, which the units of its stages call with {@code --stage=…}. Without
 * a config it does nothing, and succeeds.
 */
public final class IgnitionProgram implements Program, ProcessModel {
  private static final String NAME = "ignition";

  private final Optional<IgnitionConfig> config;
  private final DisksStage disks = new DisksStage();
  private boolean kernelArgumentsWritten;

  public IgnitionProgram(Optional<IgnitionConfig> config) {
    this.config = config;
  }

  @Override
  public List<ProcessModel> models() {
    return List.of(this);
  }

  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    if (!spec.programName().equals(NAME)) {
      return Optional.empty();
    }
    Optional<String> stage = option(spec.argv(), "stage");
    String root = option(spec.argv(), "root").orElse("/sysroot");
    return stage.map(
        s ->
            self ->
                start(self, s, root.endsWith("/") ? root.substring(0, root.length() - 1) : root));
  }

  private static Optional<String> option(List<String> argv, String name) {
    for (int i = 1; i < argv.size(); i++) {
      String word = argv.get(i).startsWith("--") ? argv.get(i).substring(1) : argv.get(i);
      if (word.startsWith("-" + name + "=")) {
        return Optional.of(word.substring(name.length() + 2));
      }
      if (word.equals("-" + name) && i + 1 < argv.size()) {
        return Optional.of(argv.get(i + 1));
      }
    }
    return Optional.empty();
  }

  private void start(RunningProcess self, String stage, String root) {
    self.machine().publish(new Fact.StageStarted(NAME, stage));
    if (config.isEmpty()) {
      self.after(Typical.INITRAMFS_STEP.amount(), () -> end(self, stage, Optional.empty()));
      return;
    }
    IgnitionConfig wanted = config.get();
    long time = Typical.INITRAMFS_STEP.amount();
    switch (stage) {
      case "fetch-offline" -> self.after(time, () -> end(self, stage, fetchOffline(self, wanted)));
      case "fetch" ->
          new RemoteResources(self, true)
              .fetch(wanted.remote(), () -> end(self, stage, fetched(self)));
      case "kargs" -> self.after(time, () -> end(self, stage, kernelArguments(self, wanted)));
      case "disks" -> disks(self, wanted);
      case "mount" ->
          self.after(time, () -> end(self, stage, MountStage.mount(self.machine(), wanted, root)));
      case "umount" ->
          self.after(
              time, () -> end(self, stage, MountStage.unmount(self.machine(), wanted, root)));
      case "files" ->
          new RemoteResources(self, false)
              .fetch(
                  FilesStage.remote(wanted),
                  () ->
                      self.after(
                          time,
                          () -> end(self, stage, FilesStage.run(self.machine(), wanted, root))));
      default ->
          self.after(time, () -> end(self, stage, Optional.of("no stage is called " + stage)));
    }
  }

  private void disks(RunningProcess self, IgnitionConfig wanted) {
    DisksStage.Result result = disks.run(self.machine(), wanted.storage());
    self.after(
        Typical.INITRAMFS_STEP.amount() + result.time(),
        () -> end(self, "disks", result.problem()));
  }

  private static Optional<String> fetchOffline(RunningProcess self, IgnitionConfig wanted) {
    boolean network = !wanted.remote().isEmpty() || !FilesStage.remote(wanted).isEmpty();
    String path = network ? "/run/ignition/neednet" : "/run/ignition.json";
    self.machine().files().write(path, new FileNode.Regular(SourceText.of(path, "")));
    return Optional.empty();
  }

  private static Optional<String> fetched(RunningProcess self) {
    String path = "/run/ignition.json";
    self.machine().files().write(path, new FileNode.Regular(SourceText.of(path, "")));
    return Optional.empty();
  }

  /** coreos/fedora-coreos-config, ignition-kargs-helper: a change asks for one more reboot. */
  private Optional<String> kernelArguments(RunningProcess self, IgnitionConfig wanted) {
    var line = self.machine().commandLine();
    boolean missing =
        wanted.kernelArguments().shouldExist().stream().anyMatch(a -> !line.has(a.value()))
            || wanted.kernelArguments().shouldNotExist().stream()
                .anyMatch(a -> line.has(a.value()));
    if (missing && !kernelArgumentsWritten) {
      kernelArgumentsWritten = true;
      String path = "/run/coreos-kargs-reboot";
      self.machine().files().write(path, new FileNode.Regular(SourceText.of(path, "")));
      self.machine()
          .publish(
              new Fact.Logged(NAME, "kernel arguments are changed; the machine reboots once more"));
    }
    return Optional.empty();
  }

  private static void end(RunningProcess self, String stage, Optional<String> problem) {
    if (!self.alive()) {
      return;
    }
    problem.ifPresent(p -> self.machine().publish(new Fact.Logged(NAME, stage + " failed: " + p)));
    self.machine().publish(new Fact.StageEnded(NAME, stage, problem));
    self.exit(problem.isPresent() ? 1 : 0);
  }
}
