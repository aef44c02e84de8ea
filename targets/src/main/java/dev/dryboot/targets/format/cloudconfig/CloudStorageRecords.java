package dev.dryboot.targets.format.cloudconfig;

import dev.dryboot.simulator.cloudinit.CloudStorage;
import dev.dryboot.simulator.config.Located;
import dev.dryboot.targets.format.tree.Fields;
import dev.dryboot.targets.format.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes records of disk_setup, fs_setup, mounts and swap. */
final class CloudStorageRecords {
  private CloudStorageRecords() {}

  static CloudStorage storage(Fields root) {
    List<CloudStorage.Disk> disks = new ArrayList<>();
    for (Node.Entry entry : root.child("disk_setup").entries()) {
      Fields fields = Fields.of(entry.value());
      disks.add(
          new CloudStorage.Disk(
              new Located<>(alias(root, entry.name()), entry.key().span()),
              fields.plain("table_type").orElse("mbr"),
              partitions(fields),
              fields.is("overwrite"),
              fields.at()));
    }
    return new CloudStorage(
        disks,
        root.children("fs_setup").stream().map(f -> filesystem(f, root)).toList(),
        mounts(root),
        root.items("mount_default_fields").stream()
            .map(n -> Fields.textOf(Optional.of(n)).map(Located::value))
            .toList(),
        swap(root),
        !root.child("growpart").plain("mode").orElse("auto").equals("off"));
  }

  private static String alias(Fields root, String device) {
    return root.child("device_aliases").plain(device).orElse(device);
  }

  private static int partitions(Fields fields) {
    return switch (fields.get("layout").orElse(null)) {
      case Node.Truth truth -> truth.value() ? 1 : 0;
      case Node.Sequence list -> list.items().size();
      case null, default -> 0;
    };
  }

  private static CloudStorage.Filesystem filesystem(Fields fields, Fields root) {
    return new CloudStorage.Filesystem(
        fields.required("device").map(d -> alias(root, d)),
        fields.text("filesystem").orElseGet(() -> new Located<>("ext4", fields.at())),
        fields.text("label"),
        fields.scalar("partition").map(Located::value).orElse("none"),
        fields.is("overwrite"),
        fields.at());
  }

  private static List<CloudStorage.Mount> mounts(Fields root) {
    List<CloudStorage.Mount> mounts = new ArrayList<>();
    for (Node item : root.items("mounts")) {
      if (item instanceof Node.Sequence list) {
        mounts.add(
            new CloudStorage.Mount(
                list.items().stream()
                    .map(
                        n ->
                            n instanceof Node.Scalar scalar && !(n instanceof Node.Nothing)
                                ? Optional.of(new Located<>(scalar.text(), n.span()))
                                : Optional.<Located<String>>empty())
                    .toList(),
                list.span()));
      }
    }
    return mounts;
  }

  private static Optional<CloudStorage.Swap> swap(Fields root) {
    Fields swap = root.child("swap");
    return swap.mapping().isPresent()
        ? Optional.of(
            new CloudStorage.Swap(
                swap.text("filename").orElseGet(() -> new Located<>("/swap.img", swap.at())),
                swap.scalar("size").map(Located::value).flatMap(CloudStorageRecords::bytes),
                swap.at()))
        : Optional.empty();
  }

  /** {@code 2G} in bytes; empty for {@code auto}. */
  private static Optional<Long> bytes(String written) {
    if (!written.matches("[0-9]{0,12}\\.?[0-9]{1,12}[BKMGT]?")) {
      return Optional.empty();
    }
    char unit = written.charAt(written.length() - 1);
    int power = "BKMGT".indexOf(unit);
    String number = power < 0 ? written : written.substring(0, written.length() - 1);
    return Optional.of((long) (Double.parseDouble(number) * Math.pow(1024, Math.max(0, power))));
  }
}
