package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.container.ImageReference;
import dev.dryboot.foreign.directive.Rejection.Effect;
import dev.dryboot.foreign.value.Reading;
import dev.dryboot.foreign.value.Scalars;
import dev.dryboot.source.Suggestion;
import java.util.List;

/** Tells whether systemd takes a value (load-fragment.c of systemd 257). */
final class ValueChecks {
  private ValueChecks() {}

  /** Why {@code value} is not taken; an empty list where it is. */
  static List<Rejection> check(KnownDirective directive, String value, Expansion names) {
    if (value.isEmpty()) {
      return blank(directive, names.version());
    }
    return directive.kind().check().check(directive, value, new Checks(names));
  }

  private static List<Rejection> blank(KnownDirective directive, SystemdVersion version) {
    return version.has(directive.blankSince())
        ? List.of()
        : List.of(new Rejection(0, 0, "a value is missing", effect(directive)));
  }

  /** What a value that is not taken comes to. */
  static Effect effect(KnownDirective directive) {
    return directive.fatal() ? Effect.UNIT_REFUSED : Effect.IGNORED;
  }

  static List<Rejection> unsupported(KnownDirective directive, String value) {
    return List.of(
        new Rejection(
            0, value.length(), "units of this type do not have this setting", effect(directive)));
  }

  static List<Rejection> choice(
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
                    effect(directive)));
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
            effect(directive)));
  }

  static List<Rejection> number(KnownDirective directive, String value) {
    return directive.choices().stream().anyMatch(c -> c.takes(value))
        ? List.of()
        : taken(Scalars.readNumber(value, directive.least(), directive.most()));
  }

  static List<Rejection> weight(KnownDirective directive, String value) {
    return value.equals("idle") && directive.name().contains("CPU")
        ? List.of()
        : taken(Scalars.readNumber(value, 1, 10_000));
  }

  static boolean hasSpecifier(String value) {
    return value.indexOf('%') >= 0;
  }

  static List<Rejection> image(String value) {
    boolean quadlet = value.endsWith(".image") || value.endsWith(".build");
    return quadlet ? List.of() : podman(value, ImageReference.read(value));
  }

  /** Podman refuses the whole file for a value that it cannot use. */
  static List<Rejection> podman(String value, Reading<?> reading) {
    return hasSpecifier(value) ? List.of() : Shapes.reading(reading, Effect.UNIT_REFUSED);
  }

  static List<Rejection> taken(Reading<?> reading) {
    return Shapes.reading(reading, Effect.IGNORED);
  }
}
