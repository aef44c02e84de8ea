package dev.dryboot.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Rule RULE = new Rule("DB001", "unknown-word");
  private static final SourceText A = SourceText.of("a.boot", "one two three");

  @Test
  void diagnosticsAreInTheOrderOfTheirPlaces() {
    Diagnostic late = Diagnostic.error(RULE, A.span(8, 13), "late");
    Diagnostic early = Diagnostic.note(RULE, A.span(0, 3), "early");
    Diagnostic nowhere =
        new Diagnostic(RULE, Severity.ERROR, "nowhere", Optional.empty(), List.of(), "", "");
    assertThat(Report.of(nowhere, late, early).diagnostics()).containsExactly(early, late, nowhere);
  }

  @Test
  void onlyAnErrorIsAnError() {
    assertThat(Report.of(Diagnostic.warning(RULE, A.whole(), "w")).hasErrors()).isFalse();
    assertThat(Report.of(Diagnostic.error(RULE, A.whole(), "e")).hasErrors()).isTrue();
  }

  @Test
  void aStepWithoutAValueEndsTheWorkAndKeepsItsReport() {
    Report mistakes = Report.of(Diagnostic.error(RULE, A.whole(), "e"));
    Outcome<Integer> ended = Outcome.<String>failed(mistakes).then(s -> Outcome.of(s.length()));
    assertThat(ended.value()).isEmpty();
    assertThat(ended.report()).isEqualTo(mistakes);
  }

  @Test
  void theReportsOfStepsAreJoined() {
    Diagnostic first = Diagnostic.note(RULE, A.span(0, 3), "first");
    Diagnostic second = Diagnostic.note(RULE, A.span(4, 7), "second");
    Outcome<Integer> done =
        Outcome.of("x", Report.of(first)).then(s -> Outcome.of(1, Report.of(second)));
    assertThat(done.report().diagnostics()).containsExactly(first, second);
  }

  @Test
  void aRuleIsNamedByItsCodeOrByItsName() {
    assertThat(RULE.is("DB001")).isTrue();
    assertThat(RULE.is("unknown-word")).isTrue();
    assertThat(RULE.is("unknown")).isFalse();
    assertThatThrownBy(() -> new Rule("X1", "a")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rule("DB001", "Bad Name"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
