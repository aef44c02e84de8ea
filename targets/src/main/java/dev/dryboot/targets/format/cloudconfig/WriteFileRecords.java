package dev.dryboot.targets.format.cloudconfig;

import dev.dryboot.simulator.cloudinit.CloudConfig.WriteFile;
import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.ignition.DataUrl;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.targets.format.tree.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Makes records of write_files, and decodes the contents. */
final class WriteFileRecords {
  private WriteFileRecords() {}

  static WriteFile file(Fields fields, List<Diagnostic> found) {
    return new WriteFile(
        fields.required("path"),
        content(fields, found),
        fields.child("source").text("uri"),
        fields.text("owner"),
        mode(fields, found),
        fields.is("append"),
        fields.is("defer"),
        fields.at());
  }

  static Located<String> content(Fields fields, List<Diagnostic> found) {
    Located<String> content = fields.required("content");
    String encoding =
        fields.plain("encoding").orElse("").toLowerCase(java.util.Locale.ROOT).strip();
    boolean base64 = encoding.contains("b64") || encoding.contains("base64");
    boolean gzip = encoding.startsWith("gz");
    if (!base64 && !gzip) {
      return content;
    }
    Optional<byte[]> bytes =
        base64
            ? decode(content.value())
            : Optional.of(content.value().getBytes(StandardCharsets.ISO_8859_1));
    Optional<byte[]> plain = gzip ? bytes.flatMap(WriteFileRecords::unpack) : bytes;
    if (plain.isEmpty()) {
      found.add(
          Diagnostic.error(
                  CloudConfigRules.CONTENT,
                  content.at(),
                  "the content is not what encoding %s says".formatted(encoding))
              .why("cloud-init writes it as it stands, or nothing")
              .help("encode it anew, or take encoding away"));
      return content;
    }
    return new Located<>(new String(plain.get(), StandardCharsets.UTF_8), content.at());
  }

  private static Optional<byte[]> decode(String text) {
    try {
      return Optional.of(Base64.getMimeDecoder().decode(text.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> unpack(byte[] packed) {
    return DataUrl.gunzip(packed) instanceof DataUrl.Contents.Bytes bytes
        ? Optional.of(bytes.bytes())
        : Optional.empty();
  }

  private static Optional<Located<Integer>> mode(Fields fields, List<Diagnostic> found) {
    Optional<Located<String>> written = fields.text("permissions");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    String digits = written.get().value().replaceFirst("^0o?", "");
    if (digits.isEmpty() || digits.matches("[0-7]{1,4}")) {
      return Optional.of(
          new Located<>(digits.isEmpty() ? 0 : Integer.parseInt(digits, 8), written.get().at()));
    }
    found.add(
        Diagnostic.warning(
                CloudConfigRules.PERMISSIONS,
                written.get().at(),
                "%s is not a mode in octal digits".formatted(written.get().value()))
            .why("cloud-init writes the file with mode 0644 instead")
            .help("write '0644' or the like"));
    return Optional.empty();
  }

  /** write_files comes before users_groups: an owner that is made there is not known yet. */
  static void owners(List<WriteFile> files, Fields root, List<Diagnostic> found) {
    List<String> made =
        root.children("users").stream().flatMap(u -> u.plain("name").stream()).toList();
    for (WriteFile file : files) {
      String owner = file.owner().map(o -> o.value().split(":", 2)[0]).orElse("root");
      if (!file.defer() && made.contains(owner)) {
        found.add(
            Diagnostic.error(
                    CloudConfigRules.OWNER_TOO_EARLY,
                    file.owner().orElseThrow().at(),
                    "%s is not there yet when this file is written".formatted(owner))
                .why(
                    "write_files comes before users: the module fails, and later files are not"
                        + " written")
                .help("add defer: true to the file"));
      }
    }
  }
}
