package dev.dryboot.cli;

import dev.dryboot.source.Report;
import dev.dryboot.source.render.Paint;
import dev.dryboot.source.render.TextReport;
import java.io.PrintStream;

/** How one run of a command shows what it found. */
record Output(Console console, ReportFormat format, boolean coloured) {
  /** More findings than anyone reads; the others are counted. */
  private static final int MOST = 200;

  private static final int USUAL_WIDTH = 100;

  PrintStream out() {
    return console.out();
  }

  PrintStream err() {
    return console.err();
  }

  boolean json() {
    return format == ReportFormat.JSON;
  }

  Paint paint() {
    return coloured ? Paint.COLOURED : Paint.PLAIN;
  }

  int width() {
    return console.width() > 0 ? console.width() : USUAL_WIDTH;
  }

  TextReport text() {
    return new TextReport(paint(), console.width(), MOST);
  }

  /** Shows the findings, if there are any. */
  void show(Report report) {
    out().print(text().render(report));
  }

  /** The exit code of a command that only looks for mistakes. */
  static int exitCode(Report report) {
    return report.hasErrors() ? ExitCode.MISTAKES : ExitCode.FINE;
  }
}
