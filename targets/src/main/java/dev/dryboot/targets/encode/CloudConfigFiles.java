package dev.dryboot.targets.encode;

import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.model.Content;
import dev.dryboot.compiler.model.Files;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.plan.Notes;
import dev.dryboot.compiler.plan.Plan;
import dev.dryboot.source.Origin;
import java.util.Base64;
import java.util.List;

/**
 * {@code write_files}, and what it cannot do as commands: directories, links, files that are
 * fetched.
 */
public final class CloudConfigFiles {
  private final HostModel host;
  private final Notes notes;
  private final boolean defers;
  private final List<String> fetch;
  private final Node.Items commands;

  /**
   * Makes one.
   *
   * @param defers whether files can wait for their owner to be made
   * @param fetch the words of a command that fetches, before the path and the URL
   * @param commands where commands are put
   */
  public CloudConfigFiles(
      HostModel host, Notes notes, boolean defers, List<String> fetch, Node.Items commands) {
    this.host = host;
    this.notes = notes;
    this.defers = defers;
    this.fetch = fetch;
    this.commands = commands;
  }

  /** The items of {@code write_files}. */
  public Node.Items encode(Plan plan, Origin built) {
    Node.Items items = new Node.Items(built);
    for (Files.Directory directory : plan.directories()) {
      directory(directory);
    }
    for (Files.RegularFile file : plan.files()) {
      file(file, items);
    }
    plan.links().forEach(this::link);
    return items;
  }

  private void file(Files.RegularFile file, Node.Items items) {
    if (file.contents().orElse(null) instanceof Content.Remote remote) {
      fetched(file, remote);
    } else {
      Text text =
          file.contents().isPresent() && file.contents().get() instanceof Content.Inline inline
              ? inline.text()
              : Text.of("", file.origin());
      if (file.contents().isPresent() || file.append().isEmpty()) {
        items.add(item(file, text, false));
      }
    }
    for (Content content : file.append()) {
      if (content instanceof Content.Inline inline) {
        items.add(item(file, inline.text(), true));
      }
    }
  }

  private Node item(Files.RegularFile file, Text text, boolean append) {
    Node.Fields node = new Node.Fields(file.origin()).put("path", Leaves.text(file.path()));
    file.access()
        .mode()
        .ifPresent(
            m -> node.put("permissions", Node.of(String.format("%04o", m.value()), m.origin())));
    String owner = owner(file.access());
    if (!owner.isEmpty()) {
      Origin origin =
          file.access()
              .user()
              .or(() -> file.access().group())
              .map(Text::origin)
              .orElse(file.origin());
      node.put("owner", Node.of(owner, origin));
      if (defers && isMade(file.access())) {
        node.put("defer", Node.of(true, origin.because("its owner is made after other files")));
      }
    }
    if (append) {
      node.put("append", Node.of(true, text.origin()));
    }
    if (text.isBinary()) {
      node.put("encoding", Node.of("b64", text.origin()));
      String base64 = Base64.getEncoder().encodeToString(text.bytes());
      return node.put("content", Node.of(base64, text.origin()));
    }
    file.encoding().ifPresent(e -> node.put("encoding", Leaves.text(e)));
    return node.put("content", content(text));
  }

  /** The characters with the origins of their parts. */
  private static Node content(Text text) {
    return Node.of(Leaves.source("", text), text.origin());
  }

  private static String owner(Files.Access access) {
    String user = access.user().map(Text::plain).orElse("");
    String group = access.group().map(Text::plain).orElse("");
    return user.isEmpty() && group.isEmpty()
        ? ""
        : (user.isEmpty() ? "root" : user) + (group.isEmpty() ? "" : ":" + group);
  }

  private boolean isMade(Files.Access access) {
    String user = access.user().map(Text::plain).orElse("");
    String group = access.group().map(Text::plain).orElse("");
    return host.people().users().stream().anyMatch(u -> u.name().value().equals(user))
        || host.people().groups().stream().anyMatch(g -> g.name().value().equals(group));
  }

  private void fetched(Files.RegularFile file, Content.Remote remote) {
    Origin origin = remote.origin();
    String path = file.path().plain();
    Node.Items words = new Node.Items(origin);
    fetch.forEach(w -> words.add(Node.of(w, origin)));
    commands.add(words.add(Node.of(path, origin)).add(Leaves.text(remote.url())));
    file.sha256()
        .ifPresent(
            hash ->
                commands.add(
                    Node.of(
                        "echo '%s  %s' | sha256sum --check || rm -f %s"
                            .formatted(hash.plain(), path, path)
                            .replace("--check", "-c"),
                        hash.origin())));
    access(path, file.access(), origin);
    notes.lowered(origin, "files from URLs", "a command fetches them when the network is up");
  }

  private void access(String path, Files.Access access, Origin origin) {
    access
        .mode()
        .ifPresent(m -> command(m.origin(), "chmod", String.format("%04o", m.value()), path));
    String owner = owner(access);
    if (!owner.isEmpty()) {
      command(origin, "chown", owner, path);
    }
  }

  private void directory(Files.Directory directory) {
    String path = directory.path().plain();
    command(directory.origin(), "mkdir", "-p", path);
    access(path, directory.access(), directory.origin());
    notes.lowered(directory.origin(), "directories", "a command makes them");
  }

  private void link(Files.Link link) {
    boolean hard = link.hard().map(h -> h.value()).orElse(false);
    command(link.origin(), "ln", hard ? "-fn" : "-sfn", link.target().plain(), link.path().plain());
    notes.lowered(link.origin(), "links", "a command makes them");
  }

  private void command(Origin origin, String... words) {
    Node.Items items = new Node.Items(origin);
    for (String word : words) {
      items.add(Node.of(word, origin));
    }
    commands.add(items);
  }
}
