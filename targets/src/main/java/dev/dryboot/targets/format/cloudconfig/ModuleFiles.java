package dev.dryboot.targets.format.cloudconfig;

import dev.dryboot.simulator.cloudinit.CloudConfig.ModuleFile;
import dev.dryboot.simulator.config.Located;
import dev.dryboot.targets.format.tree.Fields;
import dev.dryboot.targets.format.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files that modules make of their keys. */
final class ModuleFiles {
  private ModuleFiles() {}

  static List<ModuleFile> of(Fields root) {
    List<ModuleFile> files = new ArrayList<>();
    apt(root.child("apt"), files);
    yum(root, files);
    for (Fields entry : root.child("wireguard").children("interfaces")) {
      String name = entry.plain("name").orElse("wg0");
      String path = entry.plain("config_path").orElse("/etc/wireguard/" + name + ".conf");
      entry
          .text("content")
          .filter(c -> path.startsWith("/"))
          .ifPresent(c -> files.add(new ModuleFile("wireguard", path, c, 0600)));
    }
    if (root.is("manage_resolv_conf") && root.has("resolv_conf")) {
      Fields conf = root.child("resolv_conf");
      StringBuilder text = new StringBuilder();
      conf.texts("nameservers")
          .forEach(n -> text.append("nameserver ").append(n.value()).append('\n'));
      conf.texts("searchdomains").stream()
          .map(Located::value)
          .reduce((a, b) -> a + " " + b)
          .ifPresent(s -> text.append("search ").append(s).append('\n'));
      files.add(
          new ModuleFile(
              "resolv_conf", "/etc/resolv.conf", new Located<>(text.toString(), conf.at()), 0644));
    }
    return files;
  }

  private static void apt(Fields apt, List<ModuleFile> files) {
    apt.text("conf")
        .ifPresent(
            c ->
                files.add(
                    new ModuleFile(
                        "apt_configure", "/etc/apt/apt.conf.d/94cloud-init-config", c, 0644)));
    apt.text("sources_list")
        .ifPresent(
            s -> files.add(new ModuleFile("apt_configure", "/etc/apt/sources.list", s, 0644)));
    for (Node.Entry entry : apt.child("sources").entries()) {
      Fields source = Fields.of(entry.value());
      String name = source.plain("filename").orElse(entry.name());
      String file = name.endsWith(".list") ? name : name + ".list";
      Optional<Located<String>> line = source.text("source");
      String path = file.startsWith("/") ? file : "/etc/apt/sources.list.d/" + file;
      line.filter(l -> !l.value().startsWith("ppa:"))
          .ifPresent(
              l -> files.add(new ModuleFile("apt_configure", path, l.map(t -> t + "\n"), 0644)));
    }
  }

  private static void yum(Fields root, List<ModuleFile> files) {
    String directory = root.plain("yum_repo_dir").orElse("/etc/yum.repos.d");
    for (Node.Entry entry : root.child("yum_repos").entries()) {
      StringBuilder text = new StringBuilder("[" + entry.name() + "]\n");
      for (Node.Entry option : Fields.of(entry.value()).entries()) {
        if (option.value() instanceof Node.Scalar scalar) {
          String value =
              scalar instanceof Node.Truth truth ? (truth.value() ? "1" : "0") : scalar.text();
          text.append(option.name()).append(" = ").append(value).append('\n');
        }
      }
      String id = entry.name().replaceAll("[^A-Za-z0-9_.-]", "_");
      if (directory.startsWith("/")) {
        files.add(
            new ModuleFile(
                "yum_add_repo",
                directory + "/" + id + ".repo",
                new Located<>(text.toString(), entry.value().span()),
                0644));
      }
    }
  }
}
