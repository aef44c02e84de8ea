package dev.dryboot.targets.format.ignition;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.ignition.Storage;
import dev.dryboot.targets.format.tree.Fields;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks disks, partitions, RAIDs and encrypted volumes (ignition 2.26, disk.go and beside it). */
final class DiskChecks {
  private static final String GUID =
      "|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
  private static final List<String> LEVELS_WITH_SPARES =
      List.of("raid1", "1", "mirror", "raid4", "4", "raid5", "5", "raid6", "6", "raid10", "10");
  private static final List<String> LEVELS_WITHOUT = List.of("linear", "raid0", "0", "stripe");

  private DiskChecks() {}

  static void check(Fields storage, Storage records, Findings findings) {
    for (int i = 0; i < records.disks().size(); i++) {
      disk(storage.children("disks").get(i), records.disks().get(i), findings);
    }
    records.raid().forEach(r -> raid(r, findings));
    List<Fields> luks = storage.children("luks");
    for (int i = 0; i < luks.size() && findings.minor() >= 2; i++) {
      luks(luks.get(i), records.luks().get(i), findings);
    }
  }

  private static void disk(Fields fields, Storage.Disk disk, Findings findings) {
    if (disk.device().value().isEmpty()) {
      findings.error(
          IgnitionRules.DISK, disk.at(), "the disk has no device", "name the device, as /dev/vda");
    } else {
      PathChecks.absolute(disk.device(), findings);
    }
    List<Fields> partitions = fields.children("partitions");
    for (int i = 0; i < partitions.size(); i++) {
      partition(partitions.get(i), disk.partitions().get(i), findings);
    }
    collisions(disk, findings);
    overlaps(disk, findings);
    boolean anyNumber = disk.partitions().stream().anyMatch(p -> p.number() == 0);
    // Ignition 2.27 allows deleting beside them; what machines run today does not.
    if (anyNumber && findings.minor() < 7) {
      disk.partitions().stream()
          .filter(p -> !p.shouldExist())
          .findFirst()
          .ifPresent(
              p ->
                  findings.error(
                      IgnitionRules.PARTITION,
                      p.at(),
                      "one partition is deleted here while another takes the next number",
                      "number all partitions of the disk"));
    }
  }

  private static void collisions(Storage.Disk disk, Findings findings) {
    Map<Long, Storage.Partition> numbers = new TreeMap<>();
    Map<String, Storage.Partition> labels = new TreeMap<>();
    for (Storage.Partition partition : disk.partitions()) {
      Storage.Partition sameNumber =
          partition.number() == 0 ? null : numbers.put(partition.number(), partition);
      Storage.Partition sameLabel =
          partition.label().filter(l -> !l.value().isEmpty()).isEmpty()
              ? null
              : labels.put(partition.label().get().value(), partition);
      if (sameNumber != null) {
        findings.error(
            IgnitionRules.PARTITION,
            partition.at(),
            "partition number %d stands twice".formatted(partition.number()),
            "give each partition a number of its own");
      } else if (sameLabel != null) {
        findings.error(
            IgnitionRules.PARTITION,
            partition.at(),
            "two partitions have the label " + partition.label().get().value(),
            "give each partition a label of its own");
      }
    }
  }

  private static void overlaps(Storage.Disk disk, Findings findings) {
    // Where a partition begins at 0, only the disk can tell the place.
    List<Storage.Partition> placed =
        disk.partitions().stream().filter(p -> start(p) != 0 && p.sizeMiB().isPresent()).toList();
    for (int i = 0; i < placed.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (overlap(placed.get(i), placed.get(j))) {
          findings.error(
              IgnitionRules.PARTITION,
              placed.get(i).at(),
              "the partition overlaps another one of this disk",
              "move its startMiB behind the other's end");
        }
      }
    }
  }

  private static boolean overlap(Storage.Partition one, Storage.Partition other) {
    return within(start(one), other)
        || within(end(one), other)
        || within(start(other), one)
        || within(end(other), one);
  }

  private static boolean within(long place, Storage.Partition partition) {
    return place >= start(partition) && place <= end(partition);
  }

  private static long start(Storage.Partition partition) {
    return partition.startMiB().map(Located::value).orElse(0L);
  }

  /** The last MiB; of a size of 0, which is the rest of the disk, the first one. */
  private static long end(Storage.Partition partition) {
    long size = partition.sizeMiB().map(Located::value).orElse(0L);
    return start(partition) + (size == 0 ? 0 : size - 1);
  }

  private static void partition(Fields fields, Storage.Partition partition, Findings findings) {
    if (!partition.shouldExist()
        && List.of("label", "typeGuid", "guid", "startMiB", "sizeMiB").stream()
            .anyMatch(fields::has)) {
      findings.error(
          IgnitionRules.PARTITION,
          partition.at(),
          "a partition that is not to exist has only a number",
          "take the other keys away, or set shouldExist to true");
    }
    boolean labelled = partition.label().isPresent();
    if (partition.number() == 0 && !labelled) {
      findings.error(
          IgnitionRules.PARTITION,
          partition.at(),
          "the partition has neither number nor label",
          "give it one of them, so that it can be found again");
    }
    partition.label().ifPresent(l -> label(l, findings));
    for (String key : List.of("typeGuid", "guid")) {
      fields
          .text(key)
          .filter(g -> !g.value().matches(GUID))
          .ifPresent(
              g ->
                  findings.error(
                      IgnitionRules.PARTITION,
                      g.at(),
                      "%s is not a GUID".formatted(g.value()),
                      "write it as 01234567-89AB-CDEF-EDCB-A98765432101"));
    }
  }

  private static void label(Located<String> label, Findings findings) {
    if (label.value().contains(":")) {
      findings.error(
          IgnitionRules.PARTITION,
          label.at(),
          "a partition's label cannot have a colon: sgdisk takes it apart there",
          "use a dash instead");
    } else if (bytes(label.value()) > 36) {
      findings.error(
          IgnitionRules.PARTITION,
          label.at(),
          "a partition's label has at most 36 characters",
          "shorten it");
    }
  }

  static int bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }

  private static void raid(Storage.Raid raid, Findings findings) {
    String level = raid.level().value();
    if (!LEVELS_WITH_SPARES.contains(level) && !LEVELS_WITHOUT.contains(level)) {
      findings.error(
          IgnitionRules.RAID,
          raid.level().at(),
          level.isEmpty() ? "the RAID has no level" : "%s is not a RAID level".formatted(level),
          "write linear, raid0, raid1, raid4, raid5, raid6 or raid10");
    } else if (raid.spares() != 0 && LEVELS_WITHOUT.contains(level)) {
      findings.error(
          IgnitionRules.RAID,
          raid.at(),
          "a RAID of level %s has no spares".formatted(level),
          "take spares away");
    }
    if (raid.devices().isEmpty()) {
      findings.error(IgnitionRules.RAID, raid.at(), "the RAID has no devices", "list its devices");
    }
    raid.devices().forEach(d -> PathChecks.absolute(d, findings));
  }

  private static void luks(Fields fields, Storage.Luks luks, Findings findings) {
    String name = luks.name().value();
    if (name.contains("/")) {
      findings.error(
          IgnitionRules.LUKS,
          luks.name().at(),
          "the name of an encrypted volume cannot have a slash",
          "name it data, and it becomes /dev/mapper/data");
    }
    if (luks.device().filter(d -> !d.value().isEmpty()).isEmpty()) {
      findings.error(
          IgnitionRules.LUKS, luks.at(), "the encrypted volume has no device", "name its device");
    } else {
      PathChecks.absolute(luks.device().get(), findings);
    }
    fields
        .text("label")
        .filter(l -> bytes(l.value()) > 47)
        .ifPresent(
            l ->
                findings.error(
                    IgnitionRules.LUKS,
                    l.at(),
                    "the label of an encrypted volume has at most 47 characters",
                    "shorten it"));
    ClevisChecks.check(fields, findings);
    if (fields.has("keyFile")) {
      ResourceChecks.check(fields.child("keyFile"), findings);
    }
  }
}
