package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.exec.ShellSigns;
import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.Section;
import dev.dryboot.foreign.unitfile.StrayLine;
import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.foreign.unitname.UnitName;
import dev.dryboot.foreign.value.Words;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Report;
import dev.dryboot.source.Rule;
import dev.dryboot.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells what systemd makes of a unit file: what it does not know, what it ignores and for what it
 * refuses the unit. What is ignored is a warning, what makes the unit be refused an error.
 */
public final class UnitFileChecker {
  /** A unit is loaded whatever becomes of its drop-ins: {@link TakenFile}. */
  private static final String STOPS =
      "systemd stops reading the drop-in here, and loads the unit without the rest of it";

  private final UnitFile file;
  private final UnitFileKind kind;
  private final SystemdVersion version;
  private final Expansion names;
  private final boolean dropIn;
  private final DirectiveTable table = DirectiveTable.known();
  private final List<Diagnostic> found = new ArrayList<>();

  private UnitFileChecker(UnitFile file, UnitFileKind kind, Expansion names, boolean dropIn) {
    this.dropIn = dropIn;
    this.file = file;
    this.kind = kind;
    this.version = names.version();
    this.names = names;
  }

  /**
   * Checks a whole unit.
   *
   * @param unitName the name that the unit has where it is installed, suffix included
   */
  public static Report check(
      UnitFile file, String unitName, UnitFileKind kind, SystemdVersion version) {
    Expansion names = new Expansion(UnitName.read(unitName).value(), version);
    Report lines = new UnitFileChecker(file, kind, names, false).report();
    return file.refusal().isPresent()
        ? lines
        : new RejectedLines(file, lines)
            .with(
                UnitChecks.check(taken(file, kind, names), unitName, kind, names, false),
                UnitChecks.check(TakenSettings.of(file), unitName, kind, names, true));
  }

  private static TakenSettings taken(UnitFile file, UnitFileKind kind, Expansion names) {
    return TakenSettings.of(TakenFile.of(file, kind, names).file());
  }

  /** Checks a drop-in, which need not be complete. */
  public static Report checkDropIn(UnitFile file, UnitFileKind kind, SystemdVersion version) {
    Expansion names = new Expansion(Optional.empty(), version);
    return new UnitFileChecker(file, kind, names, true).report();
  }

  private Report report() {
    file.strays().forEach(this::stray);
    for (Section section : file.sections()) {
      section(section);
    }
    return new Report(found);
  }

  private void stray(StrayLine line) {
    String refused = dropIn ? STOPS : "systemd stops reading here and refuses the unit";
    String ignored = "systemd ignores the line with a warning";
    found.add(
        switch (line.kind()) {
          case OUTSIDE_SECTION ->
              Diagnostic.warning(
                      UnitFileRules.OUTSIDE_SECTION, line.span(), "this line stands in no section")
                  .why(ignored)
                  .help("put it under the section that it belongs to, such as [Unit]");
          case MISSING_EQUALS ->
              Diagnostic.warning(
                      UnitFileRules.MISSING_EQUALS, line.span(), "this line assigns nothing")
                  .why(ignored)
                  .help(
                      "write NAME=VALUE; to carry the line before on, end that one in a backslash");
          case MISSING_NAME ->
              Diagnostic.warning(
                      UnitFileRules.MISSING_EQUALS,
                      line.span(),
                      "there is no name in front of the equals sign")
                  .why(ignored)
                  .help("write NAME=VALUE");
          case BROKEN_HEADER ->
              Diagnostic.error(
                      UnitFileRules.BROKEN_HEADER,
                      line.span(),
                      "this section header does not end in a closing bracket")
                  .why(refused)
                  .help("close the bracket; a comment stands on a line of its own");
          case UNSAFE_HEADER ->
              Diagnostic.error(
                      UnitFileRules.BROKEN_HEADER,
                      line.span(),
                      "a section's name cannot hold quotes, backslashes or control characters")
                  .why(refused)
                  .help("write the name plainly, such as [Service]");
          case TOO_LONG ->
              Diagnostic.error(
                      UnitFileRules.LINE_TOO_LONG,
                      line.span(),
                      "this line is longer than 1 MiB with the lines that carry it on")
                  .why(refused)
                  .help("move the text into a file of its own");
        });
  }

  private void section(Section section) {
    String name = section.name();
    if (name.startsWith("X-") || (name.startsWith("-") && !kind.isNetworkd())) {
      return;
    }
    if (kind.sections().contains(name)) {
      section.directives().forEach(d -> directive(name, d));
      return;
    }
    String hint =
        Suggestion.nearest(name, kind.sections())
            .map(s -> "did you mean [" + s + "]?")
            .orElse("a ." + kind.suffix() + " file has " + bracketed(kind.sections()));
    String message =
        table.hasSection(name)
            ? "[" + name + "] does not belong in a ." + kind.suffix() + " file"
            : "there is no section [" + name + "]";
    found.add(
        Diagnostic.warning(UnitFileRules.UNKNOWN_SECTION, section.span(), message)
            .why("systemd ignores all that stands in it")
            .help(hint));
  }

  private String bracketed(List<String> names) {
    return kind.isNetworkd()
        ? "other sections"
        : String.join(", ", names.stream().map(n -> "[" + n + "]").toList());
  }

  private void directive(String section, Directive directive) {
    if (directive.name().startsWith("X-")) {
      return;
    }
    Optional<KnownDirective> known = table.find(kind.inTable(section), directive.name());
    if (known.isEmpty()) {
      unknown(section, directive);
    } else if (!known.get().isIn(version)) {
      newer(directive, known.get().since().orElseThrow());
    } else {
      known.get().legacy().ifPresent(name -> legacy(directive, name));
      reset(directive, known.get());
      value(directive, known.get());
    }
  }

  private void unknown(String section, Directive directive) {
    String name = directive.name();
    List<String> elsewhere =
        table.sectionsOf(name, kind.sections().stream().map(kind::inTable).toList());
    if (!elsewhere.isEmpty()) {
      found.add(
          Diagnostic.warning(
                  UnitFileRules.WRONG_SECTION,
                  directive.nameSpan(),
                  name + "= does not belong in [" + section + "]")
              .why(ignoresLine())
              .help("move it to [" + elsewhere.getFirst() + "]"));
      return;
    }
    List<String> names =
        table.directives(kind.inTable(section)).stream().map(KnownDirective::name).toList();
    String hint =
        Suggestion.nearest(name, names)
            .map(n -> "did you mean " + n + "=?")
            .orElse("remove it, or begin its name with X- to keep a note of your own");
    found.add(
        Diagnostic.warning(
                UnitFileRules.UNKNOWN_DIRECTIVE,
                directive.nameSpan(),
                "there is no directive " + name + "= in [" + section + "]")
            .why(ignoresLine())
            .help(hint));
  }

  private String ignoresLine() {
    return kind.quadlet()
        ? "podman refuses a file with a key that it does not know; systemd ignores the line"
        : "systemd ignores the line with a warning, so what it asks for does not happen";
  }

  private void newer(Directive directive, int since) {
    found.add(
        Diagnostic.warning(
                UnitFileRules.NEWER_DIRECTIVE,
                directive.nameSpan(),
                directive.name() + "= came with systemd " + since + ", and this is " + version)
            .why("systemd ignores the line with a warning, so what it asks for does not happen")
            .help("do without it, or run systemd " + since + " or newer"));
  }

  private void legacy(Directive directive, String successor) {
    String help = successor.equals("-") ? "remove it" : "write " + successor + "= instead";
    found.add(
        Diagnostic.note(
                UnitFileRules.LEGACY_DIRECTIVE,
                directive.nameSpan(),
                directive.name() + "= is an old directive")
            .why(
                successor.equals("-")
                    ? "systemd still takes it, but it no longer does anything"
                    : "systemd still takes it, but its manual no longer tells of it")
            .help(help));
  }

  private void reset(Directive directive, KnownDirective known) {
    if (known.repeat() == KnownDirective.Repeat.ADDS_FOREVER && directive.value().isEmpty()) {
      found.add(
          Diagnostic.warning(
                  UnitFileRules.DEPENDENCY_RESET,
                  directive.nameSpan(),
                  "an empty " + directive.name() + "= does not take dependencies back")
              .why("systemd only ever adds to the dependencies of a unit")
              .help("copy the unit to /etc/systemd/system and remove the dependency there"));
    }
  }

  private void value(Directive directive, KnownDirective known) {
    for (Rejection rejection : ValueChecks.check(known, directive.value(), names)) {
      boolean refused = rejection.effect() == Rejection.Effect.UNIT_REFUSED;
      Rule rule = refused ? UnitFileRules.UNIT_REFUSED : UnitFileRules.VALUE_IGNORED;
      var span = directive.span(rejection.from(), rejection.to());
      String message = directive.name() + "=: " + rejection.message();
      found.add(
          (refused
                  ? Diagnostic.error(rule, span, message)
                  : Diagnostic.warning(rule, span, message))
              .why(refused && dropIn ? STOPS : rejection.consequence()));
    }
    if (known.kind() == ValueKind.EXEC) {
      escapes(directive);
      ShellSigns.first(directive.value()).ifPresent(sign -> shell(directive, sign));
    }
  }

  private void shell(Directive directive, ShellSigns.Sign sign) {
    found.add(
        Diagnostic.warning(
                UnitFileRules.NO_SHELL, directive.span(sign.from(), sign.to()), sign.message())
            .why(sign.why())
            .help(sign.help(directive.value())));
  }

  private void escapes(Directive directive) {
    for (Words.Word word : Words.split(directive.value(), Words.Style.COMMAND).words()) {
      if (word.unknownEscapes() && !word.text().equals("\\;")) {
        found.add(
            Diagnostic.warning(
                    UnitFileRules.UNKNOWN_ESCAPE,
                    directive.span(word.from(), word.to()),
                    "a backslash in this word escapes nothing that systemd knows")
                .why("systemd keeps the backslash with a warning and hands it to the command")
                .help("write two backslashes for one"));
      }
    }
  }
}
