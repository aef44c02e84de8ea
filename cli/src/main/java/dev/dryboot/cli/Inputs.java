package dev.dryboot.cli;

import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * All that was given to a command.
 *
 * @param files the project that the first of them belongs to
 */
record Inputs(ProjectFiles files, List<Input> all) {
  Inputs {
    all = List.copyOf(all);
  }

  /** Looks at each of {@code names}. What cannot be read is said; the others are still there. */
  static Outcome<Inputs> open(Console console, List<String> names) {
    ProjectFiles files = ProjectFiles.around(console.directory(), names.getFirst());
    List<Input> all = new ArrayList<>();
    Report report = Report.EMPTY;
    for (String name : names) {
      Outcome<Input> input = Input.of(files, console.directory(), name);
      input.value().ifPresent(all::add);
      report = report.and(input.report());
    }
    return Outcome.of(new Inputs(files, all), report);
  }

  /** The files of the language among them. */
  List<SourceText> bootFiles() {
    return all.stream()
        .filter(Input.Boot.class::isInstance)
        .map(i -> ((Input.Boot) i).text())
        .toList();
  }

  /** What is not a file of the language. */
  List<Input> artifacts() {
    return all.stream().filter(i -> !(i instanceof Input.Boot)).toList();
  }
}
