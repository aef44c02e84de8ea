package dev.dryboot.source.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Origin;
import dev.dryboot.source.OriginText;
import dev.dryboot.source.Report;
import dev.dryboot.source.Rule;
import dev.dryboot.source.Severity;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TextReportTest {
  private static final Rule RULE = new Rule("SD001", "docker-client-kill");

  @Test
  void showsTheLineTheWhyAndTheHelp() {
    SourceText file = SourceText.of("web.boot", "host web {\n  contaner db { }\n}\n");
    Diagnostic diagnostic =
        Diagnostic.error(RULE, file.span(13, 21), "there is no kind of thing called contaner")
            .why("the container would not be made")
            .help("did you mean container?");
    assertThat(TextReport.plain().render(diagnostic))
        .isEqualTo(
            """
            error[SD001]: there is no kind of thing called contaner (docker-client-kill)
             ──▶ web.boot:2:3
              │
            2 │   contaner db { }
              │   ^^^^^^^^
              │
              = why: the container would not be made
              = help: did you mean container?
            """);
  }

  @Test
  void showsRelatedPlacesInTheirOwnFiles() {
    SourceText web = SourceText.of("web.boot", "a\nb\nc\nd\ne\nf\ng\n");
    SourceText base = SourceText.of("base.boot", "engine docker\n");
    Diagnostic diagnostic =
        Diagnostic.warning(RULE, web.span(12, 13), "two owners")
            .related(web.span(0, 1), "one is here")
            .related(base.span(7, 13), "the other is here");
    assertThat(TextReport.plain().render(diagnostic))
        .isEqualTo(
            """
            warning[SD001]: two owners (docker-client-kill)
             ──▶ web.boot:7:1
              │
            1 │ a
              │ - one is here
              ⋮
            7 │ g
              │ ^
             ::▶ base.boot:1:8
              │
            1 │ engine docker
              │        ------ the other is here
            """);
  }

  @Test
  void pointsToWhereTheAuthorWroteIt() {
    SourceText boot = SourceText.of("web.boot", "image \"nginx\"\n");
    SourceText unit =
        new OriginText()
            .add("ExecStart=docker run ", Origin.builtIn("the planner"))
            .add("nginx", Origin.written(boot.span(7, 12)))
            .build("web.service");
    Diagnostic diagnostic = Diagnostic.error(RULE, unit.span(21, 26), "no such image");
    assertThat(TextReport.plain().render(diagnostic)).contains("──▶ web.boot:1:8");
  }

  @Test
  void clipsALongLineAroundThePlace() {
    SourceText file = SourceText.of("a.json", "x".repeat(5000) + "HERE" + "y".repeat(5000));
    String text =
        new TextReport(Paint.PLAIN, 60, 10)
            .render(Diagnostic.error(RULE, file.span(5000, 5004), "that"));
    assertThat(text.lines()).allMatch(line -> line.length() <= 60);
    assertThat(text).contains("…", "HERE", "^^^^");
  }

  @Test
  void showsWhatATerminalWouldActUponByItsNumber() {
    SourceText file = SourceText.of("a", "a\u001b[31mb\u202ec\tD");
    String text =
        TextReport.plain().render(Diagnostic.error(RULE, file.span(10, 11), "that\u0007"));
    assertThat(text).doesNotContain("\u001b", "\u202e", "\u0007").contains("<U+001B>", "<U+202E>");
  }

  @Test
  void countsWideCharactersTwice() {
    SourceText file = SourceText.of("a", "日本x");
    assertThat(TextReport.plain().render(Diagnostic.error(RULE, file.span(2, 3), "that")))
        .contains("1 │ 日本x\n  │     ^\n");
  }

  @Test
  void underlinesTheFirstLineOfALongPlace() {
    SourceText file = SourceText.of("a", "one {\n two\n}\n");
    assertThat(TextReport.plain().render(Diagnostic.error(RULE, file.span(0, 13), "that")))
        .contains("^^^^^ … to line 3");
  }

  @Test
  void showsAFindingWithoutAPlace() {
    Diagnostic diagnostic =
        new Diagnostic(
            RULE, Severity.NOTE, "no dot here", Optional.empty(), List.of(), "", "install it");
    assertThat(TextReport.plain().render(diagnostic))
        .isEqualTo("note[SD001]: no dot here (docker-client-kill)\n  = help: install it\n");
  }

  @Test
  void countsWhatItDoesNotShow() {
    SourceText file = SourceText.of("a", "one");
    Report report =
        Report.of(
            Diagnostic.error(RULE, file.span(0, 1), "1"),
            Diagnostic.error(RULE, file.span(1, 2), "2"),
            Diagnostic.warning(RULE, file.span(2, 3), "3"));
    TextReport text = new TextReport(Paint.PLAIN, 80, 1);
    assertThat(text.render(report)).contains("… and 2 more findings");
    assertThat(text.summary(report)).isEqualTo("2 errors, 1 warning");
    assertThat(text.summary(Report.EMPTY)).isEqualTo("no findings");
  }

  @Test
  void coloursOnlyWhenAsked() {
    Diagnostic diagnostic = Diagnostic.error(RULE, SourceText.of("a", "b").span(0, 1), "that");
    assertThat(new TextReport(Paint.COLOURED, 80, 10).render(diagnostic)).contains("\u001b[1;31m");
    assertThat(TextReport.plain().render(diagnostic)).doesNotContain("\u001b");
  }

  @Property(seed = "20261123")
  void rendersAnyPlaceInAnyText(
      @ForAll String text,
      @ForAll @IntRange(max = 500) int a,
      @ForAll @IntRange(max = 500) int b,
      @ForAll @IntRange(max = 120) int width) {
    int start = Math.min(Math.min(a, b), text.length());
    int end = Math.min(Math.max(a, b), text.length());
    Span span = SourceText.of("any", text).span(start, end);
    String shown =
        new TextReport(Paint.PLAIN, width, 10).render(Diagnostic.error(RULE, span, text));
    assertThat(shown).contains("any:").contains("^").doesNotContain("\u001b");
  }
}
