package dev.dryboot.simulator.network;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.ProcessModel.Behaviour;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.machine.Uplink;
import dev.dryboot.simulator.process.FetchedScripts;
import dev.dryboot.simulator.process.Typical;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * {@code curl} and {@code wget}: a request, then bytes over the line. A request to the machine
 * itself needs no line.
 */
record Fetching(boolean local, long bytes, Optional<String> output, String content, int retries)
    implements Behaviour {

  /** curl(1): 6 is "could not resolve host". */
  private static final int NOT_RESOLVED = 6;

  static Fetching of(List<String> argv, long usualBytes) {
    boolean local =
        argv.stream()
            .anyMatch(
                a ->
                    a.contains("localhost")
                        || a.contains("127.0.0.1")
                        || a.contains("[::1]")
                        || a.equals("--unix-socket"));
    Optional<String> output = Optional.empty();
    int retries = 0;
    for (int i = 1; i + 1 < argv.size(); i++) {
      switch (argv.get(i)) {
        case "-o", "-O", "--output", "--output-document" -> {
          String file = argv.get(i + 1);
          if (!file.startsWith("-")) {
            output = Optional.of(file.startsWith("/") ? file : "/" + file);
          }
        }
        case "--retry", "-t", "--tries" -> retries = count(argv.get(i + 1));
        default -> {}
      }
    }
    return new Fetching(local, usualBytes, output, FetchedScripts.of(argv).orElse(""), retries);
  }

  private static int count(String word) {
    return word.matches("[0-9]{1,3}") ? Integer.parseInt(word) : 0;
  }

  @Override
  public void start(RunningProcess self) {
    attempt(self, 0);
  }

  private void attempt(RunningProcess self, int number) {
    Uplink line = self.machine().port(Uplink.class).orElse(null);
    if (local) {
      self.after(Typical.HTTP_REQUEST.amount() / 10, () -> self.exit(0));
    } else if (line == null || !line.up()) {
      self.after(Typical.NO_ROUTE.amount(), () -> failed(self, number));
    } else {
      self.after(
          Typical.HTTP_REQUEST.amount(),
          () -> line.fetch(bytes, done -> ended(self, done, number)));
    }
  }

  private void ended(RunningProcess self, boolean done, int number) {
    if (!self.alive()) {
      return;
    }
    if (!done) {
      failed(self, number);
      return;
    }
    output.ifPresent(
        path ->
            self.machine().files().write(path, new FileNode.Regular(SourceText.of(path, content))));
    self.exit(0);
  }

  /** curl(1), --retry: one second, then twice as long each time. */
  private void failed(RunningProcess self, int number) {
    if (number < retries) {
      self.after(1_000_000L << Math.min(number, 9), () -> attempt(self, number + 1));
    } else {
      self.exit(NOT_RESOLVED);
    }
  }
}
