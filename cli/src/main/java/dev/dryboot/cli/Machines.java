package dev.dryboot.cli;

import dev.dryboot.compiler.document.Artifact;
import dev.dryboot.simulator.cloudinit.UserData;
import dev.dryboot.simulator.ignition.IgnitionConfig;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.Program;
import dev.dryboot.simulator.rancher.config.RancherConfig;
import dev.dryboot.simulator.runner.BootRunner;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import dev.dryboot.targets.format.cloudconfig.UserDataReader;
import dev.dryboot.targets.format.ignition.IgnitionReader;
import dev.dryboot.targets.format.networkconfig.NetworkConfigReader;
import dev.dryboot.targets.format.ranchercloudconfig.RancherConfigReader;
import dev.dryboot.targets.hardware.AssumedDevices;
import dev.dryboot.targets.os.rancheros.RancherOsMachine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A machine with what its provisioner is given.
 *
 * @param given the texts that made it what it is
 * @param programs makes its programs, new ones for each simulation
 */
record Machines(MachineImage image, Set<SourceText> given, Supplier<List<Program>> programs) {

  BootRunner runner() {
    return new BootRunner(programs);
  }

  /** The machine of {@code system} that {@code artifacts} configure. */
  static Outcome<Machines> compiled(BaseImage system, List<Artifact> artifacts) {
    return configured(system, main(artifacts), network(artifacts));
  }

  /** What {@code provisioner} says when it reads {@code artifacts}. */
  static Report readBack(BaseImage.Provisioner provisioner, List<Artifact> artifacts) {
    return switch (provisioner) {
      case IGNITION -> IgnitionReader.read(main(artifacts)).report();
      case CLOUD_INIT -> seed(main(artifacts), network(artifacts)).report();
      case ROS -> RancherConfigReader.read(main(artifacts)).report();
    };
  }

  private static SourceText main(List<Artifact> artifacts) {
    return artifacts.stream()
        .filter(a -> a.path().endsWith("user-data"))
        .findFirst()
        .orElse(artifacts.getFirst())
        .text();
  }

  private static Optional<SourceText> network(List<Artifact> artifacts) {
    return artifacts.stream()
        .filter(a -> a.path().endsWith("network-config"))
        .map(Artifact::text)
        .findFirst();
  }

  /** The machine of {@code system} that a hand-written artifact configures. */
  static Outcome<Machines> written(BaseImage system, Input input, ProjectFiles files) {
    return switch (input) {
      case Input.UnitFolder folder -> withUnits(system, folder, files);
      case Input.Boot boot -> configured(system, boot.text(), Optional.empty());
      case Input.Ignition ignition -> configured(system, ignition.text(), Optional.empty());
      case Input.CloudConfig config -> configured(system, config.text(), config.network());
      case Input.NetworkConfig network -> configured(system, network.text(), Optional.empty());
    };
  }

  private static Outcome<Machines> configured(
      BaseImage system, SourceText text, Optional<SourceText> network) {
    return switch (system.provisioner()) {
      case IGNITION ->
          IgnitionReader.read(text)
              .then(
                  config ->
                      AssumedDevices.on(system.image(), config)
                          .then(image -> Outcome.of(ignition(image, text, config))));
      case CLOUD_INIT ->
          seed(text, network)
              .then(
                  data ->
                      AssumedDevices.on(system.image(), data)
                          .then(image -> Outcome.of(cloudInit(image, text, data))));
      case ROS ->
          RancherConfigReader.read(text)
              .then(config -> Outcome.of(ros(system.image(), text, config)));
    };
  }

  private static Machines ignition(MachineImage image, SourceText text, IgnitionConfig config) {
    return new Machines(
        image.withArtifact("ignition", text),
        Set.of(text),
        Wiring.programs(Optional.of(config), Optional.empty()));
  }

  /** User-data with the network-config beside it. */
  private static Outcome<UserData> seed(SourceText text, Optional<SourceText> network) {
    Outcome<UserData> data = UserDataReader.read(text);
    return network.isEmpty()
        ? data
        : data.then(d -> NetworkConfigReader.read(network.get()).then(n -> Outcome.of(d.with(n))));
  }

  private static Machines cloudInit(MachineImage image, SourceText text, UserData data) {
    MachineImage given = image.withArtifact("user-data", text);
    Set<SourceText> texts = new LinkedHashSet<>(List.of(text));
    if (data.network().isPresent()) {
      SourceText network = data.network().get().text();
      given = given.withArtifact("network-config", network);
      texts.add(network);
    }
    return new Machines(given, texts, Wiring.programs(Optional.empty(), Optional.of(data)));
  }

  private static Machines ros(MachineImage image, SourceText text, RancherConfig config) {
    return new Machines(
        image.withArtifact("user-data", text),
        Set.of(text),
        () -> RancherOsMachine.programs(Optional.of(config)));
  }

  private static Outcome<Machines> withUnits(
      BaseImage system, Input.UnitFolder folder, ProjectFiles files) {
    return UnitFolder.read(files, folder.name(), folder.path())
        .then(
            units -> {
              Set<SourceText> texts = new LinkedHashSet<>(units.units().values());
              MachineImage bare = system.image();
              units.into(bare.root());
              return AssumedDevices.on(bare, texts)
                  .then(
                      image ->
                          Outcome.of(
                              new Machines(
                                  image,
                                  texts,
                                  Wiring.programs(Optional.empty(), Optional.empty()))));
            });
  }

  /** What the provisioner that reads {@code input} says. */
  static Report read(Input input, ProjectFiles files, Optional<String> os) {
    boolean rancher =
        os.flatMap(Wiring::system)
            .filter(system -> system.provisioner() == BaseImage.Provisioner.ROS)
            .isPresent();
    return switch (input) {
      case Input.Ignition ignition -> IgnitionReader.read(ignition.text()).report();
      case Input.CloudConfig config when rancher || os.isEmpty() && config.isForRancherOs() ->
          RancherConfigReader.read(config.text()).report();
      case Input.CloudConfig config -> seed(config.text(), config.network()).report();
      case Input.NetworkConfig network -> NetworkConfigReader.read(network.text()).report();
      case Input.Boot boot -> Report.EMPTY;
      case Input.UnitFolder folder ->
          UnitFolder.read(files, folder.name(), folder.path())
              .then(units -> new Outcome<>(Optional.of(units), units.check()))
              .report();
    };
  }

  /** The text of {@code input}, for its name and beginning. */
  static SourceText text(Input input) {
    return switch (input) {
      case Input.Boot boot -> boot.text();
      case Input.Ignition ignition -> ignition.text();
      case Input.CloudConfig config -> config.text();
      case Input.NetworkConfig network -> network.text();
      case Input.UnitFolder folder -> SourceText.of(folder.name(), "");
    };
  }

  /** Says that an artifact needs the name of its system. */
  static Report needsSystem(Input input) {
    SourceText text = text(input);
    return Report.of(
        Diagnostic.error(
                CommandRules.NO_SUCH_TARGET,
                text.span(0, 0),
                "it is not said which operating system " + text.name() + " is for")
            .help("add --os with one of " + String.join(", ", Wiring.systems())));
  }
}
