package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.calendar.CalendarEvent;
import dev.dryboot.foreign.container.ImageReference;
import dev.dryboot.foreign.container.PortMapping;
import dev.dryboot.foreign.container.VolumeMount;
import dev.dryboot.foreign.directive.Rejection.Effect;
import dev.dryboot.foreign.unitname.UnitName;
import dev.dryboot.foreign.value.ByteSize;
import dev.dryboot.foreign.value.ConditionValue;
import dev.dryboot.foreign.value.Reading;
import dev.dryboot.foreign.value.Scalars;
import dev.dryboot.foreign.value.Signal;
import dev.dryboot.foreign.value.TimeSpan;
import dev.dryboot.source.Suggestion;
import java.util.List;
import java.util.Optional;

/** Tells whether systemd takes a value (load-fragment.c of systemd 257). */
final class ValueChecks {
  private ValueChecks() {}

  /** Why {@code value} is not taken; empty lists where it is. Specifiers are not looked into. */
  static List<Rejection> check(KnownDirective directive, String value, SystemdVersion version) {
    if (value.isEmpty()) {
      return List.of();
    }
    return switch (directive.kind()) {
      case ANY, STRING, ANYPATH, URLS, CONDITION -> List.of();
      case RLIMIT -> limit(value);
      case DIRECTORIES -> PathChecks.directories(value);
      case BOOLEAN -> choice(directive, value, version, true);
      case ENUM -> choice(directive, value, version, false);
      case NUMBER -> ignored(Scalars.readNumber(value, directive.least(), directive.most()));
      case TIMESPAN -> ignored(TimeSpan.read(value));
      case SIZE -> ignored(ByteSize.read(value));
      case MEMORY -> value.equals("infinity") ? List.of() : ignored(amount(value));
      case TASKS -> value.equals("infinity") ? List.of() : ignored(tasks(value));
      case QUOTA -> ignored(Scalars.readPercent(value, Integer.MAX_VALUE / 100));
      case WEIGHT ->
          value.equals("idle") && directive.name().contains("CPU")
              ? List.of()
              : ignored(Scalars.readNumber(value, 1, 10_000));
      case MODE -> ignored(Scalars.readMode(value));
      case SIGNAL -> ignored(Signal.read(value));
      case PATH -> one(PathChecks.path(directive, value));
      case PATHS -> PathChecks.paths(directive, value);
      case WORKDIR -> one(PathChecks.workingDirectory(value));
      case ENVFILE -> one(PathChecks.environmentFile(value));
      case STATUSES -> WordChecks.statuses(value);
      case ENVIRONMENT -> WordChecks.environment(value);
      case EXEC -> WordChecks.exec(value);
      case UNITS -> WordChecks.units(value);
      case UNIT -> unit(value);
      case SLICE -> slice(value);
      case USER -> WordChecks.user(value);
      case BUSNAME -> WordChecks.busName(value);
      case CALENDAR -> hasSpecifier(value) ? List.of() : ignored(CalendarEvent.read(value));
      case PATHCONDITION -> pathCondition(value);
      case PORT -> podman(hasSpecifier(value), PortMapping.read(value));
      case VOLUME -> podman(hasSpecifier(value), VolumeMount.readVolume(value));
      case IMAGE -> image(value);
      case QUADLETBOOLEAN -> ignored(Scalars.readBoolean(value));
    };
  }

  static boolean hasSpecifier(String value) {
    return value.indexOf('%') >= 0;
  }

  private static List<Rejection> choice(
      KnownDirective directive, String value, SystemdVersion version, boolean orBoolean) {
    if (orBoolean && Scalars.readBoolean(value).value().isPresent()) {
      return List.of();
    }
    List<String> words =
        directive.choices().stream()
            .filter(c -> version.has(c.since()))
            .map(KnownDirective.Choice::word)
            .toList();
    for (KnownDirective.Choice choice : directive.choices()) {
      if (choice.takes(value)) {
        return version.has(choice.since())
            ? List.of()
            : List.of(
                new Rejection(
                    0,
                    value.length(),
                    value + " came with systemd " + choice.since() + ", and this is " + version,
                    Effect.IGNORED));
      }
    }
    String hint = Suggestion.nearest(value, words).map(w -> "; did you mean " + w + "?").orElse("");
    List<String> shown = words.stream().map(w -> w.replace("*", "…")).toList();
    String expected = orBoolean ? "yes, no" + (shown.isEmpty() ? "" : ", ") : "";
    return List.of(
        new Rejection(
            0,
            value.length(),
            directive.name() + "= takes " + expected + String.join(", ", shown) + hint,
            Effect.IGNORED));
  }

  /** Numbers, sizes, times or nice levels by the limit; words are what nobody takes. */
  private static List<Rejection> limit(String value) {
    String one = "(infinity|[+-]?[0-9][0-9. A-Za-z\u00b5\u03bc]*)";
    return value.matches(one + "(:" + one + ")?")
        ? List.of()
        : List.of(
            new Rejection(
                0, value.length(), "a number or infinity is expected here", Effect.IGNORED));
  }

  private static Reading<?> amount(String value) {
    return value.endsWith("%") ? Scalars.readPercent(value, 100) : ByteSize.read(value);
  }

  private static Reading<?> tasks(String value) {
    return value.endsWith("%")
        ? Scalars.readPercent(value, 100)
        : Scalars.readNumber(value, 1, Long.MAX_VALUE);
  }

  private static List<Rejection> unit(String value) {
    return hasSpecifier(value) ? List.of() : ignored(UnitName.read(value));
  }

  private static List<Rejection> slice(String value) {
    if (hasSpecifier(value) || value.endsWith(".slice")) {
      return unit(value);
    }
    return List.of(
        new Rejection(0, value.length(), "a slice's name ends in .slice", Effect.IGNORED));
  }

  private static List<Rejection> pathCondition(String value) {
    ConditionValue condition = ConditionValue.read(value);
    boolean absolute = condition.parameter().startsWith("/");
    return absolute || hasSpecifier(value)
        ? List.of()
        : List.of(
            new Rejection(
                condition.from(),
                value.length(),
                "the path of a condition must be absolute",
                Effect.IGNORED));
  }

  private static List<Rejection> image(String value) {
    boolean quadlet = value.endsWith(".image") || value.endsWith(".build");
    return podman(quadlet || hasSpecifier(value), ImageReference.read(value));
  }

  /** Podman refuses the whole file for a value that it cannot use. */
  private static List<Rejection> podman(boolean unknown, Reading<?> reading) {
    return unknown
        ? List.of()
        : reading
            .fault()
            .map(f -> new Rejection(f.from(), f.to(), f.message(), Effect.UNIT_REFUSED))
            .stream()
            .toList();
  }

  static List<Rejection> ignored(Reading<?> reading) {
    return reading
        .fault()
        .map(f -> new Rejection(f.from(), f.to(), f.message(), Effect.IGNORED))
        .stream()
        .toList();
  }

  private static List<Rejection> one(Optional<Rejection> rejection) {
    return rejection.stream().toList();
  }
}
