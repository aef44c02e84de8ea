package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.directive.Rejection.Effect;
import dev.dryboot.foreign.exec.ExecLine;
import dev.dryboot.foreign.unitname.UnitName;
import dev.dryboot.foreign.unitname.UnitType;
import dev.dryboot.foreign.value.ConditionValue;
import dev.dryboot.foreign.value.ExitStatusSet;
import dev.dryboot.foreign.value.Reading;
import dev.dryboot.foreign.value.Scalars;
import dev.dryboot.foreign.value.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells whether systemd takes names and command lines: units, users, exit statuses, conditions
 * (load-fragment.c of systemd 257).
 *
 * @param names expands specifiers
 */
record WordChecks(Expansion names) {
  private static final Pattern BUS_NAME =
      Pattern.compile(
          "[A-Za-z_-][A-Za-z0-9_-]*(\\.[A-Za-z_-][A-Za-z0-9_-]*)+|:[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");
  private static final int LONGEST_BUS_NAME = 255;
  private static final Pattern NO_USER =
      Pattern.compile("-?[0-9]+|\\.{1,2}||.*[:/\\p{Cntrl}].*|\\s.*|.*\\s");
  private static final Pattern CORE =
      Pattern.compile(
          "all|default|(private|shared)-(anonymous|huge|dax)|(private|shared)-file-backed"
              + "|elf-headers|(0x)?[0-9a-fA-F]{1,16}");
  private static final long NOBODY_AT_ALL = 4_294_967_295L;

  List<Rejection> units(String value) {
    return Shapes.words(
        value, Words.Style.QUOTED_RETAIN, Effect.WORD_IGNORED, names.expanding(this::unitName));
  }

  private Optional<String> unitName(String text) {
    return UnitName.read(text).fault().map(Reading.Fault::message);
  }

  List<Rejection> sockets(String value) {
    return Shapes.words(
        value,
        Words.Style.QUOTED_RETAIN,
        Effect.WORD_IGNORED,
        names.expanding(
            text ->
                text.endsWith(".socket")
                    ? unitName(text)
                    : Optional.of("the name of a socket ends in .socket")));
  }

  /** A unit that is triggered; a socket triggers a service. */
  List<Rejection> unit(KnownDirective directive, String value) {
    return Shapes.whole(
        value,
        Effect.IGNORED,
        names.expanding(
            text -> {
              Optional<UnitName> name = UnitName.read(text).value();
              if (name.isEmpty()) {
                return unitName(text);
              }
              if (!directive.name().equals("Service")) {
                return names.unit().equals(name)
                    ? Optional.of("a unit cannot trigger itself")
                    : Optional.empty();
              }
              return name.get().type() == UnitType.SERVICE && !name.get().isTemplate()
                  ? Optional.empty()
                  : Optional.of("the name of a service, and not of a template, is expected here");
            }));
  }

  List<Rejection> slice(String value) {
    return Shapes.whole(
        value,
        Effect.IGNORED,
        names.expanding(
            TextCheck.that(
                t ->
                    t.endsWith(".slice")
                        && UnitName.read(t).value().isPresent()
                        && !t.contains("@"),
                "a slice's name ends in .slice and has no at sign")));
  }

  List<Rejection> statuses(String value) {
    return ExitStatusSet.read(value).faults().stream()
        .map(f -> new Rejection(f.from(), f.to(), f.message(), Effect.WORD_IGNORED))
        .toList();
  }

  List<Rejection> coreFilter(String value) {
    return Shapes.words(
        value,
        Words.Style.QUOTED,
        Effect.WORD_IGNORED,
        TextCheck.that(t -> CORE.matcher(t).matches(), "this is no kind of memory mapping"));
  }

  List<Rejection> exec(String value) {
    List<Rejection> found = new ArrayList<>();
    for (ExecLine.Fault f : ExecLine.read(value, names::read).faults()) {
      Effect effect = f.refusesUnit() ? Effect.UNIT_REFUSED : Effect.IGNORED;
      found.add(new Rejection(f.from(), f.to(), f.message(), effect));
    }
    return found;
  }

  /** user_group_name in its relaxed form (valid_user_group_name() of systemd 257). */
  List<Rejection> user(String value) {
    return Shapes.whole(value, Effect.UNIT_REFUSED, names.expanding(this::userName));
  }

  List<Rejection> users(String value) {
    return Shapes.words(
        value, Words.Style.QUOTED, Effect.UNIT_REFUSED, names.expanding(this::userName));
  }

  private Optional<String> userName(String text) {
    boolean number = text.matches("0|[1-9][0-9]{0,9}");
    long id = number ? Long.parseLong(text) : 0;
    boolean taken = number ? id < NOBODY_AT_ALL && id != 0xffff : !NO_USER.matcher(text).matches();
    return taken ? Optional.empty() : Optional.of("this cannot name a user or a group");
  }

  List<Rejection> busName(String value) {
    return Shapes.whole(
        value,
        Effect.IGNORED,
        names.expanding(
            TextCheck.that(
                t -> t.length() <= LONGEST_BUS_NAME && BUS_NAME.matcher(t).matches(),
                "a bus name has parts with dots between them")));
  }

  List<Rejection> condition(String value, boolean aboutPath) {
    ConditionValue condition = ConditionValue.read(value);
    PathChecks paths = new PathChecks(names);
    TextCheck check = names.expanding(aboutPath ? paths::absolute : t -> Optional.empty());
    return check
        .wrong(condition.parameter())
        .map(m -> new Rejection(condition.from(), value.length(), m, Effect.IGNORED))
        .stream()
        .toList();
  }

  /** Whether a text is yes or no, for those who ask about a unit as a whole. */
  static boolean isYes(String value) {
    return Scalars.readBoolean(value).value().orElse(false);
  }
}
