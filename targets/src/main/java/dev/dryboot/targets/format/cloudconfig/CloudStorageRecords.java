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

  /** {@code data.2} is partition 2 of what {@code data} stands for (expand_dotted_devname()). */
  private static CloudStorage.Filesystem filesystem(Fields fields, Fields root) {
    Located<String> device = fields.required("device");
    int dot = device.value().lastIndexOf('.');
    Optional<String> dotted =
        dot < 0 ? Optional.empty() : Optional.of(device.value().substring(dot + 1));
    return new CloudStorage.Filesystem(
        device.map(d -> alias(root, dot < 0 ? d : d.substring(0, dot))),
        fields.text("filesystem").orElseGet(() -> new Located<>("ext4", fields.at())),
        fields.text("label"),
        dotted.or(() -> fields.scalar("partition").map(Located::value)).orElse("none"),
        fields.is("overwrite"),
        fields.at());
  }

  private static List<CloudStorage.Mount> mounts(Fields root) {
    List<CloudStorage.Mount> mounts = new ArrayList<>();
    for (Node item : root.items("mounts")) {
      if (item instanceof Node.Sequence list) {
        List<Optional<Located<String>>> fields = new ArrayList<>();
        list.items().forEach(n -> fields.add(field(n)));
        if (!fields.isEmpty()) {
          fields.set(0, fields.getFirst().map(f -> f.map(d -> dotted(root, d))));
        }
        mounts.add(new CloudStorage.Mount(fields, list.span()));
      }
    }
    return mounts;
  }

  private static Optional<Located<String>> field(Node node) {
    return node instanceof Node.Scalar scalar && !(node instanceof Node.Nothing)
        ? Optional.of(new Located<>(scalar.text(), node.span()))
        : Optional.empty();
  }

  /** A device's name with its alias put in place: {@code data.1} becomes {@code /dev/sdb1}. */
  private static String dotted(Fields root, String name) {
    int dot = name.lastIndexOf('.');
    String device = alias(root, dot < 0 ? name : name.substring(0, dot));
    String number = dot < 0 ? "" : name.substring(dot + 1);
    if (!number.matches("[0-9]{1,3}")) {
      return dot < 0 ? device : name;
    }
    boolean digit = Character.isDigit(device.charAt(device.length() - 1));
    return device + (digit ? "p" : "") + number;
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
