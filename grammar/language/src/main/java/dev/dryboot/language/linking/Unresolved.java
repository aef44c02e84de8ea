package dev.dryboot.language.linking;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import dev.dryboot.source.Suggestion;
import java.util.Collection;

/** What to say of a name that means nothing. */
final class Unresolved {
  private Unresolved() {}

  static Diagnostic name(String what, String name, Span span, Collection<String> known) {
    return Diagnostic.error(
            LanguageRules.UNRESOLVED, span, "there is no %s `%s`".formatted(what, name))
        .help(help(name, known));
  }

  private static String help(String name, Collection<String> known) {
    return Suggestion.nearest(name, known)
        .map(near -> "did you mean `%s`?".formatted(near))
        .orElse(
            known.isEmpty()
                ? "none is declared here"
                : "there is " + String.join(", ", known.stream().limit(8).toList()));
  }

  /** A name of a unit that is none of the host's; it may be one of its operating system's. */
  static Diagnostic unit(String name, Span span, Collection<String> known) {
    Diagnostic unknown =
        Diagnostic.error(
            LanguageRules.UNRESOLVED,
            span,
            "there is no service or container `%s` in this host".formatted(name));
    String system =
        name.startsWith("network") || name.endsWith("-fs") || name.endsWith("-online")
            ? name + ".target"
            : name + ".service";
    return unknown.help(
        Suggestion.nearest(name, known)
            .map(near -> "did you mean `%s`?".formatted(near))
            .orElse(
                "a unit of the operating system is written with its ending: `%s`"
                    .formatted(system)));
  }
}
