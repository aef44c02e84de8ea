package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.Storage;
import dev.dryboot.compiler.model.Storage.Device;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.language.syntax.Member;
import dev.dryboot.language.syntax.Value;
import dev.dryboot.source.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Disks, partitions, arrays, encrypted volumes, filesystems and swap. */
final class StorageLowering {
  private StorageLowering() {}

  static Storage storage(BlockReader host) {
    return new Storage(
        host.blocks("disk").stream().map(StorageLowering::disk).toList(),
        host.blocks("raid").stream().map(StorageLowering::raid).toList(),
        host.blocks("luks").stream().map(StorageLowering::luks).toList(),
        host.blocks("filesystem").stream().map(StorageLowering::filesystem).toList(),
        host.blocks("swap").stream().map(StorageLowering::swap).toList(),
        host.one("boot-device").map(StorageLowering::bootDevice));
  }

  private static Storage.Disk disk(BlockReader disk) {
    Storage.Disk made =
        new Storage.Disk(
            disk.name(),
            disk.text("device").orElse(Text.of("", disk.origin())),
            disk.yes("wipe-table"),
            disk.text("table-type"),
            disk.blocks("partition").stream().map(StorageLowering::partition).toList());
    disk.noteRest();
    return made;
  }

  private static Storage.Partition partition(BlockReader partition) {
    Storage.Partition made =
        new Storage.Partition(
            partition.name(),
            partition
                .text("size")
                .flatMap(
                    t ->
                        partition.parsed(
                            "size",
                            t,
                            "a size such as 20GiB, a share such as 50%, or rest",
                            StorageLowering::size)),
            partition.mebibytes("start"),
            partition.integer("number"),
            partition.text("type"),
            partition.yes("resize"),
            partition.yes("wipe-partition-entry"));
    partition.noteRest();
    return made;
  }

  static Optional<Storage.Size> size(String text) {
    if (text.equals("rest")) {
      return Optional.of(new Storage.Size.Rest());
    }
    if (text.matches("[0-9]{1,3}%") && Integer.parseInt(text.replace("%", "")) <= 100) {
      return Optional.of(new Storage.Size.Percent(Integer.parseInt(text.replace("%", ""))));
    }
    OptionalLong bytes = Literals.bytes(text);
    return bytes.isPresent()
        ? Optional.of(new Storage.Size.MiB((bytes.getAsLong() + (1 << 20) - 1) >> 20))
        : Optional.empty();
  }

  private static Storage.Raid raid(BlockReader raid) {
    Storage.Raid made =
        new Storage.Raid(
            raid.name(),
            raid.text("level").orElse(Text.of("raid1", raid.origin().because("the usual level"))),
            devices(raid, "devices"),
            raid.integer("spares"),
            raid.texts("options"));
    raid.noteRest();
    return made;
  }

  private static Storage.Luks luks(BlockReader luks) {
    Storage.Luks made =
        new Storage.Luks(
            luks.name(),
            device(luks).orElse(new Device.Path(Text.of("", luks.origin()), luks.origin())),
            luks.text("label"),
            opening(luks),
            luks.yes("wipe-volume"));
    luks.noteRest();
    return made;
  }

  private static Storage.Opening opening(BlockReader block) {
    return new Storage.Opening(
        block.content("key"),
        block.yes("tpm2"),
        block.blocks("tang").stream().map(StorageLowering::tang).toList(),
        block.integer("threshold"),
        block.yes("discard"));
  }

  private static Storage.Tang tang(BlockReader tang) {
    Storage.Tang made =
        new Storage.Tang(
            Text.of(tang.name().value(), tang.origin()),
            tang.text("thumbprint"),
            tang.text("advertisement"),
            tang.origin());
    tang.noteRest();
    return made;
  }

  private static Storage.Filesystem filesystem(BlockReader filesystem) {
    Storage.Filesystem made =
        new Storage.Filesystem(
            filesystem.name(),
            device(filesystem)
                .orElse(new Device.Path(Text.of("", filesystem.origin()), filesystem.origin())),
            filesystem.text("format"),
            filesystem.text("path"),
            filesystem.text("label"),
            filesystem.text("uuid"),
            mountOptions(filesystem),
            filesystem.texts("options"),
            filesystem.yes("wipe-filesystem"));
    filesystem.noteRest();
    return made;
  }

  private static List<Text> mountOptions(BlockReader filesystem) {
    return filesystem.keyed("mount-options").stream()
        .map(
            e ->
                e.value().plain().isEmpty()
                    ? Text.of(e.key(), e.origin())
                    : Text.of(e.key() + "=", e.origin()).plus(e.value()))
        .toList();
  }

  private static Storage.Swap swap(BlockReader swap) {
    Storage.Swap made =
        new Storage.Swap(swap.name(), device(swap), swap.text("path"), swap.mebibytes("size"));
    swap.noteRest();
    return made;
  }

  private static Storage.BootDevice bootDevice(BlockReader boot) {
    Storage.BootDevice made =
        new Storage.BootDevice(
            boot.text("layout"),
            boot.one("mirror")
                .map(
                    m -> {
                      List<Text> devices = m.texts("devices");
                      m.noteRest();
                      return devices;
                    })
                .orElse(List.of()),
            boot.one("luks").map(StorageLowering::bootLuks),
            boot.origin());
    boot.noteRest();
    return made;
  }

  private static Storage.Opening bootLuks(BlockReader luks) {
    Storage.Opening opening = opening(luks);
    luks.noteRest();
    return opening;
  }

  private static Optional<Device> device(BlockReader block) {
    return devices(block, "device").stream().findFirst();
  }

  private static List<Device> devices(BlockReader block, String word) {
    return block.entries(word).stream()
        .flatMap(e -> e.item().stream())
        .map(Member.Item::first)
        .map(value -> device(value, block.evaluation()))
        .toList();
  }

  private static Device device(Value value, Evaluation evaluation) {
    Origin origin = Origin.written(value.span());
    if (value instanceof Value.KindReference reference) {
      String name = reference.name().text();
      return switch (reference.kind().text()) {
        case "disk" -> new Device.OfDisk(name, origin);
        case "raid" -> new Device.OfRaid(name, origin);
        case "luks" -> new Device.OfLuks(name, origin);
        default -> new Device.OfPartition(name, origin);
      };
    }
    return new Device.Path(evaluation.text(value), origin);
  }
}
