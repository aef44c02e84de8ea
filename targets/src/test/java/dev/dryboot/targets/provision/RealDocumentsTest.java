package dev.dryboot.targets.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.source.SourceText;
import dev.dryboot.targets.format.ignition.IgnitionReader;
import dev.dryboot.targets.os.fedoracoreos.FedoraCoreOsBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RealDocumentsTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("dryboot.root", ".")).resolve("../shared/corpus");

  /** What is enabled there is indeed not there; Ignition does not mind. */
  private static final Set<String> TRUE_ERRORS = Set.of("SD007");

  private static List<Path> corpus(String folder, String glob) throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), "the corpus of real documents is not there");
    List<Path> found = new ArrayList<>();
    try (var files = Files.newDirectoryStream(CORPUS.resolve(folder), glob)) {
      files.forEach(found::add);
    }
    found.sort(null);
    return found;
  }

  private static void boots(Path file, Provisioned machine) {
    comesUp(file, machine);
    assertThat(machine.problems()).as(file.toString()).isEmpty();
  }

  private static void comesUp(Path file, Provisioned machine) {
    assertThat(machine.errors())
        .as(file.toString())
        .allSatisfy(d -> assertThat(TRUE_ERRORS).contains(d.rule().code()));
    assertThat(machine.reachedMultiUser()).as(file.toString()).isTrue();
  }

  @Test
  void documentedCloudConfigsBoot() throws IOException {
    for (Path file : corpus("cloud-init", "*.yaml")) {
      // A module that finds its disk missing is a warning: cloud-init goes on without it.
      comesUp(file, Provisioned.cloudInit(Files.readString(file)));
    }
  }

  @Test
  void documentedIgnitionConfigsBoot() throws IOException {
    for (Path file : corpus("ignition", "*.ign")) {
      boots(file, Provisioned.ignition(Files.readString(file)));
    }
  }

  @Test
  void configsThatProvisionInIgnitionsOwnTestsBoot() throws IOException {
    for (Path file : corpus("ignition-blackbox", "positive*.ign")) {
      String json = Files.readString(file);
      if (!IgnitionReader.read(SourceText.of("c.ign", json)).report().hasErrors()) {
        boots(file, Provisioned.ignition(json, presupposed(json)));
      }
    }
  }

  /** The suite puts the target of its hard links on the root beforehand, linked to its name. */
  private static MachineImage presupposed(String json) {
    MachineImage image = FedoraCoreOsBase.image();
    if (json.contains("\"/existing\"") && json.contains("\"/target\"")) {
      FileNode file = new FileNode.Regular(SourceText.of("/target", ""));
      image.root().put("/target", file);
      image.root().put("/existing", file);
    }
    return image;
  }

  @Test
  void whatCannotBeProvisionedForItselfFails() throws IOException {
    List<String> failing = new ArrayList<>();
    for (Path file : corpus("ignition-blackbox", "negative*.ign")) {
      String json = Files.readString(file);
      boolean refused = IgnitionReader.read(SourceText.of("c.ign", json)).report().hasErrors();
      if (refused || !Provisioned.ignition(json).reachedMultiUser()) {
        failing.add(file.getFileName().toString());
      }
    }
    assertThat(failing)
        .contains(
            "negative__files__FailMatchHardLinkOnRoot.ign",
            "negative__files__InvalidHash.ign",
            "negative__filesystems__MountWithInvalidOptions.ign",
            "negative__general__VersionOnlyConfig36.ign");
  }
}
