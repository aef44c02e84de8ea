package dev.dryboot.language.linking;

import dev.dryboot.language.BootProgram;
import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.language.syntax.BootFile.Declaration;
import dev.dryboot.language.syntax.Name;
import dev.dryboot.source.Diagnostic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reports declarations of one name. Hosts and fleets share their names, params and lets theirs. */
final class Duplicates {
  private final Map<String, Declaration> seen = new LinkedHashMap<>();
  private final Consumer<Diagnostic> report;
  private final String why;

  private Duplicates(Consumer<Diagnostic> report, String why) {
    this.report = report;
    this.why = why;
  }

  /** Names that a program declares twice. */
  static void within(BootProgram program, Consumer<Diagnostic> report) {
    Duplicates duplicates = new Duplicates(report, "what refers to `%s` could mean either");
    for (BootFile file : program.files()) {
      file.declarations().forEach(duplicates::declared);
    }
  }

  /** Hosts and fleets of one name in several programs. */
  static void between(List<BootProgram> programs, Consumer<Diagnostic> report) {
    Duplicates duplicates = new Duplicates(report, "the artifacts of both would be called `%s`");
    for (BootProgram program : programs) {
      Stream.concat(program.hosts().values().stream(), program.fleets().values().stream())
          .filter(d -> program.inRoot(d.name().span()))
          .forEach(duplicates::declared);
    }
  }

  private void declared(Declaration declaration) {
    Name name = declaration.name();
    Declaration first = seen.putIfAbsent(space(declaration) + " " + name, declaration);
    if (first != null) {
      report.accept(
          Diagnostic.error(
                  LanguageRules.DUPLICATE,
                  name.span(),
                  "there are two declarations of `%s`".formatted(name))
              .related(first.name().span(), "the %s that came first".formatted(kind(first)))
              .why(why.formatted(name))
              .help("rename one of them"));
    }
  }

  private static String space(Declaration declaration) {
    return switch (declaration) {
      case BootFile.Param param -> "value";
      case BootFile.Let let -> "value";
      case BootFile.Host host -> "bootable";
      case BootFile.Fleet fleet -> "bootable";
      case BootFile.Secret secret -> "secret";
      case BootFile.Profile profile -> "profile";
      case BootFile.Scenario scenario -> "scenario of " + scenario.of();
    };
  }

  private static String kind(Declaration declaration) {
    return switch (declaration) {
      case BootFile.Param param -> "param";
      case BootFile.Let let -> "let";
      case BootFile.Host host -> "host";
      case BootFile.Fleet fleet -> "fleet";
      case BootFile.Secret secret -> "secret";
      case BootFile.Profile profile -> "profile";
      case BootFile.Scenario scenario -> "scenario";
    };
  }
}
