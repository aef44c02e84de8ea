package dev.dryboot.targets.format.ignition;

import dev.dryboot.simulator.ignition.DataUrl;
import dev.dryboot.simulator.ignition.IgnitionConfig;
import dev.dryboot.simulator.ignition.Resource;
import dev.dryboot.simulator.ignition.ResourceContents;
import dev.dryboot.simulator.ignition.Storage;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import dev.dryboot.targets.format.json.JsonReader;
import dev.dryboot.targets.format.tree.Fields;
import dev.dryboot.targets.format.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads Ignition configs of specification 3.0 to 3.6. */
public final class IgnitionReader {
  private static final int MAX_MERGES = 10;

  private final List<Diagnostic> found = new ArrayList<>();
  private final List<Resource> remote = new ArrayList<>();

  private IgnitionReader() {}

  /**
   * The config in {@code text}, with the configs merged that it brings along in data URLs. A report
   * with errors means that Ignition refuses it.
   */
  public static Outcome<IgnitionConfig> read(SourceText text) {
    IgnitionReader reader = new IgnitionReader();
    Optional<Node.Mapping> root = reader.tree(text, 0);
    Report report = new Report(reader.found);
    return root.map(r -> Outcome.of(IgnitionRecords.config(Fields.of(r), reader.remote), report))
        .orElseGet(() -> Outcome.failed(report));
  }

  /** The document's tree, merged; empty where it cannot be used at all. */
  private Optional<Node.Mapping> tree(SourceText text, int depth) {
    Outcome<Node> read = JsonReader.read(text, IgnitionRules.TREE);
    found.addAll(read.report().diagnostics());
    if (read.value().isEmpty()) {
      return Optional.empty();
    }
    if (!(read.value().get() instanceof Node.Mapping root)) {
      found.add(
          Diagnostic.error(
                  IgnitionRules.JSON,
                  read.value().get().span(),
                  "an Ignition config is an object, not " + read.value().get().kind())
              .help("begin with {\"ignition\": {\"version\": \"3.4.0\"}}"));
      return Optional.empty();
    }
    Outcome<Integer> minor = SpecificationVersion.minor(root);
    found.addAll(minor.report().diagnostics());
    if (minor.value().isEmpty()) {
      return Optional.empty();
    }
    List<Diagnostic> shape = ShapeCheck.check(root, minor.value().get());
    found.addAll(shape);
    if (new Report(shape).hasErrors()) {
      return Optional.empty();
    }
    Node.Mapping current = NewerKeys.removed(root, minor.value().get());
    check(current, minor.value().get());
    return merged(current, depth);
  }

  private void check(Node.Mapping root, int minor) {
    Findings findings = new Findings(minor);
    Fields fields = Fields.of(root);
    IgnitionConfig config = IgnitionRecords.config(fields, List.of());
    Fields ignition = fields.child("ignition");
    ignition.child("config").children("merge").forEach(m -> needed(m, minor >= 1, findings));
    if (ignition.child("config").has("replace")) {
      ResourceChecks.check(ignition.child("config").child("replace"), findings);
    }
    ignition
        .child("security")
        .child("tls")
        .children("certificateAuthorities")
        .forEach(c -> needed(c, true, findings));
    ResourceChecks.proxies(ignition.child("proxy"), findings);
    Fields storage = fields.child("storage");
    Storage records = config.storage();
    DiskChecks.check(storage, records, findings);
    records.filesystems().forEach(f -> FilesystemChecks.check(f, findings));
    NodeChecks.check(storage, records, findings);
    UnitChecks.check(config, findings);
    DuplicateChecks.check(fields, findings);
    found.addAll(findings.all());
  }

  /** A resource that is nothing without its source. */
  private static void needed(Fields resource, boolean mustBe, Findings findings) {
    ResourceChecks.check(resource, findings);
    if (resource.plain("source").orElse("").isEmpty() && mustBe) {
      findings.error(
          IgnitionRules.URL, resource.at(), "there is no source", "add the URL that it comes from");
    }
  }

  private Optional<Node.Mapping> merged(Node.Mapping root, int depth) {
    Fields config = Fields.of(root).child("ignition").child("config");
    if (depth >= MAX_MERGES) {
      found.add(
          Diagnostic.error(
              IgnitionRules.MERGE, root.span(), "configs are merged into each other too deeply"));
      return Optional.of(root);
    }
    if (config.has("replace")) {
      return brought(config.child("replace"), depth).or(() -> Optional.of(root));
    }
    Node.Mapping merged = root;
    for (Fields child : config.children("merge")) {
      Optional<Node.Mapping> brought = brought(child, depth);
      if (brought.isPresent()) {
        merged = ConfigMerge.merge(merged, brought.get());
      }
    }
    return Optional.of(merged);
  }

  /** The config that a resource holds; empty where it has to be fetched, or cannot be read. */
  private Optional<Node.Mapping> brought(Fields fields, int depth) {
    Resource resource = IgnitionRecords.resource(fields);
    if (resource.source().filter(s -> !s.value().isEmpty()).isEmpty()) {
      return Optional.empty();
    }
    if (!resource.local()) {
      remote.add(resource);
      found.add(
          Diagnostic.note(
                  IgnitionRules.FETCHED_AT_BOOT,
                  resource.source().get().at(),
                  "%s is fetched while booting; its contents are not known here"
                      .formatted(resource.source().get().value()))
              .why("what it brings is neither checked nor simulated"));
      return Optional.empty();
    }
    return switch (ResourceContents.of(resource)) {
      case DataUrl.Contents.Bytes bytes when bytes.text().isBlank() -> {
        found.add(
            Diagnostic.error(
                    IgnitionRules.MERGE,
                    resource.source().get().at(),
                    "the config to merge is empty")
                .why("Ignition stops, and the machine does not boot")
                .help("take it out, or bring a config along: data:,%7B%22ignition%22…"));
        yield Optional.empty();
      }
      case DataUrl.Contents.Bytes bytes ->
          tree(
              SourceText.decoded(
                  fields.at().source().name() + " (merged config)",
                  resource.source().get().at(),
                  bytes.text()),
              depth + 1);
      case DataUrl.Contents.Refused refused -> {
        found.add(
            Diagnostic.error(
                    IgnitionRules.MERGE,
                    resource.source().get().at(),
                    "the config to merge cannot be read: " + refused.why())
                .why("Ignition stops, and the machine does not boot"));
        yield Optional.empty();
      }
    };
  }
}
