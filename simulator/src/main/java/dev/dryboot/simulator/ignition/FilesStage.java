package dev.dryboot.simulator.ignition;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes users, writes files and units (ignition 2.26, stages/files). Stops at the first problem.
 */
final class FilesStage {
  private FilesStage() {}

  /** What has to be fetched before the files can be written. */
  static List<Resource> remote(IgnitionConfig config) {
    List<Resource> all = new ArrayList<>();
    for (Storage.File file : config.storage().files()) {
      file.contents().ifPresent(all::add);
      all.addAll(file.append());
    }
    config.storage().luks().forEach(l -> all.add(l.keyFile()));
    return all.stream().filter(r -> !r.local()).toList();
  }

  static Optional<String> run(Machine machine, IgnitionConfig config, String root) {
    Sysroot sysroot = new Sysroot(machine, root);
    Optional<String> problem = new UserDatabase(sysroot).apply(config.passwd());
    if (problem.isPresent()) {
      return problem;
    }
    NodeWriter nodes = new NodeWriter(sysroot);
    for (Entry entry : entries(config, nodes)) {
      problem = entry.write().get();
      if (problem.isPresent()) {
        return problem;
      }
    }
    problem = new UnitWriter(sysroot).write(config.units());
    return problem.isPresent() ? problem : crypttab(sysroot, config);
  }

  private record Entry(String path, Supplier<Optional<String>> write) {}

  /**
   * Directories, files, links; of all these, the ones with the shorter paths first; then hard
   * links.
   */
  private static List<Entry> entries(IgnitionConfig config, NodeWriter nodes) {
    List<Entry> entries = new ArrayList<>();
    List<Entry> hardLinks = new ArrayList<>();
    Storage storage = config.storage();
    storage
        .directories()
        .forEach(d -> entries.add(new Entry(d.node().path().value(), () -> nodes.directory(d))));
    storage
        .files()
        .forEach(
            f ->
                entries.add(
                    new Entry(f.node().path().value(), () -> nodes.file(f, config.minor()))));
    storage
        .links()
        .forEach(
            l ->
                (l.hard() ? hardLinks : entries)
                    .add(new Entry(l.node().path().value(), () -> nodes.link(l))));
    entries.sort(Comparator.comparingInt(e -> MountStage.depth(e.path())));
    hardLinks.sort(Comparator.comparingInt(e -> MountStage.depth(e.path())));
    entries.addAll(hardLinks);
    return entries;
  }

  private static Optional<String> crypttab(Sysroot sysroot, IgnitionConfig config) {
    if (config.storage().luks().isEmpty()) {
      return Optional.empty();
    }
    StringBuilder lines = new StringBuilder(sysroot.text("/etc/crypttab"));
    for (Storage.Luks luks : config.storage().luks()) {
      boolean clevis = !luks.tang().isEmpty() || luks.tpm2() || luks.customPin();
      String key = clevis ? "none" : "/etc/luks/" + luks.name().value();
      String options = luks.tang().isEmpty() ? "luks" : "luks,_netdev";
      lines
          .append(luks.name().value())
          .append(" UUID=")
          .append(DisksStage.uuid(luks))
          .append(' ')
          .append(key)
          .append(' ')
          .append(options)
          .append('\n');
      if (!clevis) {
        Optional<String> problem =
            sysroot.write(
                key,
                new FileNode.Regular(SourceText.decoded(key, luks.at(), ""), 0600, "root", "root"));
        if (problem.isPresent()) {
          return problem;
        }
      }
    }
    SourceText text =
        SourceText.decoded(
            "/etc/crypttab", config.storage().luks().getFirst().at(), lines.toString());
    return sysroot.write("/etc/crypttab", new FileNode.Regular(text, 0600, "root", "root"));
  }
}
