package dev.dryboot.foreign.value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A value of {@code SuccessExitStatus=} and its kin: exit statuses and signals, in the order
 * written (config_parse_set_status()).
 *
 * @param faults words that systemd skips with a warning
 */
public record ExitStatusSet(
    Set<ExitStatus> statuses, Set<Signal> signals, List<Reading.Fault<ExitStatusSet>> faults) {
  public ExitStatusSet {
    statuses = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(statuses));
    signals = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(signals));
    faults = List.copyOf(faults);
  }

  /** Reads the words of {@code text}; those that mean nothing are kept as faults. */
  public static ExitStatusSet read(String text) {
    Set<ExitStatus> statuses = new LinkedHashSet<>();
    Set<Signal> signals = new LinkedHashSet<>();
    List<Reading.Fault<ExitStatusSet>> faults = new ArrayList<>();
    for (Words.Word word : Words.split(text, Words.Style.PLAIN).words()) {
      var status = ExitStatus.read(word.text()).value();
      var signal = Signal.read(word.text()).value();
      if (status.isPresent()) {
        statuses.add(status.get());
      } else if (signal.isPresent()) {
        signals.add(signal.get());
      } else {
        faults.add(
            new Reading.Fault<>(
                word.from(), word.to(), word.text() + " is no exit status and no signal"));
      }
    }
    return new ExitStatusSet(statuses, signals, faults);
  }
}
