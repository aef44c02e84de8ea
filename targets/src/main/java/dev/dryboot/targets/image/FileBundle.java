package dev.dryboot.targets.image;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Many small files in one text, as base images are written. A line {@code === PATH [MODE]} begins a
 * file, {@code === PATH/} is a directory and {@code === PATH -> TARGET} a symbolic link; what comes
 * before the first such line is a comment.
 */
public record FileBundle(Map<String, FileNode> files) {
  private static final String MARK = "=== ";

  public FileBundle {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /** The bundle in a resource beside {@code owner}. */
  public static FileBundle resource(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name + " beside " + owner.getName());
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + name, e);
    }
  }

  /** Reads a bundle from its text. */
  public static FileBundle parse(String text) {
    var files = new LinkedHashMap<String, FileNode>();
    int at = text.startsWith(MARK) ? 0 : text.indexOf("\n" + MARK) + 1;
    while (text.startsWith(MARK, at)) {
      int lineEnd = text.indexOf('\n', at);
      int next = text.indexOf("\n" + MARK, lineEnd - 1);
      int end = next < 0 ? text.length() : next + 1;
      String head = text.substring(at + MARK.length(), lineEnd);
      add(files, head, text.substring(Math.min(lineEnd + 1, end), end));
      at = end;
    }
    return new FileBundle(files);
  }

  private static void add(Map<String, FileNode> files, String head, String content) {
    int arrow = head.indexOf(" -> ");
    if (arrow > 0) {
      String path = head.substring(0, arrow);
      files.put(
          path, new FileNode.SymbolicLink(head.substring(arrow + 4), SourceText.of(path, head)));
      return;
    }
    if (head.endsWith("/")) {
      files.put(head.substring(0, head.length() - 1), new FileNode.Directory());
      return;
    }
    int blank = head.indexOf(' ');
    String path = blank < 0 ? head : head.substring(0, blank);
    int mode = blank < 0 ? 0644 : Integer.parseInt(head.substring(blank + 1), 8);
    files.put(path, new FileNode.Regular(SourceText.of(path, content), mode, "root", "root"));
  }

  /** Puts everything into a tree, over what is there. */
  public void into(FileTree tree) {
    files.forEach(tree::put);
  }

  /** Both; where they have the same path, the other's file is taken. */
  public FileBundle and(FileBundle other) {
    var all = new LinkedHashMap<>(files);
    all.putAll(other.files);
    return new FileBundle(all);
  }
}
