package dev.dryboot.language.linking;

import dev.dryboot.language.BootProgram;
import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.language.syntax.BootFile.Declaration;
import dev.dryboot.language.syntax.Name;
import dev.dryboot.source.Diagnostic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Reports declarations of one name. Hosts and fleets share their names, params and lets theirs. */
final class Duplicates {
  private Duplicates() {}

  static void report(BootProgram program, Consumer<Diagnostic> report) {
    Map<String, Declaration> seen = new LinkedHashMap<>();
    for (BootFile file : program.files()) {
      for (Declaration declaration : file.declarations()) {
        Name name = declaration.name();
        Declaration first = seen.putIfAbsent(space(declaration) + " " + name, declaration);
        if (first != null) {
          report.accept(
              Diagnostic.error(
                      LanguageRules.DUPLICATE,
                      name.span(),
                      "there are two declarations of `%s`".formatted(name))
                  .related(first.name().span(), "the %s that came first".formatted(kind(first)))
                  .why("what refers to `%s` could mean either".formatted(name))
                  .help("rename one of them"));
        }
      }
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
