package dev.dryboot.cli;

import dev.dryboot.cli.chart.Chart;
import dev.dryboot.cli.chart.Moments;
import dev.dryboot.cli.chart.TimelineText;
import dev.dryboot.simulator.runner.BootEvidence;
import dev.dryboot.source.render.Paint;
import java.util.List;

/** Shows what came of boots: per machine its timeline, critical chain and findings; then all. */
final class BootText {
  private final Output output;
  private final Paint paint;

  BootText(Output output) {
    this.output = output;
    this.paint = output.paint();
  }

  /** One machine. */
  void show(BootResult result) {
    var text = new TimelineText(paint, output.width());
    for (BootEvidence.Boot boot : result.canonical().boots()) {
      String title = title(result, boot);
      output.out().println(paint.bold("━━ " + title + " ━━") + "  " + verdict(boot));
      output.out().println();
      Chart chart = Chart.of(title, boot, result.mine(boot));
      output.out().print(text.timeline(chart));
      output.out().print(text.legend());
      if (!chart.chain().steps().isEmpty()) {
        output.out().println();
        output.out().println(paint.bold("critical chain") + ": what the goal waited for");
        output.out().print(text.criticalChain(chart));
      }
      output.out().println();
    }
    output.show(result.report());
  }

  /** A line per machine. */
  void summary(List<BootResult> results) {
    int widest = results.stream().mapToInt(r -> r.subject().title().length()).max().orElse(0);
    output.out().println(paint.bold("summary"));
    for (BootResult result : results) {
      String mark = result.fails() ? paint.bad("✗") : paint.good("✓");
      String schedules =
          result.runs().size() == 1
              ? ""
              : "  " + result.good() + " of " + result.runs().size() + " schedules reach the goal";
      output
          .out()
          .println(
              "  %s %s  %s%s  %s"
                  .formatted(
                      mark,
                      result.subject().title()
                          + " ".repeat(widest - result.subject().title().length()),
                      verdict(result.canonical().last()),
                      schedules,
                      output.text().summary(result.report())));
    }
  }

  static String title(BootResult result, BootEvidence.Boot boot) {
    boolean several = result.canonical().boots().size() > 1;
    return result.subject().title() + (several ? ", boot " + boot.number() : "");
  }

  private static String verdict(BootEvidence.Boot boot) {
    String end = boot.end().map(e -> "ended: " + e.how()).orElse("did not reach its goal");
    return boot.goal().map(g -> "up after " + Moments.of(g - boot.began())).orElse(end);
  }
}
