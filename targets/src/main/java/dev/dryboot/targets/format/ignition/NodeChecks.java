package dev.dryboot.targets.format.ignition;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.ignition.Resource;
import dev.dryboot.simulator.ignition.Storage;
import dev.dryboot.targets.format.tree.Fields;
import java.util.ArrayList;
import java.util.List;

/** Checks files, directories and links (ignition 2.26, node.go, file.go, storage.go). */
final class NodeChecks {
  private NodeChecks() {}

  static void check(Fields storage, Storage records, Findings findings) {
    records
        .directories()
        .forEach(
            d -> {
              node(d.node(), findings);
              PathChecks.mode(d.mode(), findings);
            });
    List<Fields> files = storage.children("files");
    for (int i = 0; i < files.size(); i++) {
      file(files.get(i), records.files().get(i), findings);
    }
    records.links().forEach(l -> link(l, records, findings));
    underLinks(records, findings);
  }

  private static void node(Storage.Node node, Findings findings) {
    PathChecks.absolute(node.path(), findings);
    for (var owner : List.of(node.user(), node.group())) {
      owner
          .filter(o -> o.id().isPresent() && o.name().filter(n -> !n.value().isEmpty()).isPresent())
          .ifPresent(
              o ->
                  findings.error(
                      IgnitionRules.NODE,
                      o.name().get().at(),
                      "an owner has a name or a number, not both",
                      "take one of them away"));
    }
  }

  private static void file(Fields fields, Storage.File file, Findings findings) {
    node(file.node(), findings);
    PathChecks.mode(file.mode(), findings);
    boolean source = file.contents().flatMap(Resource::source).isPresent();
    if (file.node().overwrite().map(Located::value).orElse(false) && !source) {
      findings.error(
          IgnitionRules.NODE,
          file.node().overwrite().get().at(),
          "a file that overwrites what is there needs contents with a source",
          "add contents, if only \"source\": \"\", or take overwrite away");
    }
    if (fields.has("contents")) {
      ResourceChecks.check(fields.child("contents"), findings);
    }
    fields.children("append").forEach(a -> ResourceChecks.check(a, findings));
  }

  private static void link(Storage.Link link, Storage records, Findings findings) {
    node(link.node(), findings);
    if (link.target().value().isEmpty() && findings.minor() >= 3) {
      findings.error(
          IgnitionRules.NODE, link.node().at(), "the link has no target", "add its target");
    }
    if (!link.hard()) {
      return;
    }
    records.directories().stream()
        .filter(d -> d.node().path().value().equals(link.target().value()))
        .findFirst()
        .ifPresent(
            d ->
                findings.error(
                    IgnitionRules.NODE,
                    link.target().at(),
                    "a hard link cannot have a directory as its target",
                    "make it a symbolic link: take hard away"));
  }

  private static void underLinks(Storage records, Findings findings) {
    List<Storage.Node> nodes = new ArrayList<>();
    records.directories().forEach(d -> nodes.add(d.node()));
    records.files().forEach(f -> nodes.add(f.node()));
    records.links().forEach(l -> nodes.add(l.node()));
    for (Storage.Link link : records.links()) {
      String below = clean(link.node().path().value()) + "/";
      for (Storage.Node node : nodes) {
        if (node != link.node() && clean(node.path().value()).startsWith(below)) {
          findings.error(
              IgnitionRules.UNDER_LINK,
              node.path().at(),
              "%s lies below the link %s"
                  .formatted(node.path().value(), link.node().path().value()),
              "write it below the link's target");
        }
      }
    }
  }

  static String clean(String path) {
    return path.startsWith("/")
        ? dev.dryboot.simulator.machine.VirtualFileSystem.normal(path)
        : path;
  }
}
