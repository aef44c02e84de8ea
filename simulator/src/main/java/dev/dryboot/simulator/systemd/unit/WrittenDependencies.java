package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.Section;
import dev.dryboot.foreign.value.Words;
import java.util.ArrayList;
import java.util.List;

/** The dependencies that section [Unit] names, in the order in which systemd reads them. */
record WrittenDependencies(List<Named> all) {
  WrittenDependencies {
    all = List.copyOf(all);
  }

  /**
   * One unit in a list such as {@code After=}.
   *
   * @param name as written, specifiers included
   * @param origin where it is written
   */
  record Named(Dependency dependency, String name, DependencyOrigin origin) {}

  static WrittenDependencies of(Unit unit) {
    return unit.settings()
        .derived(WrittenDependencies.class, unit.type(), WrittenDependencies::read);
  }

  private static WrittenDependencies read(Settings settings) {
    List<Named> all = new ArrayList<>();
    for (Fragment fragment : settings.fragments()) {
      for (Section section : fragment.file().sections()) {
        if (section.name().equals("Unit")) {
          section.directives().forEach(directive -> add(directive, all));
        }
      }
    }
    return new WrittenDependencies(all);
  }

  private static void add(Directive directive, List<Named> all) {
    Dependency dependency = Dependency.ofDirective(directive.name());
    if (dependency != null) {
      for (Words.Word word : Words.split(directive.value(), Words.Style.QUOTED_RETAIN).words()) {
        DependencyOrigin origin = DependencyOrigin.file(directive.span(word.from(), word.to()));
        all.add(new Named(dependency, word.text(), origin));
      }
    }
  }
}
