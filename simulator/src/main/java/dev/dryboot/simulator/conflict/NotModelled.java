package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a boot met that the simulator does not model, and what its units ask for: said, so that
 * silence means something.
 */
final class NotModelled implements ConflictRule {
  private static final Pattern KEY = Pattern.compile("(\\S+) \\(module \\S+\\)");
  private static final String WHY = "The boot goes on as if it had no effect.";

  @Override
  public List<Diagnostic> findings(Sight sight) {
    List<Diagnostic> found = new ArrayList<>();
    sight
        .boot()
        .facts(Fact.NotModelled.class)
        .distinct()
        .forEach(
            fact ->
                found.add(
                    note(
                        fact.who(),
                        fact.what(),
                        sight
                            .unit(fact.who())
                            .flatMap(u -> place(sight, u, fact.what()))
                            .or(() -> url(sight, fact.what()))
                            .or(() -> key(sight, fact.what())))));
    for (UnitRecord unit : sight.usersUnits()) {
      if (sight.takesPart(unit.name())) {
        asked(sight, unit, found);
      }
    }
    return found;
  }

  /** Where a document has the key of a module: {@code ansible (module ansible)}. */
  private static Optional<Span> key(Sight sight, String what) {
    Matcher key = KEY.matcher(what);
    return key.matches() ? sight.writtenKey(key.group(1)) : Optional.empty();
  }

  /** Where a document names the URL that is spoken of. */
  private static Optional<Span> url(Sight sight, String what) {
    return Stream.of(what.split(" ", -1))
        .filter(word -> word.contains("://"))
        .findFirst()
        .flatMap(sight::written);
  }

  /** The command whose program is meant, or else where the unit was written. */
  private static Optional<Span> place(Sight sight, UnitRecord unit, String what) {
    List<String> words = List.of(what.split(" ", -1));
    return unit.commands().stream()
        .filter(c -> words.contains(c.argv().getFirst()))
        .findFirst()
        .map(c -> sight.place(unit, c))
        .orElseGet(() -> sight.place(unit));
  }

  private static Diagnostic note(String who, String what, Optional<Span> place) {
    return new Diagnostic(
        ConflictRules.NOT_MODELLED,
        Severity.NOTE,
        "%s: not simulated: %s".formatted(who, what),
        place,
        List.of(),
        WHY,
        "");
  }

  /** One note for each kind of thing that a unit asks for, at the first line that does. */
  private static void asked(Sight sight, UnitRecord unit, List<Diagnostic> found) {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    Map<String, Span> places = new LinkedHashMap<>();
    for (UnitRecord.Setting setting : unit.settings()) {
      if (setting.value().isEmpty() || !sight.isUsers(setting.span())) {
        continue;
      }
      NotModelledDirectives.known()
          .group(setting.section(), setting.name(), setting.value())
          .ifPresent(
              group -> {
                names.computeIfAbsent(group, g -> new LinkedHashSet<>()).add(setting.name());
                places.putIfAbsent(group, setting.span());
              });
    }
    names.forEach(
        (group, settings) ->
            found.add(
                note(
                    unit.name(),
                    group
                        + settings.stream()
                            .map(n -> n + "=")
                            .collect(Collectors.joining(", ", " (", ")")),
                    Optional.ofNullable(places.get(group)))));
  }
}
