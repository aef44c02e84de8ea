package dev.dryboot.examples;

import static dev.dryboot.examples.BadInput.boot;
import static dev.dryboot.examples.BadInput.host;
import static dev.dryboot.examples.BadInput.hostText;
import static dev.dryboot.examples.BadInput.latin;
import static dev.dryboot.examples.BadInput.pipe;
import static dev.dryboot.examples.BadInput.sparse;
import static dev.dryboot.examples.BadInput.write;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** Files of the language that cannot be read, and files that they bring along. */
final class BadHosts {
  private BadHosts() {}

  static List<BadInput> all() {
    return Stream.of(text(), names(), imports(), brought(), bytes(), kinds())
        .flatMap(List::stream)
        .toList();
  }

  private static List<BadInput> text() {
    return List.of(
        host("a text that is not closed", "  hostname \"web", "DB002", "a.boot:3:12"),
        host(
            "a block of text that is not closed",
            "  file \"/etc/x\" {\n    contents \"\"\"\n      x\n  }",
            "DB002",
            "a.boot:4:14"),
        host("an unknown word", "  contaner db { image \"x\" }", "DB019", "a.boot:3:3"),
        host(
            "a wrong unit",
            "  disk d { device \"/dev/vdb\" partition p { size 20GB } }",
            "DB023",
            "a.boot:3:51"),
        host(
            "a number without end",
            "  user u { uid " + "9".repeat(5000) + " }",
            "DB024",
            "a.boot:3:16"),
        host(
            "a size that no disk has",
            "  swap s { path \"/var/swap\" size 99999999999999999999GiB }",
            "DB024",
            "a.boot:3:"),
        host("a NUL", "  hostname \0", "DB006", "a.boot:3:12"),
        host("a NUL in a text", "  hostname \"a\0b\"", "DB006", "a.boot:3:14"),
        boot(
            "blocks in blocks, 10,000 deep",
            in -> write(in, "a.boot", "host web {" + " x {".repeat(10_000) + "}".repeat(10_001)),
            "DB013",
            "a.boot:1:"),
        boot(
            "blocks in blocks, 10,000 deep and never closed",
            in -> write(in, "a.boot", "host web {" + " x {".repeat(10_000)),
            "DB0",
            "a.boot:1:"),
        boot(
            "a line of a million letters",
            in -> write(in, "a.boot", hostText("  hostname " + "x".repeat(1_000_000) + " \"")),
            "DB002",
            "a.boot:3:"));
  }

  private static List<BadInput> names() {
    return List.of(
        host(
            "a reference to nothing",
            "  container web { image \"nginx\"  after databse }",
            "DB018",
            "a.boot:3:40"),
        boot(
            "two hosts of one name",
            in -> write(in, "a.boot", hostText("") + hostText("")),
            "DB017",
            "a.boot:5:6"),
        boot(
            "two hosts of one name in two files",
            in -> {
              write(in, "a.boot", "import \"b.boot\"\n" + hostText(""));
              write(in, "b.boot", hostText(""));
            },
            "DB017",
            "a.boot:2:6"),
        boot("an empty file", in -> write(in, "a.boot", ""), "IO010", "a.boot:1:1"),
        boot("a file of comments", in -> write(in, "a.boot", "# later\n"), "IO010", "a.boot:1:1"),
        boot(
            "profiles that use each other",
            in ->
                write(
                    in,
                    "a.boot",
                    "profile a uses b { }\nprofile b uses a { }\nhost web uses a {\n"
                        + "  targets ubuntu 24.04\n}\n"),
            "DB028",
            "a.boot:"));
  }

  private static List<BadInput> imports() {
    return List.of(
        boot(
            "an import of nothing",
            in -> write(in, "a.boot", "import \"base.boot\"\n" + hostText("")),
            "DB014",
            "a.boot:1:8"),
        boot(
            "imports that go in a circle",
            in -> {
              write(in, "a.boot", "import \"b.boot\"\n" + hostText(""));
              write(in, "b.boot", "import \"a.boot\"\n");
            },
            "DB016",
            "b.boot:1:8"),
        boot(
            "an import of itself",
            in -> write(in, "a.boot", "import \"a.boot\"\n" + hostText("")),
            "DB016",
            "a.boot:1:8"),
        boot(
            "an import from outside",
            in -> {
              write(in, "../base.boot", "");
              write(in, "a.boot", "import \"../base.boot\"\n" + hostText(""));
            },
            "DB015",
            "a.boot:1:8"),
        boot(
            "an import by an absolute path",
            in -> write(in, "a.boot", "import \"/etc/passwd\"\n" + hostText("")),
            "DB015",
            "a.boot:1:8"),
        boot(
            "an import of a folder",
            in -> {
              Files.createDirectory(in.resolve("base.boot"));
              write(in, "a.boot", "import \"base.boot\"\n" + hostText(""));
            },
            "DB014",
            "a.boot:1:8"),
        boot(
            "an import of a pipe",
            in -> {
              pipe(in, "base.boot");
              write(in, "a.boot", "import \"base.boot\"\n" + hostText(""));
            },
            "DB014",
            "a.boot:1:8"),
        boot(
            "an import of 50 MB",
            in -> {
              sparse(in, "base.boot", 50L << 20);
              write(in, "a.boot", "import \"base.boot\"\n" + hostText(""));
            },
            "DB012",
            "a.boot:1:8"),
        boot(
            "an import with a NUL in its path",
            in -> write(in, "a.boot", "import \"b\\u{0}.boot\"\n" + hostText("")),
            "DB0",
            "a.boot:1:"));
  }

  private static List<BadInput> brought() {
    String brings = "  file \"/etc/x\" { contents from \"%s\" }";
    return List.of(
        host("a file outside", brings.formatted("../secret"), "DB108", "a.boot:3:"),
        host("a file by an absolute path", brings.formatted("/etc/passwd"), "DB108", "a.boot:3:"),
        boot(
            "a file behind a link that leads out",
            in -> {
              write(in, "../secret", "x");
              Files.createSymbolicLink(in.resolve("inside"), in.resolve("../secret"));
              write(in, "a.boot", hostText(brings.formatted("inside")));
            },
            "DB108",
            "a.boot:3:"),
        boot(
            "a file behind a link to itself",
            in -> {
              Files.createSymbolicLink(in.resolve("loop"), in.resolve("loop"));
              write(in, "a.boot", hostText(brings.formatted("loop")));
            },
            "DB108",
            "a.boot:3:"),
        boot(
            "a file that is a pipe",
            in -> {
              pipe(in, "pipe");
              write(in, "a.boot", hostText(brings.formatted("pipe")));
            },
            "DB108",
            "a.boot:3:"),
        boot(
            "a file that is a folder",
            in -> {
              Files.createDirectory(in.resolve("folder"));
              write(in, "a.boot", hostText(brings.formatted("folder")));
            },
            "DB108",
            "a.boot:3:"),
        boot(
            "a file of 50 MB",
            in -> {
              sparse(in, "large", 50L << 20);
              write(in, "a.boot", hostText(brings.formatted("large")));
            },
            "DB108",
            "a.boot:3:"),
        host("a tree outside", "  tree \"/srv\" { contents from \"../x\" }", "DB108", "a.boot:3:"),
        boot(
            "a tree that is a pipe",
            in -> {
              pipe(in, "pipe");
              write(in, "a.boot", hostText("  tree \"/srv\" { contents from \"pipe\" }"));
            },
            "DB108",
            "a.boot:3:"));
  }

  private static List<BadInput> bytes() {
    return List.of(
        boot(
            "bytes that are not UTF-8",
            in -> write(in, "a.boot", latin(hostText("  hostname \"w\u00e9b\""))),
            "DB011",
            "a.boot:3:14"),
        boot(
            "UTF-16",
            in -> write(in, "a.boot", hostText("").getBytes(StandardCharsets.UTF_16)),
            "DB011",
            "a.boot:1:1"),
        boot("a packed file", in -> write(in, "a.boot", BadInput.gzipped(1)), "DB011", "a.boot:1:"),
        boot("50 MB", in -> sparse(in, "a.boot", 50L << 20), "IO002", "a.boot:1:1"),
        boot("5 MB", in -> sparse(in, "a.boot", 5L << 20), "DB012", "a.boot:1:1"),
        boot(
            "three megabytes of mistakes",
            in -> write(in, "a.boot", "host { ".repeat(400_000)),
            "DB0",
            "a.boot:1:"));
  }

  private static List<BadInput> kinds() {
    return List.of(
        boot("no file", in -> {}, "IO001", "a.boot:1:1"),
        boot("a pipe", in -> pipe(in, "a.boot"), "IO001", "a.boot:1:1"),
        boot(
            "a link to a device",
            in ->
                Files.createSymbolicLink(in.resolve("a.boot"), java.nio.file.Path.of("/dev/zero")),
            "IO0",
            "a.boot:1:1"),
        boot(
            "a link to itself",
            in -> Files.createSymbolicLink(in.resolve("a.boot"), in.resolve("a.boot")),
            "IO001",
            "a.boot:1:1"),
        boot(
            "a link that leads nowhere",
            in -> Files.createSymbolicLink(in.resolve("a.boot"), in.resolve("gone")),
            "IO001",
            "a.boot:1:1"),
        BadInput.document(
            "a folder that is called like a file",
            "a.boot",
            "ubuntu",
            in -> Files.createDirectory(in.resolve("a.boot")),
            "IO005",
            "a.boot:1:1"));
  }
}
