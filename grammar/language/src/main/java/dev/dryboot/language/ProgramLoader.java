package dev.dryboot.language;

import dev.dryboot.language.linking.Linker;
import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Loads the files of programs: imported files first, each once, and each in its programs. */
final class ProgramLoader {
  private final BootLanguage language;
  private final FileSource files;
  private final Map<String, Outcome<BootFile>> parsed = new ConcurrentHashMap<>();
  private final Map<String, Optional<BootFile>> read = new LinkedHashMap<>();
  private final Map<String, List<String>> imports = new LinkedHashMap<>();
  private final List<BootFile> ordered = new ArrayList<>();
  private final List<String> path = new ArrayList<>();
  private final List<Diagnostic> found = new ArrayList<>();

  ProgramLoader(BootLanguage language, FileSource files) {
    this.language = language;
    this.files = files;
  }

  Outcome<List<BootProgram>> load(List<SourceText> roots) {
    if (roots.size() > 1) {
      roots.parallelStream().forEach(this::parse);
    }
    Set<String> asked = new LinkedHashSet<>();
    boolean complete = true;
    for (SourceText root : roots) {
      Optional<BootFile> file = read.containsKey(root.name()) ? read.get(root.name()) : file(root);
      file.ifPresent(f -> asked.add(name(f)));
      complete &= file.isPresent();
    }
    List<BootProgram> programs = programs(asked);
    Report report = new Report(found).and(Linker.link(programs));
    return complete ? Outcome.of(programs, report) : Outcome.failed(report);
  }

  /** A program for each root that no other root imports. */
  private List<BootProgram> programs(Set<String> roots) {
    Map<String, Set<String>> reached = new LinkedHashMap<>();
    roots.forEach(root -> reached.put(root, reachedFrom(root)));
    Set<String> imported = new LinkedHashSet<>();
    reached.forEach(
        (root, names) -> names.stream().filter(n -> !n.equals(root)).forEach(imported::add));
    Set<String> taken = new LinkedHashSet<>();
    List<BootProgram> programs = new ArrayList<>();
    reached.forEach(
        (root, names) -> {
          if (!imported.contains(root)) {
            Set<String> own = new LinkedHashSet<>(names);
            own.retainAll(roots);
            own.removeAll(taken);
            taken.addAll(own);
            programs.add(BootProgram.of(files(names), files(own)));
          }
        });
    return programs;
  }

  private Set<String> reachedFrom(String root) {
    Set<String> names = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      String name = open.removeLast();
      if (names.add(name)) {
        open.addAll(imports.getOrDefault(name, List.of()));
      }
    }
    return names;
  }

  /** In the order in which they were read. */
  private List<BootFile> files(Set<String> names) {
    return names.size() > 1
        ? ordered.stream().filter(file -> names.contains(name(file))).toList()
        : names.stream()
            .flatMap(name -> read.getOrDefault(name, Optional.empty()).stream())
            .toList();
  }

  private static String name(BootFile file) {
    return file.source().name();
  }

  private Outcome<BootFile> parse(SourceText source) {
    return parsed.computeIfAbsent(source.name(), name -> language.parse(source));
  }

  private Optional<BootFile> file(SourceText source) {
    Outcome<BootFile> outcome = parse(source);
    found.addAll(outcome.report().diagnostics());
    read.put(source.name(), outcome.value());
    path.add(source.name());
    outcome.value().ifPresent(file -> file.imports().forEach(one -> follow(source, one)));
    path.removeLast();
    outcome.value().ifPresent(ordered::add);
    return outcome.value();
  }

  private void follow(SourceText importer, BootFile.Import one) {
    switch (files.find(importer, one.path())) {
      case FileSource.Content content -> content(importer, one, content);
      case FileSource.Missing missing ->
          found.add(
              Diagnostic.error(
                      LanguageRules.MISSING_FILE,
                      one.span(),
                      "`%s` cannot be imported: %s".formatted(one.path(), missing.reason()))
                  .help("the path is relative to the file that imports it"));
      case FileSource.Outside outside ->
          found.add(
              Diagnostic.error(
                      LanguageRules.OUTSIDE_ROOT,
                      one.span(),
                      "`%s` lies outside the project (%s)".formatted(one.path(), outside.root()))
                  .why("a program is the same wherever its project is checked out")
                  .help("move the file into the project"));
      case FileSource.TooLarge large ->
          found.add(
              Diagnostic.error(
                  LanguageRules.TOO_LARGE,
                  one.span(),
                  "`%s` has %d bytes; a file of the language has at most %d"
                      .formatted(one.path(), large.bytes(), BootLanguage.MAX_BYTES)));
    }
  }

  private void content(SourceText importer, BootFile.Import one, FileSource.Content content) {
    int start = path.indexOf(content.name());
    if (start >= 0) {
      List<String> cycle = new ArrayList<>(path.subList(start, path.size()));
      cycle.add(content.name());
      found.add(
          Diagnostic.error(
                  LanguageRules.IMPORT_CYCLE,
                  one.span(),
                  "files import each other in a circle: %s".formatted(String.join(" → ", cycle)))
              .help("move what both need into a third file"));
      return;
    }
    imports.computeIfAbsent(importer.name(), n -> new ArrayList<>()).add(content.name());
    if (read.containsKey(content.name())) {
      return;
    }
    Outcome<SourceText> text = Decoding.decode(content.name(), content.bytes());
    found.addAll(text.report().diagnostics());
    text.value().ifPresent(this::file);
    if (text.value().isEmpty()) {
      read.put(content.name(), Optional.empty());
    }
  }
}
