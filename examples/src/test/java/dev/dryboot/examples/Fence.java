package dev.dryboot.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A fenced example of a page.
 *
 * @param page from the project's folder, with slashes
 * @param heading the nearest heading above it
 * @param kind the first word behind the backticks
 * @param name the second word: a file's name; empty where there is none
 */
record Fence(String page, int line, String heading, String kind, String name, String text) {
  private static final Pattern OPENING = Pattern.compile("```(\\S*) ?(.*)");

  /** The fences of all pages that come with the project. */
  static List<Fence> all() throws IOException {
    List<Fence> all = new ArrayList<>();
    for (String page : pages()) {
      all.addAll(of(page));
    }
    return all;
  }

  /** All pages, from the project's folder. */
  static List<String> pages() throws IOException {
    List<String> pages = new ArrayList<>(List.of("README.md", "CONTRIBUTING.md"));
    try (Stream<Path> docs = Files.walk(Dryboot.ROOT.resolve("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md"))
          .map(file -> Dryboot.ROOT.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .forEach(pages::add);
    }
    return pages;
  }

  static List<Fence> of(String page) throws IOException {
    List<String> lines = Files.readAllLines(Dryboot.ROOT.resolve(page));
    List<Fence> fences = new ArrayList<>();
    String heading = "";
    for (int i = 0; i < lines.size(); i++) {
      Matcher opening = OPENING.matcher(lines.get(i));
      if (lines.get(i).startsWith("#")) {
        heading = lines.get(i).replaceFirst("#+ *", "");
      } else if (opening.matches()) {
        int end = i + 1;
        while (!lines.get(end).equals("```")) {
          end++;
        }
        String text = String.join("\n", lines.subList(i + 1, end)) + "\n";
        fences.add(
            new Fence(page, i + 1, heading, opening.group(1), opening.group(2).strip(), text));
        i = end;
      }
    }
    return fences;
  }

  String place() {
    return page + ":" + line;
  }
}
