package dev.dryboot.examples;

import static dev.dryboot.examples.BadInput.cloudConfig;
import static dev.dryboot.examples.BadInput.document;
import static dev.dryboot.examples.BadInput.gzipped;
import static dev.dryboot.examples.BadInput.ignition;
import static dev.dryboot.examples.BadInput.pipe;
import static dev.dryboot.examples.BadInput.rancher;
import static dev.dryboot.examples.BadInput.sparse;
import static dev.dryboot.examples.BadInput.write;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Hand-written Ignition documents, cloud-configs and folders of units that cannot be read. */
final class BadArtifacts {
  private static final String VERSION = "{\"ignition\":{\"version\":\"3.4.0\"}";

  /** Megabytes that packed contents unpack to: more than is taken, whatever they hold. */
  private static final int BOMB = 200;

  private BadArtifacts() {}

  static List<BadInput> all() {
    return Stream.of(json(), ignitions(), cloudConfigs(), ranchers(), units(), folders())
        .flatMap(List::stream)
        .toList();
  }

  private static List<BadInput> json() {
    return List.of(
        ignition("JSON without its end", VERSION + ",\n\"storage\":{\"files\":[", "IG001", "2:"),
        ignition("JSON in the middle of a text", "{\"ignition\":{\"vers", "IG001", "1:"),
        ignition("JSON and more", VERSION + "}\nx", "IG001", "2:1"),
        ignition("JSON that is a list", "[]", "IG001", "1:1"),
        ignition("no JSON", "", "IG001", "1:1"),
        ignition("a key twice", VERSION + ",\n \"storage\":{},\n \"storage\":{}}", "IG002", "3:2"),
        ignition("lists in lists, 10,000 deep", "[".repeat(10_000), "IG003", "1:"),
        ignition(
            "objects in objects, 10,000 deep",
            "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
            "IG003",
            "1:"),
        ignition("a NUL", VERSION + ",\"storage\":\0}", "IG001", "1:"),
        ignition(
            "a number of 5,000 digits",
            VERSION
                + ",\"storage\":{\"files\":[{\"path\":\"/a\",\"mode\":"
                + "9".repeat(5000)
                + "}]}}",
            "IG003",
            "1:"),
        ignition(
            "a number with a large exponent",
            VERSION + ",\"storage\":{\"files\":[{\"path\":\"/a\",\"mode\":1e999999999}]}}",
            "IG005",
            "1:"),
        document(
            "JSON that is not UTF-8",
            "a.ign",
            "fedora-coreos",
            in -> write(in, "a.ign", BadInput.latin(VERSION + ",\"\u00e9\":1}")),
            "DB011",
            "a.ign:1:"),
        document(
            "JSON of 50 MB",
            "a.ign",
            "fedora-coreos",
            in -> sparse(in, "a.ign", 50L << 20),
            "IO002",
            "a.ign:1:1"),
        document(
            "JSON from a pipe",
            "a.ign",
            "fedora-coreos",
            in -> pipe(in, "a.ign"),
            "IO001",
            "a.ign:1:1"));
  }

  private static List<BadInput> ignitions() {
    return List.of(
        version("of the future", "\"9.9.0\""),
        version("of the past", "\"2.3.0\""),
        version("in preparation", "\"3.6.0-experimental\""),
        version("with a number too large", "\"3.99999999999999999999.0\""),
        ignition("a version that is a number", "{\"ignition\":{\"version\":3}}", "IG004", "1:24"),
        ignition("no version", "{\"ignition\":{}}", "IG004", "1:"),
        ignition("nothing at all in it", "{}", "IG004", "1:"),
        ignition(
            "a compressed file that becomes 200 MB",
            VERSION
                + ",\"storage\":{\"files\":[{\"path\":\"/a\",\"contents\":{\"compression\":\"gzip\","
                + "\"source\":\"data:;base64,"
                + base64(gzipped(BOMB))
                + "\"}}]}}",
            "IG012",
            "1:"),
        ignition(
            "a compressed file that is none",
            VERSION
                + ",\"storage\":{\"files\":[{\"path\":\"/a\",\"contents\":{\"compression\":\"gzip\","
                + "\"source\":\"data:,abc\"}}]}}",
            "IG012",
            "1:"),
        ignition("a config in a config, 12 deep", nested(12), "IG026", "1:"),
        ignition("a config in a config that is cut off", merging("{\"ign"), "IG001", ""),
        ignition(
            "a path with a NUL",
            VERSION + ",\"storage\":{\"files\":[{\"path\":\"/a\\u0000b\"}]}}",
            "IG009",
            "1:"));
  }

  private static BadInput version(String name, String version) {
    return ignition(
        "a version " + name, "{\"ignition\":{\"version\":" + version + "}}", "IG004", "1:24");
  }

  private static String merging(String config) {
    return "{\"ignition\":{\"version\":\"3.4.0\",\"config\":{\"merge\":[{\"source\":\"data:;base64,"
        + base64(config.getBytes(StandardCharsets.UTF_8))
        + "\"}]}}}";
  }

  private static String nested(int depth) {
    return depth == 0 ? VERSION + "}" : merging(nested(depth - 1));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static List<BadInput> cloudConfigs() {
    return List.of(
        cloudConfig("YAML with a tab", "users:\n\t- a\n", "CI001", "3:1"),
        cloudConfig("YAML with an open quote", "hostname: \"a\n", "CI001", "2:11"),
        cloudConfig("YAML with an open bracket", "packages: [a, b\n", "CI001", "2:"),
        cloudConfig("YAML that is a list", "- a\n", "CI001", "2:1"),
        cloudConfig("YAML with an alias of nothing", "packages: *a\n", "CI001", "2:11"),
        cloudConfig("a key twice in YAML", "hostname: a\nhostname: b\n", "CI002", "3:1"),
        cloudConfig("ten thousand brackets", "a: " + "[".repeat(10_000), "CI003", "2:"),
        cloudConfig("ten thousand levels of YAML", "a:\n" + Bombs.levels(3_000), "CI003", ""),
        cloudConfig("ten million laughs", Bombs.laughs("packages: ", "*"), "CI003", ""),
        cloudConfig("maps merged into maps", Bombs.merges(), "CI003", ""),
        cloudConfig("a NUL in YAML", "hostname: a\0b\n", "CI001", "2:"),
        cloudConfig(
            "a packed file of 200 MB",
            "write_files:\n- path: /a\n  encoding: gz+b64\n  content: " + base64(gzipped(BOMB)),
            "CI011",
            "5:"),
        cloudConfig(
            "a packed file that is none",
            "write_files:\n- path: /a\n  encoding: gz+b64\n  content: aGVsbG8=\n",
            "CI011",
            "5:"),
        document(
            "YAML that is not UTF-8",
            "a.yaml",
            "ubuntu",
            in -> write(in, "a.yaml", BadInput.latin("#cloud-config\nhostname: \u00e9\n")),
            "DB011",
            "a.yaml:2:11"),
        document(
            "user-data packed with gzip",
            "user-data",
            "ubuntu",
            in -> write(in, "user-data", gzipped(1)),
            "DB011",
            "user-data:1:"));
  }

  private static List<BadInput> ranchers() {
    return List.of(
        rancher("RancherOS: an open quote", "hostname: \"a\n", "RO001", "3:11"),
        rancher("RancherOS: a key twice", "hostname: a\nhostname: b\n", "RO002", "4:1"),
        rancher("RancherOS: ten million laughs", Bombs.laughs("runcmd: ", "*"), "RO003", ""),
        rancher("RancherOS: maps merged into maps", Bombs.merges(), "RO003", ""),
        rancher("RancherOS: ten thousand brackets", "a: " + "[".repeat(10_000), "RO003", "3:"),
        rancher("RancherOS: a text for a list", "ssh_authorized_keys: a\n", "RO006", "3:"));
  }

  private static BadInput folder(String name, BadInput.Making make, String code, String place) {
    return document(
        name,
        "units",
        "ubuntu",
        in -> {
          Files.createDirectory(in.resolve("units"));
          make.in(in);
        },
        code,
        place);
  }

  private static List<BadInput> units() {
    return List.of(
        folder(
            "a unit that is not UTF-8",
            in -> write(in, "units/a.service", BadInput.latin("[Unit]\nDescription=\u00e9\n")),
            "DB011",
            "units/a.service:2:13"),
        folder(
            "a unit of 50 MB",
            in -> sparse(in, "units/a.service", 50L << 20),
            "IO002",
            "units/a.service:1:1"),
        folder(
            "a unit behind a link that leads out",
            in -> {
              write(in, "../a.service", "[Service]\nExecStart=/bin/true\n");
              Files.createSymbolicLink(in.resolve("units/a.service"), in.resolve("../a.service"));
            },
            "IO004",
            "units/a.service:1:1"));
  }

  private static List<BadInput> folders() {
    return List.of(
        folder("a folder without units", in -> {}, "IO005", "units:1:1"),
        folder(
            "a folder whose unit is a pipe",
            in -> pipe(in, "units/a.service"),
            "IO001",
            "units/a.service:1:1"),
        folder(
            "a folder with nothing but a circle of links",
            in -> Files.createSymbolicLink(in.resolve("units/loop"), in.resolve("units")),
            "IO005",
            "units:1:1"),
        new BadInput(
            "nothing that anyone knows",
            in -> write(in, "letter.txt", "Dear Sir or Madam\n"),
            List.of(List.of("check", "letter.txt")),
            "IO005",
            "letter.txt:1:1"),
        new BadInput(
            "user-data of no kind",
            in -> write(in, "letter.txt", "Dear Sir or Madam\n"),
            List.of(
                List.of("check", "letter.txt", "--os", "ubuntu"),
                List.of("boot", "letter.txt", "--os", "ubuntu")),
            "CI004",
            "letter.txt:1:1"),
        document("no file there", "gone.yaml", "ubuntu", in -> {}, "IO001", "gone.yaml:1:1"),
        new BadInput(
            "an empty file of no kind",
            in -> write(in, "user-data", ""),
            List.of(List.of("check", "user-data")),
            "IO005",
            "user-data:1:1"),
        new BadInput(
            "empty user-data",
            in -> write(in, "user-data", ""),
            List.of(List.of("boot", "user-data", "--os", "ubuntu")),
            "CI004",
            "user-data:1:1"),
        new BadInput(
            "a file of the project above",
            in -> {
              write(in, "a.yaml", "#cloud-config\n");
              write(in, "../b.yaml", "#cloud-config\n");
            },
            List.of(
                List.of("check", "a.yaml", "../b.yaml"), List.of("boot", "a.yaml", "../b.yaml")),
            "IO004",
            "../b.yaml:1:1"));
  }
}
