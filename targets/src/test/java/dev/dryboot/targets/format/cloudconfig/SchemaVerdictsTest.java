package dev.dryboot.targets.format.cloudconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import dev.dryboot.source.SourceText;
import dev.dryboot.targets.format.json.JsonReader;
import dev.dryboot.targets.format.schema.Issue;
import dev.dryboot.targets.format.schema.KeyTable;
import dev.dryboot.targets.format.tree.Fields;
import dev.dryboot.targets.format.tree.Node;
import dev.dryboot.targets.format.yaml.YamlDialect;
import dev.dryboot.targets.format.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Our verdicts on configs of cloud-init's own tests beside those of its schema. */
class SchemaVerdictsTest {
  private static final Path CASES =
      Path.of(System.getProperty("dryboot.root", "."))
          .resolve("../shared/corpus/cloud-init/schema-cases.json");

  /** A complaint of the schema: {@code users.0.uid: …}; what it quotes may have colons too. */
  private static final Pattern COMPLAINT =
      Pattern.compile("(?:errors: |deprecations: |, )([^\\s,:'\"\\[{(]+(?: [^\\s,:]+)?): ");

  private record Case(String config, boolean valid, String complaints) {
    /** The places of errors, or of deprecations. */
    Set<String> places(String kind) {
      Set<String> places = new LinkedHashSet<>();
      for (String line : complaints.split("\n")) {
        if (line.startsWith("Cloud config schema " + kind)) {
          Matcher matcher = COMPLAINT.matcher(line);
          while (matcher.find()) {
            places.add(matcher.group(1));
          }
        }
      }
      return places;
    }
  }

  private static List<Case> cases() throws IOException {
    assumeTrue(Files.isRegularFile(CASES), "the cases of cloud-init's tests are not there");
    Node root =
        JsonReader.read(SourceText.of("cases.json", Files.readString(CASES)), CloudConfigRules.TREE)
            .value()
            .orElseThrow();
    List<Case> cases = new ArrayList<>();
    for (Node item : ((Node.Sequence) root).items()) {
      Fields fields = Fields.of(item);
      cases.add(
          new Case(
              "#cloud-config\n" + fields.get("config").orElseThrow().span().text() + "\n",
              fields.plain("oracle").orElseThrow().equals("valid"),
              fields.plain("oracle_error").orElse("")));
    }
    return cases;
  }

  private static List<Issue> issues(String config) {
    Node root =
        YamlReader.read(
                SourceText.of("user-data", config), CloudConfigRules.TREE, YamlDialect.PYYAML)
            .value()
            .orElseThrow();
    return KeyTable.load(UserDataReader.class, "keys.json").check(root);
  }

  @Test
  void verdictsAreThoseOfTheSchema() throws IOException {
    List<String> differing = new ArrayList<>();
    for (Case one : cases()) {
      List<Diagnostic> found =
          UserDataReader.read(SourceText.of("user-data", one.config())).report().diagnostics();
      boolean errors = found.stream().anyMatch(d -> d.severity() == Severity.ERROR);
      boolean deprecated =
          found.stream().anyMatch(d -> d.rule().equals(CloudConfigRules.DEPRECATED));
      boolean fine =
          errors == !one.places("errors").isEmpty()
              && (errors || deprecated == !one.places("deprecations").isEmpty());
      if (!fine) {
        differing.add(one + "\n  " + found);
      }
    }
    assertThat(differing).isEmpty();
  }

  /** At the place itself, or at a part of it that says more closely what is wrong. */
  private static boolean isIn(String ours, String theirs) {
    return ours.equals(theirs) || ours.startsWith(theirs + ".");
  }

  @Test
  void whatIsWrongIsToldWhereTheSchemaTellsIt() throws IOException {
    List<String> differing = new ArrayList<>();
    for (Case one : cases()) {
      Set<String> places = new LinkedHashSet<>();
      for (Issue issue : issues(one.config())) {
        if (issue.kind() == Issue.Kind.UNKNOWN_KEY && issue.path().isEmpty()) {
          places.add(issue.at().text().replace("\"", ""));
        } else if (issue.kind() != Issue.Kind.DEPRECATED) {
          places.add(issue.path());
        }
      }
      Set<String> theirs = one.places("errors");
      boolean same =
          places.stream().allMatch(ours -> theirs.stream().anyMatch(t -> isIn(ours, t)))
              && theirs.stream().allMatch(t -> places.stream().anyMatch(ours -> isIn(ours, t)));
      if (!same) {
        differing.add(one + "\n  " + places);
      }
    }
    assertThat(differing).isEmpty();
  }
}
