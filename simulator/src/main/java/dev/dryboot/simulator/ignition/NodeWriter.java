package dev.dryboot.simulator.ignition;

import dev.dryboot.simulator.config.JoinedText;
import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.source.SourceText;
import java.util.Optional;

/** Writes files, directories and links, and refuses where Ignition refuses. */
final class NodeWriter {
  private final Sysroot sysroot;

  NodeWriter(Sysroot sysroot) {
    this.sysroot = sysroot;
  }

  Optional<String> directory(Storage.Directory directory) {
    String path = directory.node().path().value();
    Optional<String> unknown = unknownOwner(directory.node());
    if (unknown.isPresent()) {
      return unknown;
    }
    Optional<FileNode> there = sysroot.get(path);
    boolean overwrite = is(directory.node().overwrite());
    if (there.isPresent() && overwrite) {
      sysroot.remove(path);
    } else if (there.isPresent() && !(there.get() instanceof FileNode.Directory)) {
      return Optional.of(
          "%s is there already and is no directory, and overwrite is not set".formatted(path));
    }
    FileNode before = there.filter(n -> !overwrite).orElseGet(FileNode.Directory::new);
    return sysroot.write(
        path,
        new FileNode.Directory(
            directory.mode().map(m -> bits(m.value())).orElse(before.mode()),
            owner(directory.node().user(), before.owner()),
            owner(directory.node().group(), before.group())));
  }

  Optional<String> file(Storage.File file, int minor) {
    String path = file.node().path().value();
    Optional<String> unknown = unknownOwner(file.node());
    if (unknown.isPresent()) {
      return unknown;
    }
    boolean overwrite = is(file.node().overwrite());
    boolean source = file.contents().flatMap(Resource::source).isPresent();
    Optional<FileNode> there = sysroot.get(path);
    if (there.isPresent() && !overwrite) {
      if (!(there.get() instanceof FileNode.Regular)) {
        return Optional.of(
            "%s is there already and is no file, and overwrite is not set".formatted(path));
      }
      if (source) {
        return Optional.of("%s is there already, and overwrite is not set".formatted(path));
      }
    }
    if (there.isPresent() && overwrite) {
      if (there.get() instanceof FileNode.Directory && sysroot.hasAnything(path)) {
        return Optional.of("%s is a directory that is not empty".formatted(path));
      }
      sysroot.remove(path);
      there = Optional.empty();
    }
    return contents(file, there, minor);
  }

  private Optional<String> contents(Storage.File file, Optional<FileNode> there, int minor) {
    String path = file.node().path().value();
    SourceText text =
        there
            .map(
                n ->
                    n instanceof FileNode.Regular regular
                        ? regular.content()
                        : SourceText.of(path, ""))
            .orElseGet(() -> SourceText.decoded(path, file.node().path().at(), ""));
    if (file.contents().isPresent() && file.contents().get().source().isPresent()) {
      Fetched fetched = fetch(path, file.contents().get(), file.node());
      if (fetched.problem().isPresent()) {
        return fetched.problem();
      }
      text = fetched.text();
    }
    for (Resource part : file.append()) {
      Fetched fetched = fetch(path, part, file.node());
      if (fetched.problem().isPresent()) {
        return fetched.problem();
      }
      text = JoinedText.of(path, text, fetched.text());
    }
    int usual = there.map(FileNode::mode).orElse(0644);
    int mode =
        file.mode().map(m -> minor < 6 ? bits(m.value()) & 0777 : bits(m.value())).orElse(usual);
    return sysroot.write(
        path,
        new FileNode.Regular(
            text,
            mode,
            owner(file.node().user(), there.map(FileNode::owner).orElse("root")),
            owner(file.node().group(), there.map(FileNode::group).orElse("root"))));
  }

  private record Fetched(SourceText text, Optional<String> problem) {}

  private static Fetched fetch(String path, Resource resource, Storage.Node node) {
    Located<String> source = resource.source().orElseGet(() -> new Located<>("", node.path().at()));
    if (!resource.local()) {
      return new Fetched(SourceText.decoded(path, source.at(), ""), Optional.empty());
    }
    return switch (ResourceContents.of(resource)) {
      case DataUrl.Contents.Bytes bytes ->
          new Fetched(SourceText.decoded(path, source.at(), bytes.text()), Optional.empty());
      case DataUrl.Contents.Refused refused ->
          new Fetched(
              SourceText.of(path, ""), Optional.of("%s: %s".formatted(path, refused.why())));
    };
  }

  Optional<String> link(Storage.Link link) {
    String path = link.node().path().value();
    Optional<FileNode> there = sysroot.get(path);
    if (there.isPresent() && is(link.node().overwrite())) {
      sysroot.remove(path);
    } else if (there.isPresent()) {
      return matches(there.get(), link)
          ? Optional.empty()
          : Optional.of("%s is there already, and overwrite is not set".formatted(path));
    }
    if (!link.hard()) {
      SourceText origin = SourceText.decoded(path, link.target().at(), link.target().value());
      return sysroot.write(path, new FileNode.SymbolicLink(link.target().value(), origin));
    }
    Optional<FileNode> target = sysroot.get(link.target().value());
    if (target.isEmpty()) {
      return Optional.of(
          "the hard link %s has no target: %s is not there".formatted(path, link.target().value()));
    }
    if (target.get() instanceof FileNode.Directory) {
      return Optional.of(
          "the hard link %s cannot lead to a directory: %s".formatted(path, link.target().value()));
    }
    return sysroot.write(path, target.get());
  }

  private boolean matches(FileNode there, Storage.Link link) {
    if (link.hard()) {
      return sysroot.get(link.target().value()).filter(t -> t == there).isPresent();
    }
    return there instanceof FileNode.SymbolicLink old && old.target().equals(link.target().value());
  }

  /** A name that neither the image nor the config knows cannot be turned into a number. */
  private Optional<String> unknownOwner(Storage.Node node) {
    return unknown(node, node.user(), "passwd").or(() -> unknown(node, node.group(), "group"));
  }

  private Optional<String> unknown(
      Storage.Node node, Optional<Storage.Owner> owner, String database) {
    String listed = sysroot.text("/etc/" + database);
    if (owner.isEmpty() || owner.get().id().isPresent() || listed.isEmpty()) {
      return Optional.empty();
    }
    String name = owner.get().text();
    boolean known =
        java.util.stream.Stream.concat(listed.lines(), sysroot.text("/usr/lib/" + database).lines())
            .anyMatch(l -> l.startsWith(name + ":"));
    return known || name.isEmpty() || WellKnownGroups.contains(name)
        ? Optional.empty()
        : Optional.of(
            "%s: nobody is called %s in /etc/%s".formatted(node.path().value(), name, database));
  }

  private static boolean is(Optional<Located<Boolean>> value) {
    return value.map(Located::value).orElse(false);
  }

  private static int bits(long mode) {
    return (int) (mode & 07777);
  }

  private static String owner(Optional<Storage.Owner> owner, String usual) {
    return owner
        .map(o -> o.id().filter(i -> i.value() == 0).isPresent() ? "root" : o.text())
        .orElse(usual);
  }
}
