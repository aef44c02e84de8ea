package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The assignments that systemd takes of a unit's file, and behind them those of its drop-ins. */
public interface TakenSettings {

  /** Every assignment in sections called {@code section}, in order, empty ones included. */
  List<Directive> all(String section);

  /** Those of {@code name}. */
  List<Directive> all(String section, String name);

  /** Where to tell of what {@code section} lacks. */
  Span place(String section);

  /** Those of one file, of which {@code taken} is what {@link TakenFile} leaves. */
  static TakenSettings of(UnitFile taken) {
    return new TakenSettings() {
      @Override
      public List<Directive> all(String section) {
        return taken.directives(section);
      }

      @Override
      public List<Directive> all(String section, String name) {
        return taken.directives(section, name);
      }

      @Override
      public Span place(String section) {
        return taken.sections().stream()
            .filter(s -> s.name().equals(section))
            .findFirst()
            .map(s -> s.span())
            .orElseGet(() -> taken.source().span(0, 0));
      }
    };
  }

  /** The last value; none where that is empty. */
  default Optional<String> value(String section, String name) {
    return last(section, name).map(Directive::value);
  }

  default Optional<Directive> last(String section, String name) {
    List<Directive> all = all(section, name);
    return all.isEmpty() || all.getLast().value().isEmpty()
        ? Optional.empty()
        : Optional.of(all.getLast());
  }

  /** The assignments behind the last empty one. */
  default List<Directive> list(String section, String name) {
    return sinceReset(all(section, name));
  }

  /** One list that several directives add to, and that an empty one of them empties. */
  default List<Directive> list(String section, Set<String> oneOf) {
    return sinceReset(all(section).stream().filter(d -> oneOf.contains(d.name())).toList());
  }

  private static List<Directive> sinceReset(List<Directive> all) {
    List<Directive> kept = new ArrayList<>(all.size());
    for (Directive directive : all) {
      if (directive.value().isEmpty()) {
        kept.clear();
      } else {
        kept.add(directive);
      }
    }
    return kept;
  }
}
