package dev.dryboot.simulator.cloudinit;

import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.RunningProcess;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Commands that a module runs one after the other. */
final class ModuleCalls {
  private ModuleCalls() {}

  static boolean succeeded(ProcessEnd end) {
    return end instanceof ProcessEnd.Exited exited && exited.code() == 0;
  }

  /** Runs them all; answers the first that failed. */
  static void inOrder(
      RunningProcess self, List<List<String>> calls, Consumer<Optional<String>> then) {
    next(self, calls, 0, Optional.empty(), then);
  }

  private static void next(
      RunningProcess self,
      List<List<String>> calls,
      int from,
      Optional<String> problem,
      Consumer<Optional<String>> then) {
    if (from == calls.size()) {
      then.accept(problem);
      return;
    }
    self.call(
        calls.get(from),
        end -> {
          Optional<String> now =
              problem.isEmpty() && !succeeded(end)
                  ? Optional.of(String.join(" ", calls.get(from)) + " failed")
                  : problem;
          next(self, calls, from + 1, now, then);
        });
  }

  /** What made a script of {@code commands} fail: its last one, unless the script ended before. */
  static String last(List<CloudConfig.Command> commands, ProcessEnd end) {
    boolean early =
        commands.stream()
            .map(c -> String.join(" ", c.words()))
            .anyMatch(c -> c.matches("(?s)(.*\\n)?(exit\\b|set -\\w*e).*"));
    return early
        ? ""
        : ": its last command, `%s`, ends with exit code %d"
            .formatted(String.join(" ", commands.getLast().words()).strip(), end.code());
  }
}
