package dev.dryboot.cli;

import dev.dryboot.compiler.analysis.ModelRules;
import dev.dryboot.language.BootProgram;
import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Origin;
import dev.dryboot.source.Severity;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.stream.Stream;

/** Says of scenarios and fleets that nothing comes of them yet. */
final class WithoutMeaning {
  private WithoutMeaning() {}

  static List<Diagnostic> in(BootProgram program) {
    return Stream.concat(
            program.scenarios().stream().map(WithoutMeaning::notRun),
            program.fleets().values().stream()
                .flatMap(fleet -> fleet.hosts().stream())
                .filter(hosts -> hosts.count() > 1 && numbersItself(program))
                .map(WithoutMeaning::compiledOnce))
        .toList();
  }

  private static Diagnostic notRun(BootFile.Scenario scenario) {
    return note(scenario.name().span(), "scenarios have no meaning yet: this one is not run")
        .why("its faults do not happen, and nothing that it expects is looked at")
        .help("`dryboot boot` has --bandwidth, --boots and --between for some of it");
  }

  /** Whether something in the program depends on the number of a machine in its fleet. */
  private static boolean numbersItself(BootProgram program) {
    return program.files().stream().anyMatch(f -> f.source().text().contains("${replica}"));
  }

  private static Diagnostic compiledOnce(BootFile.HostCount hosts) {
    return note(
            hosts.span(),
            "fleets have no meaning yet: %s is compiled once, as number 1 of %d"
                .formatted(hosts.host(), hosts.count()))
        .why("${replica} is 1 in its artifact, and each machine needs one of its own")
        .help(
            "use a param in its place, and compile once for each machine: --param NAME=VALUE"
                + " -o DIR");
  }

  private static Diagnostic note(Span at, String message) {
    return Diagnostic.of(ModelRules.NO_MEANING_YET, Severity.NOTE, Origin.written(at), message);
  }
}
