package dev.dryboot.targets.format.schema;

import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Rule;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns issues into diagnostics under the rules of a format.
 *
 * @param why what an issue that is no mere deprecation means at boot
 */
public record IssueReport(
    Rule unknownKey, Rule missingKey, Rule type, Rule value, Rule deprecated, String why) {

  public List<Diagnostic> of(List<Issue> issues) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    Set<String> wrong =
        issues.stream().filter(i -> !i.mild()).map(Issue::path).collect(Collectors.toSet());
    for (Issue issue : issues) {
      // That a value's kind is old says nothing more where the value is wrong.
      if (issue.mild() && wrong.contains(issue.path())) {
        continue;
      }
      diagnostics.add(
          new Diagnostic(
              rule(issue.kind()),
              issue.mild() ? Severity.NOTE : Severity.ERROR,
              issue.message(),
              Optional.of(issue.at()),
              List.of(),
              issue.mild() ? "it still works, and may be gone in a later version" : why,
              issue.help()));
    }
    return diagnostics;
  }

  private Rule rule(Issue.Kind kind) {
    return switch (kind) {
      case UNKNOWN_KEY -> unknownKey;
      case MISSING_KEY -> missingKey;
      case TYPE -> type;
      case VALUE -> value;
      case DEPRECATED -> deprecated;
    };
  }
}
