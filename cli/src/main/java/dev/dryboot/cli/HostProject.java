package dev.dryboot.cli;

import dev.dryboot.compiler.Compiler;
import dev.dryboot.compiler.analysis.Project;
import dev.dryboot.compiler.analysis.SecretSource;
import dev.dryboot.compiler.analysis.Surroundings;
import dev.dryboot.compiler.model.TargetChoice;
import dev.dryboot.language.BootLanguage;
import dev.dryboot.language.BootProgram;
import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hosts of the files that were given, ready to be compiled. */
record HostProject(BootProgram program, Compiler compiler) {

  /** A host and one of its targets. */
  record Job(String host, TargetChoice target) {
    String title() {
      return host + " on " + target;
    }
  }

  /** Loads {@code roots} and what they import. There may be a value though there are mistakes. */
  static Outcome<HostProject> load(
      List<SourceText> roots,
      ProjectFiles files,
      SecretSource secrets,
      Map<String, String> parameters) {
    return BootLanguage.create()
        .load(roots, files)
        .then(
            program ->
                Outcome.of(
                    new HostProject(
                        program,
                        new Compiler(
                            new Project(program.files()),
                            new Surroundings(files, secrets, parameters)))));
  }

  /** Hosts and targets that were asked for: all, unless the user chose. */
  List<Job> jobs(Optional<String> host, Optional<String> target) {
    List<Job> jobs = new ArrayList<>();
    for (BootFile file : program.roots()) {
      for (BootFile.Declaration declaration : file.declarations()) {
        String name = declaration.name().text();
        if (declaration instanceof BootFile.Host && host.map(name::equals).orElse(true)) {
          for (TargetChoice choice : compiler.targets(name)) {
            boolean wanted =
                target.map(t -> t.equals(choice.id()) || t.equals(choice.toString())).orElse(true);
            if (wanted) {
              jobs.add(new Job(name, choice));
            }
          }
        }
      }
    }
    return jobs;
  }
}
