package dev.dryboot.cli;

import dev.dryboot.source.Rule;
import dev.dryboot.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dryboot explain CODE}: shows the page of a rule. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Explain a rule: what it says, why it matters at boot, an example and its fix.",
    description = {
      "CODE is what stands in brackets before a finding, such as SD001, or the rule's name, such as docker-client-kill.",
    })
final class ExplainCommand implements Callable<Integer> {
  @ParentCommand private @org.jspecify.annotations.Nullable DrybootCommand parent;

  @Parameters(arity = "0..1", paramLabel = "CODE", description = "Code or name of the rule.")
  private @org.jspecify.annotations.Nullable String code;

  @Option(names = "--list", description = "List all rules.")
  private boolean list;

  @Override
  public Integer call() {
    Output output = java.util.Objects.requireNonNull(parent).output();
    if (list || code == null) {
      RuleCatalogue.ALL.forEach(rule -> output.out().println(rule.code() + "  " + rule.name()));
      return ExitCode.FINE;
    }
    Optional<Rule> rule = RuleCatalogue.find(code);
    if (rule.isEmpty()) {
      output.err().println("dryboot: there is no rule '" + code + "'" + suggestion(code));
      return ExitCode.USAGE;
    }
    output.out().print(RulePages.page(rule.get()).map(p -> Markdown.shown(p, output)).orElse(""));
    return ExitCode.FINE;
  }

  private static String suggestion(String written) {
    List<String> known = new ArrayList<>();
    RuleCatalogue.ALL.forEach(rule -> known.add(rule.code()));
    RuleCatalogue.ALL.forEach(rule -> known.add(rule.name()));
    return Suggestion.nearest(written, known)
        .map(near -> "; did you mean " + near + "?")
        .orElse("; 'dryboot explain --list' shows all");
  }
}
