package dev.dryboot.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far long work has come: on a terminal only, and only where there is enough of it. */
final class Progress implements AutoCloseable {
  private static final int WORTH_A_BAR = 20;
  private static final int USUAL_WIDTH = 80;

  private final @Nullable ProgressBar bar;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  static Progress of(Console console, String task, long steps) {
    return console.errorIsTerminal() && steps >= WORTH_A_BAR
        ? new Progress(bar(console.err(), console.width(), task, steps))
        : new Progress(null);
  }

  void step() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  private static ProgressBar bar(PrintStream err, int width, String task, long steps) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(steps)
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUpdateIntervalMillis(200)
        .clearDisplayOnFinish()
        .setConsumer(new ConsoleProgressBarConsumer(err, width > 0 ? width : USUAL_WIDTH))
        .build();
  }
}
