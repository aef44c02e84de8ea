package dev.dryboot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays what a page shows of a terminal. {@code $ cat FILE} makes the file that it shows; {@code $
 * dryboot …} is run, and each line shown behind it has to be in its output, in their order; {@code
 * $ ls}, {@code touch}, {@code rm} and {@code cp} do what they do.
 */
record ConsoleSession(Path directory) {

  void run(Fence fence) throws IOException {
    List<String> lines = fence.text().lines().toList();
    for (int i = 0; i < lines.size(); ) {
      assertThat(lines.get(i)).describedAs(fence.place()).startsWith("$ ");
      int next = i + 1;
      List<String> shown = new ArrayList<>();
      while (next < lines.size() && !lines.get(next).startsWith("$ ")) {
        shown.add(lines.get(next++));
      }
      command(fence, lines.get(i).substring(2), shown);
      i = next;
    }
  }

  private void command(Fence fence, String line, List<String> shown) throws IOException {
    List<String> words = List.of(line.split(" +"));
    Path last = directory.resolve(words.getLast());
    switch (words.getFirst()) {
      case "dryboot", "./dryboot" -> dryboot(fence, words.subList(1, words.size()), shown);
      case "cat" -> {
        Files.createDirectories(last.resolveSibling("."));
        Files.writeString(last, String.join("\n", shown) + "\n");
      }
      case "truncate" -> shell(directory, line);
      case "touch" -> Files.createFile(last);
      case "rm" -> Files.delete(last);
      case "cp" -> {
        Path from = directory.resolve(words.get(1));
        Files.copy(from, directory.resolve(from.getFileName()));
      }
      case "ls" -> listed(words, shown);
      default -> throw new AssertionError(fence.place() + ": nobody plays " + line);
    }
  }

  /** Runs what a page shows of a shell. */
  static void shell(Path directory, String script) throws IOException {
    try {
      int code =
          new ProcessBuilder("/bin/sh", "-euc", script)
              .directory(directory.toFile())
              .inheritIO()
              .start()
              .waitFor();
      assertThat(code).describedAs(script).isZero();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a page says is there is put there. */
  private void listed(List<String> words, List<String> shown) throws IOException {
    Path folder =
        words.size() > 1 && !words.get(1).startsWith("-")
            ? directory.resolve(words.get(1))
            : directory;
    Files.createDirectories(folder);
    for (String name : String.join(" ", shown).strip().split("\\s+")) {
      Path file = folder.resolve(name);
      if (!name.isEmpty() && !name.startsWith(".") && !Files.exists(file)) {
        Files.writeString(file, content(name));
      }
    }
  }

  private static String content(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "ign" -> "{\"ignition\": {\"version\": \"3.4.0\"}}\n";
      case "boot" -> "host web { targets fedora-coreos }\n";
      case "service" -> "[Service]\nExecStart=/bin/true\n\n[Install]\nWantedBy=multi-user.target\n";
      default -> "";
    };
  }

  private void dryboot(Fence fence, List<String> arguments, List<String> shown) throws IOException {
    Dryboot run = Dryboot.run(directory, arguments);
    assertThat(run.code()).describedAs("%s %s", fence.place(), run.all()).isNotEqualTo(70);
    int from = 0;
    String here = directory.toRealPath().toString();
    List<String> real = run.all().replace(here, "/home/anna/project").lines().toList();
    for (String line : shown) {
      int at = from;
      while (at < real.size() && !real.get(at).equals(line)) {
        at++;
      }
      assertThat(at)
          .describedAs("%s: dryboot %s shows «%s»:%n%s", fence.place(), arguments, line, run.all())
          .isLessThan(real.size());
      from = at + 1;
    }
  }
}
