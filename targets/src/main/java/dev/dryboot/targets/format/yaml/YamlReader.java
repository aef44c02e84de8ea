package dev.dryboot.targets.format.yaml;

import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import dev.dryboot.targets.format.tree.Node;
import dev.dryboot.targets.format.tree.TreeRules;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a YAML document into a tree with places. Mistakes become findings. */
public final class YamlReader {
  private final SourceText text;
  private final TreeRules rules;
  private final YamlDialect dialect;

  private YamlReader(SourceText text, TreeRules rules, YamlDialect dialect) {
    this.text = text;
    this.rules = rules;
    this.dialect = dialect;
  }

  /** The document's value; null where it is empty; none where it cannot be read. */
  public static Outcome<Node> read(SourceText text, TreeRules rules, YamlDialect dialect) {
    return new YamlReader(text, rules, dialect).read();
  }

  private Outcome<Node> read() {
    if (text.text().length() > TreeRules.MAX_CHARACTERS) {
      return failed(
          Diagnostic.error(rules.limit(), text.span(0, 0), "the document is larger than 20 MiB")
              .help("make it smaller"));
    }
    YamlPlaces places = new YamlPlaces(text);
    YamlTree tree = new YamlTree(places, rules, dialect);
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setCodePointLimit(TreeRules.MAX_CHARACTERS + 1)
              .setMaxAliasesForCollections(Integer.MAX_VALUE)
              .build();
      Iterator<Event> events = new Parse(settings).parseString(readable(text.text())).iterator();
      PyYamlSigns signs = new PyYamlSigns(events, text, places);
      Optional<Node> root = tree.document(signs);
      Optional<Diagnostic> refused =
          dialect == YamlDialect.PYYAML ? signs.found(rules.syntax()) : Optional.empty();
      if (refused.isPresent()) {
        return failed(refused.get(), tree);
      }
      Report report = new Report(tree.findings());
      return root.map(r -> Outcome.of(r, report)).orElseGet(() -> Outcome.failed(report));
    } catch (MarkedYamlEngineException e) {
      return failed(unreadable(e, places), tree);
    } catch (ReaderException e) {
      Span at = places.span(e.getPosition(), e.getPosition() + 1);
      return failed(
          Diagnostic.error(rules.syntax(), at, "a control character cannot stand in YAML")
              .help("write it as an escape inside double quotes, or as base64"),
          tree);
    } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException e) {
      // The last two: the scanner's own answer to some broken escapes and anchors.
      return failed(
          Diagnostic.error(rules.syntax(), tree.lastPlace(), "this is not YAML from here on"),
          tree);
    }
  }

  /** A byte order mark is not part of the document; a blank keeps the places. */
  private static String readable(String all) {
    return all.startsWith("\uFEFF") ? " " + all.substring(1) : all;
  }

  private Diagnostic unreadable(MarkedYamlEngineException e, YamlPlaces places) {
    YamlComplaint complaint = YamlComplaint.of(e);
    Span at =
        complaint
            .mark()
            .map(m -> places.span(m.getIndex(), m.getIndex() + 1))
            .orElse(text.span(0, 0));
    return Diagnostic.error(rules.syntax(), at, "this is not YAML: " + complaint.message())
        .why("the whole document is given up: nothing in it is done")
        .help(complaint.help());
  }

  private static Outcome<Node> failed(Diagnostic diagnostic) {
    return Outcome.failed(Report.of(diagnostic));
  }

  private static Outcome<Node> failed(Diagnostic diagnostic, YamlTree tree) {
    return Outcome.failed(new Report(tree.findings()).and(new Report(List.of(diagnostic))));
  }
}
