package dev.dryboot.targets.format.ignition;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.ignition.IgnitionConfig;
import dev.dryboot.simulator.ignition.Passwd;
import dev.dryboot.simulator.ignition.Resource;
import dev.dryboot.targets.format.tree.Fields;
import java.util.List;

/** Makes typed records of a config whose types are right. */
final class IgnitionRecords {
  private IgnitionRecords() {}

  static IgnitionConfig config(Fields root, List<Resource> remote) {
    Fields ignition = root.child("ignition");
    return new IgnitionConfig(
        ignition.required("version"),
        remote,
        ignition.child("security").child("tls").children("certificateAuthorities").stream()
            .map(IgnitionRecords::resource)
            .toList(),
        ignition.child("timeouts").number("httpTotal"),
        StorageRecords.storage(root.child("storage")),
        root.child("systemd").children("units").stream().map(IgnitionRecords::unit).toList(),
        passwd(root.child("passwd")),
        new IgnitionConfig.KernelArguments(
            root.child("kernelArguments").texts("shouldExist"),
            root.child("kernelArguments").texts("shouldNotExist")),
        root.at());
  }

  static Resource resource(Fields fields) {
    return new Resource(
        fields.text("source"),
        fields.text("compression"),
        fields.children("httpHeaders").stream()
            .map(
                h ->
                    java.util.Map.entry(
                        h.text("name").map(Located::value).orElse(""),
                        h.text("value").map(Located::value).orElse("")))
            .toList(),
        fields.child("verification").text("hash"),
        fields.at());
  }

  private static IgnitionConfig.Unit unit(Fields fields) {
    return new IgnitionConfig.Unit(
        fields.required("name"),
        fields.truth("enabled"),
        fields.truth("mask"),
        fields.text("contents"),
        fields.children("dropins").stream()
            .map(d -> new IgnitionConfig.Dropin(d.required("name"), d.text("contents"), d.at()))
            .toList(),
        fields.at());
  }

  private static Passwd passwd(Fields fields) {
    return new Passwd(
        fields.children("users").stream().map(IgnitionRecords::user).toList(),
        fields.children("groups").stream().map(IgnitionRecords::group).toList());
  }

  private static Passwd.User user(Fields fields) {
    return new Passwd.User(
        fields.required("name"),
        fields.text("passwordHash"),
        fields.texts("sshAuthorizedKeys"),
        fields.number("uid"),
        fields.plain("gecos"),
        fields.text("homeDir"),
        fields.is("noCreateHome"),
        fields.plain("primaryGroup"),
        fields.texts("groups"),
        fields.is("noUserGroup"),
        fields.is("noLogInit"),
        fields.plain("shell"),
        fields.truth("shouldExist").map(Located::value).orElse(true),
        fields.is("system"),
        fields.at());
  }

  private static Passwd.Group group(Fields fields) {
    return new Passwd.Group(
        fields.required("name"),
        fields.number("gid"),
        fields.plain("passwordHash"),
        fields.truth("shouldExist").map(Located::value).orElse(true),
        fields.is("system"),
        fields.at());
  }
}
