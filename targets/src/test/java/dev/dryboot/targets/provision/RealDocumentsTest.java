package dev.dryboot.targets.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.source.SourceText;
import dev.dryboot.targets.format.ignition.IgnitionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
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
    UsedMachine machine = UsedMachine.asItCame();
    if (json.contains("\"/existing\"") && json.contains("\"/target\"")) {
      FileNode file = new FileNode.Regular(SourceText.of("/target", ""));
      machine.with("/target", file).with("/existing", file);
    }
    return machine.image();
  }

  /**
   * What each config that must not provision meets on its machine, and why it fails there. The
   * others depend on what servers answer, on the kernel's command line, or on where a partition
   * begins.
   */
  private static Map<String, Failure> failures() {
    Map<String, Failure> failures = new LinkedHashMap<>();
    String there = "is there already";
    put(
        failures,
        "files__FailMatchHardLinkOnRoot",
        there,
        m -> m.withFile("/existing").withFile("/target"));
    put(failures, "files__ForceDirCreation", there, m -> m.withFile("/foo/bar"));
    put(failures, "files__ForceFileCreationOverNonemptyDir", there, m -> m.withFile("/foo/bar/x"));
    put(failures, "files__ForceLinkCreation", there, m -> m.withFile("/foo/bar"));
    put(failures, "files__InvalidHash", "hash verification failed", m -> m);
    put(
        failures,
        "files__WriteOverBrokenSymlink",
        there,
        m -> m.withLink("/etc/file", "/usr/rofile"));
    put(failures, "filesystems__MountWithInvalidOptions", "option doesnotexist", m -> m);
    put(
        failures,
        "filesystems__UsesSymlinks",
        "leads through a symbolic link",
        m -> m.withLink("/tmp0", "/var/tmp0"));
    String other = "partition 9 of /dev/disk/by-id/x is there and has another size";
    for (String name :
        List.of(
            "DoesNotMatchNoWipeEntry",
            "NotThereAndDoesNotMatchNoWipeEntry",
            "ValidAndDoesNotMatchNoWipeEntry")) {
      put(failures, "partitions__" + name, other, m -> m.withUsedDisk("/dev/disk/by-id/x"));
    }
    return failures;
  }

  /** Why a config fails on a machine that was made ready for it. */
  private record Failure(String problem, UnaryOperator<UsedMachine> machine) {}

  private static void put(
      Map<String, Failure> failures,
      String name,
      String problem,
      UnaryOperator<UsedMachine> machine) {
    failures.put(name, new Failure(problem, machine));
  }

  @Test
  void whatCannotBeProvisionedFailsForItsReason() throws IOException {
    Map<String, Failure> failures = failures();
    List<String> refused = new ArrayList<>();
    for (Path file : corpus("ignition-blackbox", "negative*.ign")) {
      String name = file.getFileName().toString().replaceAll("negative__|[.]ign", "");
      String json = Files.readString(file);
      if (IgnitionReader.read(SourceText.of("c.ign", json)).report().hasErrors()) {
        refused.add(name);
      } else if (failures.containsKey(name)) {
        Failure failure = failures.remove(name);
        Provisioned machine =
            Provisioned.ignition(json, failure.machine().apply(UsedMachine.asItCame()).image());
        assertThat(machine.problems())
            .as(name)
            .singleElement()
            .asString()
            .contains(failure.problem());
        assertThat(machine.reachedMultiUser()).as(name).isFalse();
      }
    }
    assertThat(refused).containsExactly("general__VersionOnlyConfig36");
    assertThat(failures).isEmpty();
  }
}
