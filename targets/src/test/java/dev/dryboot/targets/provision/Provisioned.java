package dev.dryboot.targets.provision;

import dev.dryboot.simulator.cloudinit.CloudInitProgram;
import dev.dryboot.simulator.conflict.Conflicts;
import dev.dryboot.simulator.ignition.IgnitionProgram;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.Program;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.runner.BootEvidence;
import dev.dryboot.simulator.runner.BootRunner;
import dev.dryboot.simulator.runner.Programs;
import dev.dryboot.simulator.scenario.Scenario;
import dev.dryboot.simulator.systemd.SystemdInit;
import dev.dryboot.simulator.systemd.unit.UnitFileCache;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.Severity;
import dev.dryboot.source.SourceText;
import dev.dryboot.targets.format.cloudconfig.UserDataReader;
import dev.dryboot.targets.format.ignition.IgnitionReader;
import dev.dryboot.targets.hardware.AssumedDevices;
import dev.dryboot.targets.os.fedoracoreos.FedoraCoreOsBase;
import dev.dryboot.targets.os.ubuntu.UbuntuBase;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What came of giving a document to its provisioner and booting the machine. */
record Provisioned(BootEvidence evidence, Report report) {
  private static final UnitFileCache CACHE = new UnitFileCache();

  static Provisioned ignition(String json) {
    return ignition(json, FedoraCoreOsBase.image());
  }

  static Provisioned ignition(String json, MachineImage base) {
    SourceText text = SourceText.of("config.ign", json);
    var config = IgnitionReader.read(text);
    var value = config.value().orElseThrow(() -> new AssertionError(config.report()));
    Outcome<MachineImage> image = AssumedDevices.on(base, value);
    return boot(
        image.value().orElseThrow().withArtifact("ignition", text),
        text,
        config.report().and(image.report()),
        Scenario.FIRST_BOOT,
        () -> List.of(new IgnitionProgram(Optional.of(value))));
  }

  static Provisioned cloudInit(String yaml) {
    return cloudInit(yaml, Scenario.FIRST_BOOT);
  }

  static Provisioned cloudInit(String yaml, Scenario scenario) {
    SourceText text = SourceText.of("user-data", yaml);
    var data = UserDataReader.read(text);
    var value = data.value().orElseThrow(() -> new AssertionError(data.report()));
    Outcome<MachineImage> image = AssumedDevices.on(UbuntuBase.image(), value);
    return boot(
        image.value().orElseThrow().withArtifact("user-data", text),
        text,
        data.report().and(image.report()),
        scenario,
        () -> List.of(new CloudInitProgram(Optional.of(value))));
  }

  private static Provisioned boot(
      MachineImage image,
      SourceText text,
      Report read,
      Scenario scenario,
      Supplier<List<Program>> provisioner) {
    BootEvidence evidence =
        new BootRunner(() -> Programs.with(new SystemdInit(CACHE), provisioner.get()))
            .run(image, scenario);
    return new Provisioned(
        evidence, read.and(Conflicts.check(List.of(evidence), s -> s.equals(text))));
  }

  List<Diagnostic> errors() {
    return report.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList();
  }

  /** The boot that is left when the machine has come to rest. */
  BootEvidence.Boot boot() {
    return evidence.last();
  }

  /** The text of a file at the end. */
  Optional<String> file(String path) {
    return boot().files().read(path).map(SourceText::text);
  }

  /** When the first fact of that kind was known, in microseconds; -1 for never. */
  long when(java.util.function.Predicate<Fact> fact) {
    return evidence.trace().entries().stream()
        .filter(e -> fact.test(e.fact()))
        .mapToLong(Trace.Entry::time)
        .findFirst()
        .orElse(-1);
  }

  long written(String path) {
    return when(f -> f instanceof Fact.FileWritten w && w.path().equals(path));
  }

  long stage(String name) {
    return when(f -> f instanceof Fact.StageStarted s && s.stage().equals(name));
  }

  /** The problems of a provisioner's stages. */
  List<String> problems() {
    return evidence.trace().entries().stream()
        .map(Trace.Entry::fact)
        .flatMap(
            f ->
                f instanceof Fact.StageEnded s && s.problem().isPresent()
                    ? java.util.stream.Stream.of(s.stage() + ": " + s.problem().get())
                    : java.util.stream.Stream.empty())
        .toList();
  }

  boolean reachedMultiUser() {
    return boot().reachedGoal()
        && boot().unit("multi-user.target").filter(u -> u.active().equals("active")).isPresent();
  }
}
