package dev.dryboot.language.linking;

import dev.dryboot.language.BootProgram;
import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.syntax.BootFile.Profile;
import dev.dryboot.language.syntax.Name;
import dev.dryboot.source.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reports profiles that use each other in a circle. */
final class Circles {
  private final BootProgram program;
  private final Consumer<Diagnostic> report;
  private final Set<String> done = new LinkedHashSet<>();
  private final List<String> path = new ArrayList<>();

  private Circles(BootProgram program, Consumer<Diagnostic> report) {
    this.program = program;
    this.report = report;
  }

  static void report(BootProgram program, Consumer<Diagnostic> report) {
    Circles circles = new Circles(program, report);
    program.profiles().values().forEach(circles::visit);
  }

  private void visit(Profile profile) {
    if (!done.add(profile.name().text())) {
      return;
    }
    path.add(profile.name().text());
    for (Name used : profile.uses()) {
      int start = path.indexOf(used.text());
      Profile next = program.profiles().get(used.text());
      if (start >= 0) {
        List<String> circle = new ArrayList<>(path.subList(start, path.size()));
        circle.add(used.text());
        report.accept(
            Diagnostic.error(
                    LanguageRules.USES_CYCLE,
                    used.span(),
                    "profiles use each other in a circle: %s".formatted(String.join(" → ", circle)))
                .help("move what they share into a profile that both use"));
      } else if (next != null) {
        visit(next);
      }
    }
    path.removeLast();
  }
}
