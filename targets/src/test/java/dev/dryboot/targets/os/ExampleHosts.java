package dev.dryboot.targets.os;

import dev.dryboot.compiler.Compilation;
import dev.dryboot.compiler.Compiler;
import dev.dryboot.compiler.Request;
import dev.dryboot.compiler.analysis.FileSource;
import dev.dryboot.compiler.analysis.Project;
import dev.dryboot.compiler.analysis.SecretSource;
import dev.dryboot.compiler.analysis.Surroundings;
import dev.dryboot.compiler.model.TargetChoice;
import dev.dryboot.language.BootLanguage;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The hosts in {@code examples}, compiled for the targets that they name. */
final class ExampleHosts {
  static final Path FOLDER = Path.of(System.getProperty("dryboot.root")).resolve("examples");

  private static final BootLanguage LANGUAGE = BootLanguage.create();

  private ExampleHosts() {}

  /** A host of an example for one of its targets. */
  record Case(Path file, String host, TargetChoice choice, Target target) {
    @Override
    public String toString() {
      return host + " for " + choice;
    }

    Outcome<Compilation> compile(Optional<String> format) {
      return compiler(read(file)).compile(new Request(host, choice, 1, format), target);
    }
  }

  static List<Case> all() {
    try (Stream<Path> files = Files.walk(FOLDER, 2)) {
      List<Case> cases = new ArrayList<>();
      files.filter(f -> f.toString().endsWith(".boot")).sorted().forEach(f -> add(f, cases));
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Path file, List<Case> cases) {
    Compiler compiler = compiler(read(file));
    compiler
        .project()
        .hosts()
        .forEach(
            host ->
                compiler
                    .targets(host.name().text())
                    .forEach(
                        choice ->
                            Targets.known()
                                .find(choice.id())
                                .ifPresent(
                                    t ->
                                        cases.add(new Case(file, host.name().text(), choice, t)))));
  }

  static Compiler compiler(SourceText text) {
    return new Compiler(
        new Project(List.of(LANGUAGE.parse(text).value().orElseThrow())),
        new Surroundings(FileSource.NONE, SecretSource.PLACEHOLDERS, Map.of()));
  }

  static SourceText read(Path file) {
    try {
      return SourceText.of(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
