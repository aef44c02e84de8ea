package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.foreign.value.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The assignments of a file that count: those that systemd takes and that no later empty one takes
 * back.
 *
 * @param file the file
 * @param kind tells which table a section has
 * @param names expands specifiers
 */
record TakenSettings(UnitFile file, UnitFileKind kind, Expansion names) {

  /** The last value; none where that is empty. */
  Optional<String> value(String section, String name) {
    return last(section, name).map(Directive::value);
  }

  Optional<Directive> last(String section, String name) {
    List<Directive> taken =
        file.directives(section, name).stream().filter(d -> isTaken(section, d)).toList();
    return taken.isEmpty() || taken.getLast().value().isEmpty()
        ? Optional.empty()
        : Optional.of(taken.getLast());
  }

  List<Directive> list(String section, String name) {
    return list(section, Set.of(name));
  }

  /** One list that several directives add to, and that an empty one of them empties. */
  List<Directive> list(String section, Set<String> oneOf) {
    List<Directive> kept = new ArrayList<>();
    for (Directive directive : file.directives(section)) {
      if (!oneOf.contains(directive.name())) {
        continue;
      }
      if (directive.value().isEmpty()) {
        kept.clear();
      } else if (isTaken(section, directive)) {
        kept.add(directive);
      }
    }
    return kept;
  }

  private boolean isTaken(String section, Directive directive) {
    return DirectiveTable.known()
        .find(kind.inTable(section), directive.name())
        .filter(d -> d.isIn(names.version()))
        .filter(
            d -> leavesSomething(directive.value(), ValueChecks.check(d, directive.value(), names)))
        .isPresent();
  }

  /** Where words are left out one by one, the others count. */
  private static boolean leavesSomething(String value, List<Rejection> rejections) {
    boolean words = rejections.stream().allMatch(r -> r.effect() == Rejection.Effect.WORD_IGNORED);
    return rejections.isEmpty()
        || (words && Words.split(value, Words.Style.PLAIN).words().size() > rejections.size());
  }
}
