package dev.dryboot.simulator.systemd.service;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.simulator.machine.ProcessEnd;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Exit codes and signals, such as {@code SuccessExitStatus=} lists them.
 *
 * @param codes exit codes
 * @param signals signals by number
 */
record ExitStatusSet(Set<Integer> codes, Set<Integer> signals) {
  static ExitStatusSet read(List<Directive> directives) {
    Set<Integer> codes = new TreeSet<>();
    Set<Integer> signals = new TreeSet<>();
    for (Directive directive : directives) {
      var read = dev.dryboot.foreign.value.ExitStatusSet.read(directive.value());
      read.statuses().forEach(status -> codes.add(status.code()));
      read.signals().forEach(signal -> signals.add(signal.number()));
    }
    return new ExitStatusSet(codes, signals);
  }

  boolean contains(ProcessEnd end) {
    return switch (end) {
      case ProcessEnd.Exited exited -> codes.contains(exited.code());
      case ProcessEnd.Killed killed -> signals.contains(killed.signal());
    };
  }
}
