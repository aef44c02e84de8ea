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
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hosts of the files that were given, ready to be compiled. */
record HostProject(List<Part> parts) {
  HostProject {
    parts = List.copyOf(parts);
  }

  /** Files that see each other, and what compiles their hosts. */
  record Part(BootProgram program, Compiler compiler) {}

  /** A host and one of its targets. */
  record Job(String host, TargetChoice target, Compiler compiler) {
    String title() {
      return host + " on " + target;
    }
  }

  /** Loads {@code roots} and what they import. There may be a value though there are mistakes. */
  static Outcome<HostProject> load(
      BootLanguage language,
      List<SourceText> roots,
      ProjectFiles files,
      SecretSource secrets,
      Map<String, String> parameters) {
    Surroundings surroundings = new Surroundings(files, secrets, parameters);
    return language
        .load(roots, files)
        .then(
            programs ->
                Outcome.of(
                    new HostProject(
                        programs.stream().map(program -> part(program, surroundings)).toList()),
                    new Report(
                        programs.stream()
                            .flatMap(program -> WithoutMeaning.in(program).stream())
                            .toList())));
  }

  private static Part part(BootProgram program, Surroundings surroundings) {
    return new Part(program, new Compiler(new Project(program.files()), surroundings));
  }

  /** All texts that the hosts are made from. */
  Set<SourceText> sources() {
    return parts.stream()
        .flatMap(part -> part.program().files().stream())
        .map(BootFile::source)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether no file declares anything. */
  boolean isEmpty() {
    return parts.stream()
        .flatMap(part -> part.program().files().stream())
        .allMatch(file -> file.declarations().isEmpty());
  }

  /** The names of all hosts of the files that were given. */
  List<String> hosts() {
    return parts.stream()
        .flatMap(part -> part.program().roots().stream())
        .flatMap(file -> file.declarations().stream())
        .filter(BootFile.Host.class::isInstance)
        .map(declaration -> declaration.name().text())
        .toList();
  }

  /** The hosts and targets that are meant. */
  List<Job> jobs(HostChoice choice) {
    return parts.parallelStream()
        .flatMap(part -> part.program().roots().stream().flatMap(file -> jobs(part, file)))
        .filter(choice::includes)
        .toList();
  }

  private static Stream<Job> jobs(Part part, BootFile file) {
    return file.declarations().stream()
        .filter(BootFile.Host.class::isInstance)
        .map(declaration -> declaration.name().text())
        .flatMap(
            name ->
                part.compiler().targets(name).stream()
                    .map(target -> new Job(name, target, part.compiler())));
  }
}
