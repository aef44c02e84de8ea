package dev.dryboot.simulator.runner;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.scenario.Happening.Action;

/** The words in which scenarios speak of what happens. */
public final class Events {
  private Events() {}

  /**
   * Whether {@code fact} is {@code subject} coming to {@code state}. The subject may leave out
   * {@code .service}; states are those of units ({@code active}, {@code failed}, {@code running}),
   * jobs ({@code started}, {@code done}), containers ({@code running}, {@code healthy}, {@code
   * exited}), pulls ({@code pulling}, {@code pulled}) and of the machine ({@code up}, {@code down},
   * {@code ready}).
   */
  public static boolean matches(Fact fact, String subject, String state) {
    return switch (fact) {
      case Fact.UnitChanged f ->
          isUnit(f.unit(), subject)
              && (f.active().equals(state)
                  || f.sub().equals(state)
                  || state.equals("ready") && f.active().equals("active"));
      case Fact.JobFinished f -> isUnit(f.unit(), subject) && f.result().equals(state);
      case Fact.JobStarted f -> isUnit(f.unit(), subject) && state.equals("starting");
      case Fact.ContainerChanged f -> f.container().equals(subject) && f.state().equals(state);
      case Fact.PullStarted f ->
          state.equals("pulling") && (f.image().contains(subject) || isUnit(f.asker(), subject));
      case Fact.PullEnded f -> state.equals("pulled") && f.image().contains(subject);
      case Fact.GoalReached f ->
          subject.equals("machine") && (state.equals("ready") || state.equals("up"));
      case Fact.MachineEnded f -> subject.equals("machine") && f.how().equals(state);
      case Fact.StageStarted f -> subject.equals(f.stage()) && state.equals("started");
      case Fact.StageEnded f ->
          subject.equals(f.stage()) && state.equals(f.problem().isPresent() ? "failed" : "done");
      case Fact.UplinkChanged f -> subject.equals("uplink") && state.equals(f.up() ? "up" : "down");
      case Fact.Mounted f -> f.where().equals(subject) && state.equals("mounted");
      default -> false;
    };
  }

  /** An action in a scenario's words. */
  static String describe(Action action) {
    return switch (action) {
      case Action.ToUnit a -> a.verb() + " " + a.unit();
      case Action.Kill a -> "kill " + a.whom() + " of " + a.unit() + " by signal " + a.signal();
      case Action.OutOfMemory a -> "let " + a.unit() + " run out of memory";
      case Action.Shutdown a -> a.how() + " machine";
      case Action.CutPower a -> "cut power";
      case Action.Uplink a -> a.up() ? "mend uplink" : "cut uplink";
      case Action.DaemonReload a -> "daemon-reload";
      case Action.RemovePath a -> "remove " + a.path();
      case Action.Run a -> "run " + String.join(" ", a.argv());
      case Action.AddDevice a -> "add device " + a.node();
    };
  }

  private static boolean isUnit(String unit, String subject) {
    return unit.equals(subject) || unit.equals(subject + ".service");
  }
}
