package dev.dryboot.targets.format.cloudconfig;

import dev.dryboot.simulator.cloudinit.CloudConfig;
import dev.dryboot.simulator.cloudinit.UserData;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import dev.dryboot.targets.format.schema.IssueReport;
import dev.dryboot.targets.format.schema.KeyTable;
import dev.dryboot.targets.format.tree.Fields;
import dev.dryboot.targets.format.tree.Node;
import dev.dryboot.targets.format.yaml.YamlDialect;
import dev.dryboot.targets.format.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads user-data of every kind that cloud-init knows by its first line. */
public final class UserDataReader {
  private static final int MAX_PARTS = 100;
  private static final KeyTable KEYS = KeyTable.load(UserDataReader.class, "keys.json");
  private static final IssueReport ISSUES =
      new IssueReport(
          CloudConfigRules.UNKNOWN_KEY,
          CloudConfigRules.MISSING_KEY,
          CloudConfigRules.TYPE,
          CloudConfigRules.VALUE,
          CloudConfigRules.DEPRECATED,
          "cloud-init logs it and goes on: what it says may not happen");

  private final List<Diagnostic> found = new ArrayList<>();
  private final List<Node.Entry> entries = new ArrayList<>();
  private final List<SourceText> boothooks = new ArrayList<>();
  private final List<SourceText> scripts = new ArrayList<>();
  private final List<UserData.Noted> noted = new ArrayList<>();
  private final SourceText text;
  private int parts;

  private UserDataReader(SourceText text) {
    this.text = text;
  }

  /** The user-data in {@code text}; none where nothing of it can be used. */
  public static Outcome<UserData> read(SourceText text) {
    UserDataReader reader = new UserDataReader(text);
    boolean usable = reader.part(text);
    Fields root = Fields.of(new Node.Mapping(reader.entries, text.whole()));
    ModulesNotRun.check(root, reader.found);
    CloudConfig config = CloudConfigRecords.config(root, reader.found);
    Report report = new Report(reader.found);
    return usable
        ? Outcome.of(
            new UserData(config, reader.boothooks, reader.scripts, Optional.empty(), reader.noted),
            report)
        : Outcome.failed(report);
  }

  /** Reads one part by its first line; says whether it can be used. */
  private boolean part(SourceText part) {
    if (++parts > MAX_PARTS) {
      found.add(
          Diagnostic.error(
              CloudConfigRules.TOO_LARGE, part.span(0, 0), "the user-data has over 100 parts"));
      return false;
    }
    String all = part.text();
    String first = all.lines().findFirst().orElse("").strip();
    Span at = part.span(0, Math.min(all.length(), first.length()));
    if (first.equals("#cloud-config") || first.matches("#cloud-config\\s.*")) {
      return config(part);
    }
    if (first.startsWith("#!")) {
      scripts.add(part);
      return true;
    }
    if (first.startsWith("#cloud-boothook")) {
      boothooks.add(part);
      return true;
    }
    if (first.startsWith("#cloud-config-archive")) {
      return archive(part);
    }
    if (MimeParts.isMime(all)) {
      return mime(part);
    }
    return other(first, at, all);
  }

  private boolean other(String first, Span at, String all) {
    String what =
        first.startsWith("#include")
            ? "the URLs after " + first
            : first.startsWith("## template:")
                ? "a template that cloud-init renders"
                : first.startsWith("#part-handler") ? "a part handler" : "";
    if (!what.isEmpty()) {
      noted.add(new UserData.Noted(what, at));
      found.add(
          Diagnostic.note(
                  CloudConfigRules.NOT_ACTED_ON, at, what + " cannot be followed in a simulation")
              .why("what comes of it is neither checked nor simulated"));
      return true;
    }
    boolean packed = all.startsWith("\u001f");
    found.add(
        Diagnostic.error(
                CloudConfigRules.KIND,
                at,
                packed
                    ? "the user-data is packed with gzip"
                    : all.isBlank()
                        ? "the user-data is empty"
                        : "the first line does not say what kind of user-data this is")
            .why("cloud-init ignores user-data whose kind it does not know")
            .help(
                packed
                    ? "unpack it first"
                    : "a cloud-config begins with the line #cloud-config, a script with #!"));
    return false;
  }

  private boolean config(SourceText part) {
    Outcome<Node> read = YamlReader.read(part, CloudConfigRules.TREE, YamlDialect.PYYAML);
    found.addAll(read.report().diagnostics());
    if (read.value().isEmpty()) {
      return false;
    }
    switch (read.value().get()) {
      case Node.Mapping mapping -> {
        found.addAll(ISSUES.of(KEYS.check(mapping)));
        // The merger's default: what an earlier part says stays.
        for (Node.Entry entry : mapping.entries()) {
          if (part == text || entries.stream().noneMatch(e -> e.name().equals(entry.name()))) {
            entries.add(entry);
          }
        }
        return true;
      }
      case Node.Nothing nothing -> {
        return true;
      }
      case Node other -> {
        found.add(
            Diagnostic.error(
                    CloudConfigRules.YAML,
                    other.span(),
                    "a cloud-config is a mapping of keys, not " + other.kind())
                .help("write key: value lines"));
        return false;
      }
    }
  }

  private boolean archive(SourceText part) {
    Outcome<Node> read = YamlReader.read(part, CloudConfigRules.TREE, YamlDialect.PYYAML);
    found.addAll(read.report().diagnostics());
    if (!(read.value().orElse(null) instanceof Node.Sequence list)) {
      return false;
    }
    for (Node item : list.items()) {
      Fields fields = Fields.of(item);
      Optional<dev.dryboot.simulator.config.Located<String>> content =
          item instanceof Node.Text ? Fields.textOf(Optional.of(item)) : fields.text("content");
      content.ifPresent(c -> part(SourceText.decoded(text.name() + " (part)", c.at(), c.value())));
    }
    return true;
  }

  private boolean mime(SourceText part) {
    boolean usable = false;
    for (SourceText inner : MimeParts.of(part)) {
      usable |= part(inner);
    }
    return usable;
  }
}
