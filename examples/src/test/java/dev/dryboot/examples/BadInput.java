package dev.dryboot.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Something that cannot be read, and what has to be said about it.
 *
 * @param commands all that read it
 * @param place how the place begins that the finding names: {@code file:line:column}
 */
record BadInput(String name, Making make, List<List<String>> commands, String code, String place) {

  /** Puts the files of a case into a project's folder. */
  interface Making {
    void in(Path project) throws IOException;
  }

  /** More than anyone reads; a bad file is not shown whole. */
  int mostOutput() {
    return 200_000;
  }

  /** A host in {@code a.boot}, whose body is {@code body}, from the third line on. */
  static BadInput host(String name, String body, String code, String place) {
    return boot(name, in -> write(in, "a.boot", hostText(body)), code, place);
  }

  static String hostText(String body) {
    return "host web {\n  targets fedora-coreos\n" + body + "\n}\n";
  }

  /** A case about {@code a.boot}. */
  static BadInput boot(String name, Making make, String code, String place) {
    return new BadInput(
        name,
        make,
        List.of(
            List.of("check", "a.boot"),
            List.of("compile", "a.boot", "-o", "out"),
            List.of("boot", "a.boot")),
        code,
        place);
  }

  /** A hand-written document {@code file} for {@code os}. */
  static BadInput document(
      String name, String file, String os, Making make, String code, String place) {
    return new BadInput(
        name,
        make,
        List.of(List.of("check", file), List.of("boot", file, "--os", os)),
        code,
        place);
  }

  static BadInput ignition(String name, String text, String code, String place) {
    return document(
        name, "a.ign", "fedora-coreos", in -> write(in, "a.ign", text), code, "a.ign:" + place);
  }

  static BadInput cloudConfig(String name, String text, String code, String place) {
    String whole = "#cloud-config\n" + text;
    return document(
        name, "a.yaml", "ubuntu", in -> write(in, "a.yaml", whole), code, "a.yaml:" + place);
  }

  static BadInput rancher(String name, String text, String code, String place) {
    String whole = "#cloud-config\nrancher: {}\n" + text;
    return document(
        name, "a.yml", "rancheros", in -> write(in, "a.yml", whole), code, "a.yml:" + place);
  }

  static void write(Path project, String file, String text) throws IOException {
    Path path = project.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    Files.writeString(path, text);
  }

  static void write(Path project, String file, byte[] bytes) throws IOException {
    Files.write(project.resolve(file), bytes);
  }

  /** A pipe that nobody writes to: who opens it to read waits for ever. */
  static void pipe(Path project, String file) throws IOException {
    try {
      new ProcessBuilder("mkfifo", project.resolve(file).toString()).start().waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file of {@code bytes} that takes no room on the disk. */
  static void sparse(Path project, String file, long bytes) throws IOException {
    try (var made = new java.io.RandomAccessFile(project.resolve(file).toFile(), "rw")) {
      made.setLength(bytes);
    }
  }

  /** {@code megabytes} of zeros, packed: some thousandth of it. */
  static byte[] gzipped(int megabytes) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes, 1 << 16)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < megabytes; i++) {
        gzip.write(zeros);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
