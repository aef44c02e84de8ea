package dev.dryboot.targets.encode;

import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.model.Content;
import dev.dryboot.compiler.model.Files;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.plan.Plan;
import dev.dryboot.source.Origin;
import java.util.Optional;

/**
 * The part {@code storage.files}, {@code directories} and {@code links} of an Ignition document.
 */
final class IgnitionFiles {
  private final IgnitionVersion version;

  IgnitionFiles(IgnitionVersion version) {
    this.version = version;
  }

  void encode(Plan plan, Node.Fields storage, Origin built) {
    Node.Items files = new Node.Items(built);
    plan.files().forEach(f -> files.add(file(f)));
    Node.Items directories = new Node.Items(built);
    for (Files.Directory directory : plan.directories()) {
      Node.Fields node =
          new Node.Fields(directory.origin())
              .put("path", Leaves.text(directory.path()))
              .put("overwrite", Leaves.bool(directory.overwrite()));
      access(node, directory.access());
      directories.add(node);
    }
    Node.Items links = new Node.Items(built);
    plan.links().forEach(l -> links.add(link(l)));
    storage
        .putFilled("files", files)
        .putFilled("directories", directories)
        .putFilled("links", links);
  }

  private Node link(Files.Link link) {
    Node.Fields node =
        new Node.Fields(link.origin())
            .put("path", Leaves.text(link.path()))
            .put("target", Leaves.text(link.target()))
            .put("hard", Leaves.bool(link.hard()))
            .put("overwrite", Leaves.bool(link.overwrite()));
    access(node, link.access());
    return node;
  }

  private Node file(Files.RegularFile file) {
    Node.Fields node =
        new Node.Fields(file.origin())
            .put("path", Leaves.text(file.path()))
            .put("overwrite", Leaves.bool(file.overwrite()));
    file.contents()
        .ifPresent(c -> node.put("contents", resource(c, file.encoding(), file.sha256())));
    Node.Items append = new Node.Items(file.origin());
    file.append().forEach(c -> append.add(resource(c, Optional.empty(), Optional.empty())));
    node.putFilled("append", append);
    access(node, file.access());
    return node;
  }

  /** Contents by URL, which is a data URL for what is known when compiling. */
  static Node.Fields resource(Content content, Optional<Text> encoding, Optional<Text> sha256) {
    Node.Fields node =
        switch (content) {
          case Content.Inline inline when encoding.isPresent() ->
              DataUrl.encoded(
                  inline.text().plain(),
                  encoding.get().plain().startsWith("gz"),
                  inline.text().origin());
          case Content.Inline inline -> DataUrl.resource(inline.text());
          case Content.Remote remote ->
              new Node.Fields(remote.origin()).put("source", Leaves.text(remote.url()));
        };
    sha256.ifPresent(
        hash ->
            node.put(
                "verification",
                new Node.Fields(hash.origin())
                    .put("hash", Node.of("sha256-" + hash.plain(), hash.origin()))));
    return node;
  }

  private void access(Node.Fields node, Files.Access access) {
    access
        .mode()
        .ifPresent(
            mode -> {
              if (mode.value() > 0777) {
                version.need(6, mode.origin(), "a set-user-id, set-group-id or sticky bit");
              }
              node.put("mode", Node.of(mode.value(), mode.origin()));
            });
    access.user().ifPresent(u -> node.put("user", owner(u)));
    access.group().ifPresent(g -> node.put("group", owner(g)));
  }

  private static Node owner(Text owner) {
    Node.Fields node = new Node.Fields(owner.origin());
    return owner.plain().matches("[0-9]{1,9}")
        ? node.put("id", Node.of(Long.parseLong(owner.plain()), owner.origin()))
        : node.put("name", Leaves.text(owner));
  }
}
