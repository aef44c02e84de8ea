package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.systemd.core.UnitResult;
import java.util.List;

/** What the end of a process means for a service (exit-status.c: is_clean_exit). */
final class CleanExit {
  private CleanExit() {}

  /**
   * The result that an end gives.
   *
   * @param command whether it is a command, which no signal ends cleanly, and not a daemon
   */
  static UnitResult result(Service service, ProcessEnd end, boolean command) {
    return switch (end) {
      case ProcessEnd.Exited exited ->
          exited.code() == 0 || service.settings.success().contains(end)
              ? UnitResult.SUCCESS
              : UnitResult.EXIT_CODE;
      case ProcessEnd.Killed killed -> {
        boolean clean =
            !command
                && List.of(Signals.HUP, Signals.INT, Signals.TERM, Signals.PIPE)
                    .contains(killed.signal());
        if (clean || service.settings.success().contains(end)) {
          yield UnitResult.SUCCESS;
        }
        yield Signals.dumpsCore(killed.signal()) && coresAreCollected(service)
            ? UnitResult.CORE_DUMP
            : UnitResult.SIGNAL;
      }
    };
  }

  /**
   * Whether cores are dumped: into a collector, for systemd's own default is a soft limit of 0,
   * with which the kernel writes no core files but still feeds a pipe.
   */
  private static boolean coresAreCollected(Service service) {
    return service.processOne().machine().files().exists("/usr/lib/systemd/systemd-coredump");
  }
}
