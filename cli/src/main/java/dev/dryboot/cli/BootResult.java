package dev.dryboot.cli;

import dev.dryboot.compiler.analysis.Allows;
import dev.dryboot.simulator.conflict.Conflicts;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.simulator.runner.BootEvidence;
import dev.dryboot.simulator.runner.BootRunner;
import dev.dryboot.simulator.scenario.Scenario;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What came of booting a machine in one or more schedules.
 *
 * @param runs at least one; the first in the canonical order
 * @param report what the rules found, less what the author has allowed
 */
record BootResult(BootSubject subject, List<BootEvidence> runs, Report report) {
  BootResult {
    runs = List.copyOf(runs);
  }

  /**
   * Boots {@code subject} under {@code scenarios}.
   *
   * @param told what was found before: the boot finds some of it again
   */
  static BootResult of(
      BootSubject subject, List<Scenario> scenarios, Report told, Progress progress) {
    BootRunner runner = subject.machine().runner();
    List<BootEvidence> runs = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      runs.add(runner.run(subject.machine().image(), scenario));
      progress.step();
    }
    Report found = Conflicts.check(runs, subject.users());
    Report report = subject.model().map(m -> Allows.of(m).silence(found)).orElse(found);
    return new BootResult(subject, runs, Reports.without(report, told));
  }

  BootEvidence canonical() {
    return runs.getFirst();
  }

  /** In how many schedules every boot came to its goal, or rebooted on its way to the next one. */
  long good() {
    return runs.stream()
        .filter(r -> r.last().reachedGoal() && r.boots().stream().allMatch(BootResult::goesOn))
        .count();
  }

  /** A provisioner that changes kernel arguments reboots in its initial RAM disk. */
  private static boolean goesOn(BootEvidence.Boot boot) {
    return boot.reachedGoal() || boot.end().filter(e -> e.how().equals("reboot")).isPresent();
  }

  boolean fails() {
    return good() < runs.size() || report.hasErrors();
  }

  /** Units of {@code boot} that the user wrote. */
  Set<String> mine(BootEvidence.Boot boot) {
    Set<String> mine = new LinkedHashSet<>();
    for (UnitRecord unit : boot.units()) {
      boolean written =
          unit.settings().stream().map(UnitRecord.Setting::span).anyMatch(this::isGiven)
              || unit.texts().stream().map(SourceText::whole).anyMatch(this::isGiven);
      if (written) {
        mine.add(unit.name());
      }
    }
    return mine;
  }

  private boolean isGiven(Span span) {
    return subject.given().contains(span.written().source());
  }
}
