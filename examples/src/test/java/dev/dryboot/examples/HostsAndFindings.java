package dev.dryboot.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file of small hosts, each with all that is said about it in lines that begin with {@code --};
 * it is rewritten by {@code -Dgolden=update}.
 */
record HostsAndFindings(Path file) {

  /** A host, and the lines that tell what is found. */
  record Case(String name, String text, List<String> findings) {
    private String written(List<String> found) {
      return "== "
          + name
          + "\n"
          + text
          + String.join("", found.stream().map(f -> "-- " + f + "\n").toList());
    }
  }

  /** Runs a host, and tells what is found. */
  interface Judge {
    List<String> found(Case host) throws IOException;
  }

  static HostsAndFindings named(String name) {
    return new HostsAndFindings(
        Dryboot.ROOT.resolve("examples/src/test/resources/dev/dryboot/examples").resolve(name));
  }

  List<Case> cases() throws IOException {
    List<Case> all = new ArrayList<>();
    for (String part : Files.readString(file).split("(?m)^== ")) {
      List<String> lines = part.stripTrailing().lines().toList();
      if (!lines.isEmpty() && !lines.getFirst().startsWith("#")) {
        List<String> text =
            lines.stream().skip(1).takeWhile(line -> !line.startsWith("-- ")).toList();
        List<String> findings =
            lines.stream()
                .filter(line -> line.startsWith("-- "))
                .map(line -> line.substring(3))
                .toList();
        all.add(new Case(lines.getFirst(), String.join("\n", text) + "\n", findings));
      }
    }
    return all;
  }

  void update(Judge judge) throws IOException {
    var out = new StringBuilder(head());
    for (Case host : cases()) {
      out.append(host.written(judge.found(host))).append('\n');
    }
    Files.writeString(file, out.toString().stripTrailing() + "\n");
  }

  private String head() throws IOException {
    return Files.readAllLines(file).stream()
        .takeWhile(line -> !line.startsWith("== "))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** The findings of a report in JSON: {@code line:column code message // help}. */
  static List<String> lines(String report) throws IOException {
    List<String> found = new ArrayList<>();
    for (JsonNode finding : new ObjectMapper().readTree(report).get("findings")) {
      JsonNode place = finding.get("place");
      String help = finding.path("help").asText();
      found.add(
          "%s %s %s%s"
              .formatted(
                  place == null || place.isNull()
                      ? "-"
                      : place.get("line").asInt() + ":" + place.get("column").asInt(),
                  finding.get("code").asText(),
                  finding.get("message").asText(),
                  help.isEmpty() ? "" : " // " + help));
    }
    return found;
  }
}
