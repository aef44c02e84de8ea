package dev.dryboot.targets.format.ignition;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.ignition.Resource;
import dev.dryboot.simulator.ignition.Storage;
import dev.dryboot.targets.format.tree.Fields;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes typed records of a config's storage section. */
final class StorageRecords {
  private StorageRecords() {}

  static Storage storage(Fields fields) {
    return new Storage(
        all(fields, "disks", StorageRecords::disk),
        all(fields, "raid", StorageRecords::raid),
        all(fields, "luks", StorageRecords::luks),
        all(fields, "filesystems", StorageRecords::filesystem),
        all(fields, "directories", f -> new Storage.Directory(node(f), f.number("mode"))),
        all(fields, "files", StorageRecords::file),
        all(fields, "links", f -> new Storage.Link(node(f), f.required("target"), f.is("hard"))));
  }

  private static <T> List<T> all(Fields fields, String key, Function<Fields, T> make) {
    return fields.children(key).stream().map(make).toList();
  }

  private static Storage.Disk disk(Fields fields) {
    return new Storage.Disk(
        fields.required("device"),
        fields.is("wipeTable"),
        all(fields, "partitions", StorageRecords::partition),
        fields.at());
  }

  private static Storage.Partition partition(Fields fields) {
    return new Storage.Partition(
        fields.numberOr("number", 0),
        fields.text("label"),
        fields.number("startMiB"),
        fields.number("sizeMiB"),
        fields.text("typeGuid"),
        fields.text("guid"),
        fields.is("wipePartitionEntry"),
        fields.truth("shouldExist").map(Located::value).orElse(true),
        fields.is("resize"),
        fields.at());
  }

  private static Storage.Raid raid(Fields fields) {
    return new Storage.Raid(
        fields.required("name"),
        fields.required("level"),
        fields.texts("devices"),
        fields.numberOr("spares", 0),
        fields.texts("options"),
        fields.at());
  }

  private static Storage.Luks luks(Fields fields) {
    Fields clevis = fields.child("clevis");
    return new Storage.Luks(
        fields.required("name"),
        fields.text("device"),
        IgnitionRecords.resource(fields.child("keyFile")),
        fields.plain("label"),
        fields.plain("uuid"),
        fields.is("wipeVolume"),
        fields.is("discard"),
        fields.texts("openOptions").stream().map(Located::value).toList(),
        clevis.children("tang").stream().map(t -> t.required("url")).toList(),
        clevis.is("tpm2"),
        clevis.has("custom"),
        fields.child("cex").is("enabled"),
        fields.at());
  }

  private static Storage.Filesystem filesystem(Fields fields) {
    return new Storage.Filesystem(
        fields.required("device"),
        fields.text("format"),
        fields.text("path"),
        fields.text("label"),
        fields.text("uuid"),
        fields.is("wipeFilesystem"),
        fields.texts("options"),
        fields.texts("mountOptions"),
        fields.at());
  }

  private static Storage.File file(Fields fields) {
    Optional<Resource> contents =
        fields.has("contents")
            ? Optional.of(IgnitionRecords.resource(fields.child("contents")))
            : Optional.empty();
    return new Storage.File(
        node(fields),
        fields.number("mode"),
        contents,
        all(fields, "append", IgnitionRecords::resource));
  }

  private static Storage.Node node(Fields fields) {
    return new Storage.Node(
        fields.required("path"),
        fields.truth("overwrite"),
        owner(fields, "user"),
        owner(fields, "group"),
        fields.at());
  }

  private static Optional<Storage.Owner> owner(Fields fields, String key) {
    Fields owner = fields.child(key);
    return owner.has("name") || owner.has("id")
        ? Optional.of(new Storage.Owner(owner.text("name"), owner.number("id")))
        : Optional.empty();
  }
}
