package dev.dryboot.simulator.systemd.mount;

import dev.dryboot.simulator.systemd.core.Answer;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.service.KillSettings;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.unit.Settings;
import java.util.List;

/** A swap unit (swap.c): runs swapon(8) and swapoff(8). */
public final class SwapMachine implements UnitMachine {
  private final RunningUnit owner;
  private final CommandRun command;
  private String state = "dead";
  private String result = "success";

  public SwapMachine(RunningUnit owner, long execTime) {
    this.owner = owner;
    Settings settings = owner.unit().settings();
    this.command =
        new CommandRun(
            owner,
            execTime,
            KillSettings.read(settings, "Swap"),
            settings.microseconds("Swap", "TimeoutSec", owner.unit().defaults().timeoutStart()));
  }

  @Override
  public ActiveState active() {
    return active(state);
  }

  private static ActiveState active(String state) {
    return switch (state) {
      case "dead" -> ActiveState.INACTIVE;
      case "failed" -> ActiveState.FAILED;
      case "activating" -> ActiveState.ACTIVATING;
      case "deactivating" -> ActiveState.DEACTIVATING;
      default -> ActiveState.ACTIVE;
    };
  }

  @Override
  public String sub() {
    return state;
  }

  @Override
  public String result() {
    return result;
  }

  private void state(String to) {
    ActiveState from = active();
    state = to;
    owner.processOne().notify(owner, from, active(to));
  }

  private String what() {
    return owner.unit().settings().text("Swap", "What", owner.unit().name().path());
  }

  @Override
  public Answer start() {
    if (state.equals("deactivating")) {
      return Answer.AGAIN;
    }
    if (state.equals("activating")) {
      return Answer.OK;
    }
    result = "success";
    command.run(
        List.of("/usr/sbin/swapon", "--fixpgsz", what()),
        "swapon",
        owner.unit().settings().last("Swap", "What"),
        ending -> finished(ending, "active"));
    state("activating");
    return Answer.OK;
  }

  private void finished(CommandRun.Ending ending, String to) {
    if (ending == CommandRun.Ending.SUCCESS) {
      state(to);
    } else {
      result = ending.result();
      state("failed");
    }
  }

  @Override
  public Answer stop() {
    if (state.equals("active")) {
      command.run(
          List.of("/usr/sbin/swapoff", what()),
          "swapoff",
          java.util.Optional.empty(),
          ending -> finished(ending, "dead"));
      state("deactivating");
    } else if (state.equals("activating")) {
      command.kill();
      state("deactivating");
      command.whenGone(() -> state("dead"));
    }
    return Answer.OK;
  }

  @Override
  public void resetFailed() {
    if (state.equals("failed")) {
      state("dead");
    }
    result = "success";
  }
}
