package dev.dryboot.cli;

import dev.dryboot.source.Outcome;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    return open(console, names, Optional.empty());
  }

  /** The same, where all of them are said to be for {@code os}. */
  static Outcome<Inputs> open(Console console, List<String> names, Optional<String> os) {
    ProjectFiles files = ProjectFiles.around(console.directory(), names.getFirst());
    List<Input> all = new ArrayList<>();
    Report report = Report.EMPTY;
    for (String name : names) {
      Outcome<Input> input = Input.of(files, console.directory(), name, os);
      input.value().ifPresent(all::add);
      report = report.and(input.report());
    }
    return Outcome.of(new Inputs(files, together(all)), report);
  }

  /** Puts a network-config to the user-data it belongs to; without any, there is an empty one. */
  private static List<Input> together(List<Input> all) {
    Optional<Input.NetworkConfig> network =
        all.stream()
            .filter(Input.NetworkConfig.class::isInstance)
            .map(Input.NetworkConfig.class::cast)
            .findFirst();
    if (network.isEmpty()) {
      return all;
    }
    SourceText text = network.get().text();
    List<Input> joined = new ArrayList<>();
    for (Input input : all) {
      switch (input) {
        case Input.CloudConfig config ->
            joined.add(
                new Input.CloudConfig(config.text(), config.network().or(() -> Optional.of(text))));
        case Input.NetworkConfig given -> {}
        case Input.Boot other -> joined.add(other);
        case Input.Ignition other -> joined.add(other);
        case Input.UnitFolder other -> joined.add(other);
      }
    }
    if (joined.stream().noneMatch(Input.CloudConfig.class::isInstance)) {
      SourceText none = SourceText.of("user-data", "#cloud-config\n");
      joined.add(new Input.CloudConfig(none, Optional.of(text)));
    }
    return joined;
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
