package dev.dryboot.simulator.systemd.core;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.systemd.unit.Condition;
import java.util.List;

/** Evaluates conditions and asserts (condition.c: condition_test_list). */
final class Conditions {
  private final ProcessOne processOne;
  private final ConditionTest test;

  Conditions(ProcessOne processOne) {
    this.processOne = processOne;
    this.test = new ConditionTest(processOne);
  }

  boolean met(RunningUnit unit) {
    boolean met = allHold(unit, unit.unit().traits().conditions());
    unit.conditionsMet(met);
    return met;
  }

  boolean assertsHold(RunningUnit unit) {
    return allHold(unit, unit.unit().traits().asserts());
  }

  /** All that are no triggers have to hold, and one of the triggers, where there are any. */
  private boolean allHold(RunningUnit unit, List<Condition> conditions) {
    boolean anyTrigger = false;
    boolean triggered = false;
    for (Condition condition : conditions) {
      boolean holds =
          test.holds(unit, condition).filter(is -> is != condition.negate()).isPresent();
      if (condition.trigger()) {
        anyTrigger = true;
        triggered |= holds;
      } else if (!holds) {
        processOne.publish(new Fact.ConditionFailed(unit.id(), condition.text()));
        return false;
      }
    }
    if (anyTrigger && !triggered) {
      processOne.publish(new Fact.ConditionFailed(unit.id(), "no trigger condition check was met"));
    }
    return !anyTrigger || triggered;
  }
}
