package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.Content;
import dev.dryboot.compiler.model.Files;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Traced;
import dev.dryboot.language.syntax.Value;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Files, directories, links and trees. */
final class FilesLowering {
  private final List<Files.RegularFile> files = new ArrayList<>();
  private final List<Files.Directory> directories = new ArrayList<>();

  private FilesLowering() {}

  static Files files(BlockReader host) {
    FilesLowering lowering = new FilesLowering();
    host.blocks("file").forEach(lowering::file);
    host.blocks("directory").forEach(lowering::directory);
    host.blocks("tree").forEach(lowering::tree);
    List<Files.Link> links = host.blocks("link").stream().map(FilesLowering::link).toList();
    return new Files(lowering.files, lowering.directories, links);
  }

  private void file(BlockReader file) {
    files.add(
        new Files.RegularFile(
            path(file),
            file.content("contents"),
            file.contents("append"),
            access(file),
            file.yes("overwrite"),
            file.text("encoding"),
            file.text("sha256"),
            file.origin()));
    file.noteRest();
  }

  private void directory(BlockReader directory) {
    directories.add(
        new Files.Directory(
            path(directory), access(directory), directory.yes("overwrite"), directory.origin()));
    directory.noteRest();
  }

  private static Files.Link link(BlockReader link) {
    Text target =
        link.block()
            .item
            .flatMap(i -> i.second())
            .map(link.evaluation()::text)
            .orElse(Text.of("", link.origin()));
    Files.Link made =
        new Files.Link(
            path(link),
            target,
            link.yes("hard"),
            link.yes("overwrite"),
            access(link),
            link.origin());
    link.noteRest();
    return made;
  }

  /** Spreads a folder of the project into files, 0755 where they are executable, else 0644. */
  private void tree(BlockReader tree) {
    Text root = path(tree);
    Files.Access access = access(tree);
    Optional<Traced<Integer>> fileMode = tree.mode("file-mode");
    Optional<Traced<Integer>> dirMode = tree.mode("dir-mode");
    Optional<Value> contents = tree.value("contents");
    tree.noteRest();
    if (contents.isEmpty() || !(contents.get() instanceof Value.From from)) {
      return;
    }
    String folder = Layers.Words.of(from.path());
    Origin origin = Origin.written(from.span());
    TreeSet<String> folders = new TreeSet<>();
    for (FileSource.Item item : tree.evaluation().files().list(folder, from.span())) {
      for (int i = item.path().indexOf('/'); i >= 0; i = item.path().indexOf('/', i + 1)) {
        folders.add(item.path().substring(0, i));
      }
      Text content = tree.evaluation().files().text(folder + "/" + item.path(), from.span());
      Traced<Integer> mode = fileMode.orElse(new Traced<>(item.executable() ? 0755 : 0644, origin));
      files.add(
          new Files.RegularFile(
              below(root, item.path()),
              Optional.of(new Content.Inline(content)),
              List.of(),
              new Files.Access(Optional.of(mode), access.user(), access.group()),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              origin));
    }
    if (dirMode.isPresent() || access.user().isPresent() || access.group().isPresent()) {
      Files.Access ofFolders = new Files.Access(dirMode, access.user(), access.group());
      directories.add(new Files.Directory(root, ofFolders, Optional.empty(), origin));
      folders.forEach(
          f ->
              directories.add(
                  new Files.Directory(below(root, f), ofFolders, Optional.empty(), origin)));
    }
  }

  private static Text below(Text root, String path) {
    String slash = root.plain().endsWith("/") ? "" : "/";
    return root.plus(Text.of(slash + path, root.origin()));
  }

  private static Text path(BlockReader block) {
    return block
        .block()
        .item
        .map(i -> block.evaluation().text(i.first()))
        .orElse(Text.of(block.block().name, block.origin()));
  }

  private static Files.Access access(BlockReader block) {
    return new Files.Access(block.mode("mode"), block.text("user"), block.text("group"));
  }
}
