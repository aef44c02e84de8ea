package dev.dryboot.simulator.systemd.service;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.systemd.unit.Values;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Exit codes and signals, such as {@code SuccessExitStatus=} lists them.
 *
 * @param codes exit codes
 * @param signals signals by number
 */
record ExitStatusSet(Set<Integer> codes, Set<Integer> signals) {
  /** The names of exit codes that systemd knows (exit-status.c). */
  private static final Map<String, Integer> NAMES =
      Map.ofEntries(
          Map.entry("SUCCESS", 0),
          Map.entry("FAILURE", 1),
          Map.entry("INVALIDARGUMENT", 2),
          Map.entry("NOTIMPLEMENTED", 3),
          Map.entry("NOPERMISSION", 4),
          Map.entry("NOTINSTALLED", 5),
          Map.entry("NOTCONFIGURED", 6),
          Map.entry("NOTRUNNING", 7),
          Map.entry("USAGE", 64),
          Map.entry("DATAERR", 65),
          Map.entry("NOINPUT", 66),
          Map.entry("NOUSER", 67),
          Map.entry("NOHOST", 68),
          Map.entry("UNAVAILABLE", 69),
          Map.entry("SOFTWARE", 70),
          Map.entry("OSERR", 71),
          Map.entry("OSFILE", 72),
          Map.entry("CANTCREAT", 73),
          Map.entry("IOERR", 74),
          Map.entry("TEMPFAIL", 75),
          Map.entry("PROTOCOL", 76),
          Map.entry("NOPERM", 77),
          Map.entry("CONFIG", 78),
          Map.entry("CHDIR", 200),
          Map.entry("EXEC", 203),
          Map.entry("EXCEPTION", 255));

  static ExitStatusSet read(List<Directive> directives) {
    Set<Integer> codes = new TreeSet<>();
    Set<Integer> signals = new TreeSet<>();
    for (Directive directive : directives) {
      for (Values.Word word : Values.words(directive.value())) {
        add(word.text(), codes, signals);
      }
    }
    return new ExitStatusSet(codes, signals);
  }

  private static void add(String word, Set<Integer> codes, Set<Integer> signals) {
    Integer named = NAMES.get(word);
    if (named != null) {
      codes.add(named);
    } else if (word.length() <= 3 && word.matches("[0-9]+")) {
      codes.add(Integer.parseInt(word));
    } else {
      Signals.number(word).ifPresent(signals::add);
    }
  }

  boolean contains(ProcessEnd end) {
    return switch (end) {
      case ProcessEnd.Exited exited -> codes.contains(exited.code());
      case ProcessEnd.Killed killed -> signals.contains(killed.signal());
    };
  }
}
