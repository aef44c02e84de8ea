package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.source.SourceText;
import java.util.Optional;

/** The file in which a persistent timer keeps when it last elapsed (timer.c: stamp_path). */
final class TimerStamp {
  private final RunningUnit timer;

  TimerStamp(RunningUnit timer) {
    this.timer = timer;
  }

  /** When the timer last elapsed; now, which is then put down, where nothing is known. */
  long readOrMake() {
    Optional<SourceText> stamp = timer.processOne().machine().files().read(path());
    String text = stamp.map(s -> s.text().strip()).orElse("");
    if (text.matches("[0-9]{1,18}")) {
      return Long.parseLong(text);
    }
    long now = timer.processOne().now();
    write(now);
    return now;
  }

  void write(long lastTrigger) {
    timer
        .processOne()
        .machine()
        .files()
        .write(path(), new FileNode.Regular(SourceText.of(path(), String.valueOf(lastTrigger))));
  }

  String path() {
    return "/var/lib/systemd/timers/stamp-" + timer.id();
  }
}
