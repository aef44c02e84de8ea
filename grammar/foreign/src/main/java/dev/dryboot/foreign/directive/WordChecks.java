package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.directive.Rejection.Effect;
import dev.dryboot.foreign.exec.ExecLine;
import dev.dryboot.foreign.unitname.UnitName;
import dev.dryboot.foreign.value.EnvironmentText;
import dev.dryboot.foreign.value.ExitStatusSet;
import dev.dryboot.foreign.value.Words;
import java.util.ArrayList;
import java.util.List;

/** Tells which words of a value systemd does not take. */
final class WordChecks {
  private WordChecks() {}

  static List<Rejection> units(String value) {
    List<Rejection> found = new ArrayList<>();
    Words words = Words.split(value, Words.Style.QUOTED_RETAIN);
    for (Words.Word word : words.words()) {
      if (!ValueChecks.hasSpecifier(word.text())) {
        UnitName.read(word.text())
            .fault()
            .ifPresent(
                f ->
                    found.add(
                        new Rejection(
                            Math.min(word.from() + f.from(), word.to()),
                            Math.min(word.from() + f.to(), word.to()),
                            f.message(),
                            Effect.WORD_IGNORED)));
      }
    }
    words
        .fault()
        .ifPresent(f -> found.add(new Rejection(f.from(), f.to(), f.message(), Effect.IGNORED)));
    return found;
  }

  static List<Rejection> statuses(String value) {
    return ExitStatusSet.read(value).faults().stream()
        .map(f -> new Rejection(f.from(), f.to(), f.message(), Effect.WORD_IGNORED))
        .toList();
  }

  static List<Rejection> environment(String value) {
    return ValueChecks.hasSpecifier(value)
        ? List.of()
        : EnvironmentText.readDirective(value).faults().stream()
            .map(f -> new Rejection(f.from(), f.to(), f.message(), Effect.WORD_IGNORED))
            .toList();
  }

  /** The executable is looked at with its specifiers taken for parts of a path. */
  static List<Rejection> exec(String value) {
    return ExecLine.read(value, word -> word.startsWith("%") ? "/" + word.substring(1) : word)
        .faults()
        .stream()
        .map(
            f ->
                new Rejection(
                    f.from(),
                    f.to(),
                    f.message(),
                    f.refusesUnit() ? Effect.UNIT_REFUSED : Effect.IGNORED))
        .toList();
  }

  /** user_group_name in its relaxed form (valid_user_group_name() of systemd 257). */
  static List<Rejection> user(String value) {
    boolean taken =
        ValueChecks.hasSpecifier(value)
            || value.matches("[0-9]{1,10}")
            || (!value.matches("[0-9]+|-.*|\\.{1,2}|.*[:/\\p{Cntrl}].*|\\s.*|.*\\s")
                && value.length() <= 255);
    return taken
        ? List.of()
        : List.of(
            new Rejection(
                0, value.length(), "this cannot name a user or a group", Effect.UNIT_REFUSED));
  }

  static List<Rejection> busName(String value) {
    boolean taken =
        ValueChecks.hasSpecifier(value)
            || value.matches("[A-Za-z_-][A-Za-z0-9_-]*(\\.[A-Za-z_-][A-Za-z0-9_-]*)+");
    return taken
        ? List.of()
        : List.of(
            new Rejection(
                0, value.length(), "a bus name has parts with dots between them", Effect.IGNORED));
  }
}
