package dev.dryboot.targets.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.Fact;
import org.junit.jupiter.api.Test;

class IgnitionStagesTest {
  private static final long MIB = 1L << 20;

  private static String storage(String storage) {
    return "{\"ignition\":{\"version\":\"3.4.0\"},\"storage\":{%s}}".formatted(storage);
  }

  private static Provisioned boot(String storage) {
    return Provisioned.ignition(storage(storage));
  }

  private static Provisioned onUsedDisk(String storage) {
    return Provisioned.ignition(
        storage(storage), UsedMachine.asItCame().withUsedDisk("/dev/disk/by-id/used").image());
  }

  @Test
  void aPartitionIsMadeFormattedMountedAndWrittenTo() {
    var machine =
        boot(
            """
            "disks":[{"device":"/dev/vdb","partitions":[{"label":"data","sizeMiB":100}]}],
            "filesystems":[{"device":"/dev/disk/by-partlabel/data","format":"xfs","path":"/var/data"}],
            "files":[{"path":"/var/data/a","contents":{"source":"data:,x"}}]
            """);
    assertThat(machine.problems()).isEmpty();
    assertThat(machine.reachedMultiUser()).isTrue();
    var device = machine.evidence().devices().find("/dev/vdb1").orElseThrow();
    assertThat(device.size()).isEqualTo(100 * MIB);
    assertThat(device.content().orElseThrow().format()).isEqualTo("xfs");
    assertThat(device.content().orElseThrow().tree().get("/a")).isPresent();
    assertThat(machine.file("/var/data/a")).as("nothing mounts it in the real root").isEmpty();
  }

  @Test
  void stagesComeInOrderInTheInitramfs() {
    var machine = boot("\"files\":[{\"path\":\"/etc/a\",\"contents\":{\"source\":\"data:,x\"}}]");
    long before = -1;
    for (String stage : java.util.List.of("fetch-offline", "kargs", "disks", "mount", "files")) {
      assertThat(machine.stage(stage)).as(stage).isGreaterThanOrEqualTo(before);
      before = machine.stage(stage);
    }
    assertThat(machine.written("/etc/a"))
        .isBetween(before, machine.when(f -> f instanceof Fact.RootSwitched));
    assertThat(machine.file("/etc/a")).contains("x");
  }

  @Test
  void aPartitionThatDiffersIsLeftAloneUnlessItsEntryMayBeWiped() {
    String differing =
        "\"disks\":[{\"device\":\"/dev/vdb\",\"partitions\":[{\"number\":9,\"sizeMiB\":2%s}]}]";
    var refused = onUsedDisk(differing.formatted(""));
    assertThat(refused.problems()).singleElement().asString().contains("wipePartitionEntry");
    assertThat(refused.reachedMultiUser()).isFalse();
    assertThat(refused.errors())
        .anySatisfy(
            d -> {
              assertThat(d.rule().code()).isEqualTo("BO005");
              assertThat(d.span().orElseThrow().text()).isEqualTo("/dev/vdb");
            });
    var wiped = onUsedDisk(differing.formatted(",\"wipePartitionEntry\":true"));
    assertThat(wiped.reachedMultiUser()).isTrue();
    assertThat(wiped.evidence().devices().find("/dev/vdb9").orElseThrow().size())
        .isEqualTo(2 * MIB);
  }

  @Test
  void anotherPartitionThatFitsDoesNotHelpTheOneThatDiffers() {
    var machine =
        onUsedDisk(
            "\"disks\":[{\"device\":\"/dev/vdb\",\"partitions\":[{\"number\":1,\"sizeMiB\":8},"
                + "{\"number\":9,\"sizeMiB\":2}]}]");
    assertThat(machine.problems()).singleElement().asString().contains("partition 9");
  }

  @Test
  void aPartitionIsResizedInPlaceWhereThatIsAllowed() {
    var machine =
        onUsedDisk(
            "\"disks\":[{\"device\":\"/dev/vdb\",\"partitions\":[{\"number\":9,\"label\":\"ROOT\","
                + "\"sizeMiB\":128,\"resize\":true}]}]");
    var device = machine.evidence().devices().find("/dev/vdb9").orElseThrow();
    assertThat(device.size()).isEqualTo(128 * MIB);
    assertThat(device.content()).isPresent();
  }

  @Test
  void aFileSystemThatDiffersIsKeptUnlessItMayBeWiped() {
    String other = "\"filesystems\":[{\"device\":\"/dev/vdb9\",\"format\":\"xfs\"%s}]";
    assertThat(onUsedDisk(other.formatted("")).problems())
        .singleElement()
        .asString()
        .contains("wipeFilesystem");
    var wiped = onUsedDisk(other.formatted(",\"wipeFilesystem\":true"));
    assertThat(wiped.reachedMultiUser()).isTrue();
    var same = onUsedDisk("\"filesystems\":[{\"device\":\"/dev/vdb9\",\"format\":\"ext4\"}]");
    assertThat(same.problems()).isEmpty();
  }

  @Test
  void aLabelThatNoPartitionHasIsNotAssumed() {
    var machine =
        boot(
            """
            "disks":[{"device":"/dev/vdb","partitions":[{"label":"data"}]}],
            "filesystems":[{"device":"/dev/disk/by-partlabel/dada","format":"xfs"}]
            """);
    assertThat(machine.problems()).singleElement().asString().contains("by-partlabel/dada");
    assertThat(machine.reachedMultiUser()).isFalse();
  }

  @Test
  void anArrayAndAnEncryptedVolumeAreMadeOfPartitions() {
    var machine =
        boot(
            """
            "disks":[{"device":"/dev/vdb","partitions":[{"label":"r1","sizeMiB":64}]},
                     {"device":"/dev/vdc","partitions":[{"label":"r2","sizeMiB":64}]}],
            "raid":[{"name":"d","level":"raid1","devices":
              ["/dev/disk/by-partlabel/r1","/dev/disk/by-partlabel/r2"]}],
            "luks":[{"name":"secret","device":"/dev/md/d","clevis":{"tpm2":true}}],
            "filesystems":[{"device":"/dev/mapper/secret","format":"ext4","label":"s"}]
            """);
    assertThat(machine.problems()).isEmpty();
    var devices = machine.evidence().devices();
    assertThat(devices.find("/dev/md/d").orElseThrow().size()).isEqualTo(64 * MIB);
    assertThat(devices.find("LABEL=s").orElseThrow().node()).isEqualTo("/dev/mapper/secret");
    assertThat(machine.file("/etc/crypttab").orElse("")).startsWith("secret UUID=");
  }

  @Test
  void aFileThatIsThereNeedsOverwrite() {
    String file =
        "\"files\":[{\"path\":\"/etc/os-release\"%s,\"contents\":{\"source\":\"data:,x\"}}]";
    assertThat(boot(file.formatted("")).problems())
        .singleElement()
        .asString()
        .contains("/etc/os-release is there already");
    var machine = boot(file.formatted(",\"overwrite\":true"));
    assertThat(machine.file("/etc/os-release")).contains("x");
  }

  @Test
  void contentsThatDoNotHaveTheirSumStopTheBoot() {
    String sum =
        "688787d8ff144c502c7f5cffaafe2cc588d86079f9de88304c26b0cb99ce91c6"; // sha256 of asd
    String file =
        "\"files\":[{\"path\":\"/etc/a\",\"contents\":{\"source\":\"data:,%s\","
            + "\"verification\":{\"hash\":\"sha256-"
            + sum
            + "\"}}}]";
    assertThat(boot(file.formatted("asd")).problems()).isEmpty();
    assertThat(boot(file.formatted("asdf")).problems())
        .singleElement()
        .asString()
        .contains("/etc/a");
  }

  @Test
  void hardLinksComeAfterWhatTheyLeadTo() {
    var machine =
        boot(
            """
            "links":[{"path":"/etc/b","target":"/etc/deeper/a","hard":true}],
            "files":[{"path":"/etc/deeper/a","contents":{"source":"data:,x"}}]
            """);
    assertThat(machine.problems()).isEmpty();
    assertThat(machine.file("/etc/b")).contains("x");
  }

  @Test
  void aReadOnlyPlaceRefusesAFile() {
    var machine =
        boot("\"files\":[{\"path\":\"/usr/bin/x\",\"contents\":{\"source\":\"data:,x\"}}]");
    assertThat(machine.problems()).singleElement().asString().contains("read-only");
    assertThat(machine.errors()).extracting(d -> d.rule().code()).contains("ST004");
  }

  @Test
  void aMissingKernelArgumentCostsOneMoreReboot() {
    var machine =
        Provisioned.ignition(
            "{\"ignition\":{\"version\":\"3.3.0\"},\"kernelArguments\":{\"shouldExist\":[\"quiet\"]}}");
    assertThat(machine.evidence().boots()).hasSize(2);
    assertThat(machine.reachedMultiUser()).isTrue();
  }
}
