package dev.dryboot.language.linking;

import dev.dryboot.language.BootProgram;
import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.literal.Duration;
import dev.dryboot.language.literal.Literal;
import dev.dryboot.language.settings.Conversion;
import dev.dryboot.language.settings.ValueType.Plain;
import dev.dryboot.language.syntax.BootFile.Action;
import dev.dryboot.language.syntax.BootFile.Event;
import dev.dryboot.language.syntax.BootFile.Step;
import dev.dryboot.language.syntax.BootFile.Subject;
import dev.dryboot.language.syntax.Name;
import dev.dryboot.language.syntax.Word;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks up the names and words of a scenario's sentences. */
record ScenarioLinks(BootProgram program, Scope scope, Consumer<Diagnostic> report) {
  /** What can be said of a unit, a container or the machine. */
  private static final List<String> STATES =
      List.of(
          "ready",
          "starting",
          "started",
          "finished",
          "failed",
          "stopping",
          "stopped",
          "killed",
          "pulling",
          "pulled",
          "restarted",
          "exited",
          "running",
          "booted",
          "up",
          "down",
          "mounted",
          "full");

  private static final List<String> VERBS =
      List.of(
          "start",
          "stop",
          "restart",
          "reload",
          "kill",
          "pause",
          "resume",
          "cut",
          "drop",
          "restore",
          "update",
          "roll-back",
          "reboot",
          "fill",
          "free",
          "remove",
          "detach",
          "attach",
          "reset");

  void steps(List<Step> steps) {
    for (Step step : steps) {
      switch (step) {
        case Step.Given given -> {
          unit(given.unit(), given.host());
          given
              .duration()
              .ifPresent(d -> Conversion.check(Plain.DURATION, d).diagnostics().forEach(report));
        }
        case Step.At at -> {
          duration(at.time());
          action(at.action());
        }
        case Step.When when -> {
          event(when.event());
          action(when.action());
        }
        case Step.Expect expect -> {
          event(expect.event());
          expect.within().ifPresent(this::duration);
          expect.ofEvent().ifPresent(this::event);
          expect.before().ifPresent(this::event);
          expect.after().ifPresent(this::event);
        }
      }
    }
  }

  private void duration(Word word) {
    Duration.of(new Literal(word.text(), word.span())).report().diagnostics().forEach(report);
  }

  private void action(Action action) {
    word(action.verb(), VERBS, "something that can be done");
    subject(action.subject());
  }

  private void event(Event event) {
    word(event.state(), STATES, "something that can be expected");
    subject(event.subject());
  }

  private void word(Word word, List<String> known, String what) {
    if (!known.contains(word.text())) {
      report.accept(
          Diagnostic.error(
                  LanguageRules.UNKNOWN_WORD,
                  word.span(),
                  "`%s` is not %s".formatted(word.text(), what))
              .help(
                  Suggestion.nearest(word.text(), known)
                      .map(near -> "did you mean `%s`?".formatted(near))
                      .orElse("known are " + String.join(", ", known))));
    }
  }

  private void subject(Subject subject) {
    switch (subject) {
      case Subject.OfUnit of -> unit(of.unit(), of.host());
      case Subject.OfMachine machine -> {}
      case Subject.OfPath path ->
          new MemberLinks(program, scope, report).value(path.path(), List.of());
    }
  }

  private void unit(Name unit, Optional<Name> host) {
    host.filter(name -> !program.hosts().containsKey(name.text()))
        .ifPresent(
            name ->
                report.accept(
                    Unresolved.name("host", name.text(), name.span(), program.hosts().keySet())));
    if (!unit.quoted() && !scope.has("unit", unit.text())) {
      report.accept(Unresolved.unit(unit.text(), unit.span(), scope.names("unit")));
    }
  }
}
