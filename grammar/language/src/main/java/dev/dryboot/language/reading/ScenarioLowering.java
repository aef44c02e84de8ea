package dev.dryboot.language.reading;

import dev.dryboot.language.LanguageRules;
import dev.dryboot.language.dsl.boot.Action;
import dev.dryboot.language.dsl.boot.At;
import dev.dryboot.language.dsl.boot.BootPackage.Literals;
import dev.dryboot.language.dsl.boot.Event;
import dev.dryboot.language.dsl.boot.Expect;
import dev.dryboot.language.dsl.boot.Given;
import dev.dryboot.language.dsl.boot.MachineSubject;
import dev.dryboot.language.dsl.boot.PathSubject;
import dev.dryboot.language.dsl.boot.Scenario;
import dev.dryboot.language.dsl.boot.Subject;
import dev.dryboot.language.dsl.boot.UnitRef;
import dev.dryboot.language.dsl.boot.UnitSubject;
import dev.dryboot.language.dsl.boot.When;
import dev.dryboot.language.syntax.BootFile;
import dev.dryboot.language.syntax.BootFile.Step;
import dev.dryboot.language.syntax.Member;
import dev.dryboot.language.syntax.Name;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;

/** Lowers scenarios and their sentences. */
record ScenarioLowering(
    Places places, ValueLowering values, MemberLowering members, Consumer<Diagnostic> report) {

  BootFile.Scenario scenario(Scenario scenario, Name name, Span span) {
    List<Step> steps = new ArrayList<>();
    List<Member> settings = new ArrayList<>();
    for (EObject step : scenario.getSteps()) {
      Span at = places.span(step);
      switch (step) {
        case Given given -> steps.add(given(given, at));
        case At moment ->
            steps.add(
                new Step.At(
                    places.word(moment, Literals.AT__TIME),
                    number(moment, Literals.AT__BOOT),
                    action(moment.getAction()),
                    at));
        case When when ->
            steps.add(new Step.When(event(when.getEvent()), action(when.getAction()), at));
        case Expect expect -> steps.add(expect(expect, at));
        default -> settings.add(members.one(step));
      }
    }
    return new BootFile.Scenario(
        name, places.name(scenario, Literals.SCENARIO__OF), steps, settings, span);
  }

  private Step given(Given given, Span span) {
    return new Step.Given(
        unit(given.getUnit()),
        places.names(given, Literals.GIVEN__HOST).stream().findFirst(),
        Optional.ofNullable(given.getDuration()).map(values::value),
        number(given, Literals.GIVEN__CODE),
        number(given, Literals.GIVEN__BOOT),
        span);
  }

  private Step expect(Expect expect, Span span) {
    return new Step.Expect(
        expect.isNever(),
        event(expect.getEvent()),
        Places.nodes(expect, Literals.EXPECT__WITHIN).stream().findFirst().map(places::word),
        number(expect, Literals.EXPECT__BOOT),
        Optional.ofNullable(expect.getSince()).map(this::event),
        Optional.ofNullable(expect.getBefore()).map(this::event),
        Optional.ofNullable(expect.getAfter()).map(this::event),
        span);
  }

  private BootFile.Action action(Action action) {
    return new BootFile.Action(
        places.word(action, Literals.ACTION__VERB), subject(action.getObject()));
  }

  private BootFile.Event event(Event event) {
    return new BootFile.Event(
        subject(event.getSubject()), places.word(event, Literals.EVENT__STATE));
  }

  private BootFile.Subject subject(Subject subject) {
    return switch (subject) {
      case UnitSubject unit ->
          new BootFile.Subject.OfUnit(
              unit(unit.getUnit()),
              places.names(unit, Literals.UNIT_SUBJECT__HOST).stream().findFirst());
      case MachineSubject machine ->
          new BootFile.Subject.OfMachine(places.word(machine, Literals.MACHINE_SUBJECT__PART));
      case PathSubject path -> new BootFile.Subject.OfPath(values.value(path.getPath()));
      default -> throw new IllegalStateException(subject.eClass().getName());
    };
  }

  private Name unit(UnitRef unit) {
    boolean plain = !Places.nodes(unit, Literals.UNIT_REF__UNIT).isEmpty();
    return places.name(
        Places.only(unit, plain ? Literals.UNIT_REF__UNIT : Literals.UNIT_REF__NAME));
  }

  private Optional<Integer> number(EObject object, EStructuralFeature feature) {
    return Places.nodes(object, feature).stream().findFirst().map(node -> whole(node, 0));
  }

  /**
   * A whole number of at least {@code least}; what is none is reported, and {@code least} taken.
   */
  int whole(INode node, int least) {
    String text = Places.text(node);
    boolean number = text.length() < 9 && text.chars().allMatch(c -> Words.isDigit((char) c));
    if (number && Integer.parseInt(text) >= least) {
      return Integer.parseInt(text);
    }
    report.accept(
        Diagnostic.error(
            LanguageRules.TYPE,
            places.span(node),
            "`%s` is not a whole number of %d or more".formatted(text, least)));
    return least;
  }
}
