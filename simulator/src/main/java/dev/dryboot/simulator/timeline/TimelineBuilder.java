package dev.dryboot.simulator.timeline;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.runner.BootEvidence;
import dev.dryboot.simulator.timeline.Lane.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the facts of a boot into lanes. */
final class TimelineBuilder {
  private static final long SECOND = 1_000_000;

  private final BootEvidence.Boot boot;
  private final Map<String, LaneBuilder> lanes = new LinkedHashMap<>();
  private final Map<String, String> complaints = new LinkedHashMap<>();
  private Optional<Long> switchedRoot = Optional.empty();
  private long last;

  TimelineBuilder(BootEvidence.Boot boot) {
    this.boot = boot;
  }

  Timeline build() {
    for (Trace.Entry entry : boot.entries()) {
      fact(entry.time() - boot.began(), entry.fact());
    }
    long length = length();
    List<Lane> all = new ArrayList<>();
    lanes.values().forEach(lane -> lane.build(length, complaints).ifPresent(all::add));
    all.sort(Comparator.comparingLong(Lane::begins));
    return new Timeline(
        boot.number(),
        length,
        boot.goal().map(g -> g - boot.began()),
        boot.end().map(Fact.MachineEnded::how).orElse(""),
        all,
        switchedRoot);
  }

  /** To a little behind what was last to begin, or behind the goal. */
  private long length() {
    long end = Math.max(last, boot.goal().map(g -> g - boot.began()).orElse(0L));
    return Math.max(SECOND, end + end / 20);
  }

  private void fact(long time, Fact fact) {
    switch (fact) {
      case Fact.UnitChanged f -> unit(time, f);
      case Fact.StageStarted f ->
          begin(Lane.Kind.STAGE, f.provisioner() + " " + f.stage(), time, State.ACTIVATING);
      case Fact.StageEnded f -> stageEnded(time, f);
      case Fact.PullStarted f -> begin(Lane.Kind.PULL, f.image(), time, State.ACTIVATING);
      case Fact.PullEnded f -> {
        LaneBuilder lane = lane(Lane.Kind.PULL, f.image());
        lane.end(time);
        if (!f.complete()) {
          lane.fails(time, "not complete");
        }
      }
      case Fact.ContainerChanged f -> container(time, f);
      case Fact.ProcessEnded f -> complain(f);
      case Fact.JobDeleted f -> {
        complaints.put(f.unit(), "dropped to break an ordering cycle");
        lane(Lane.Kind.UNIT, f.unit()).dropped(time, "dropped to break an ordering cycle");
      }
      case Fact.RootSwitched f -> rootSwitched(time);
      default -> {}
    }
  }

  /** What was still coming up in the initial RAM disk is gone, and what the new root lacks. */
  private void rootSwitched(long time) {
    switchedRoot = Optional.of(time);
    lanes.values().stream()
        .filter(lane -> lane.isUnit() && (lane.isComingUp() || boot.unit(lane.name()).isEmpty()))
        .forEach(lane -> lane.end(time));
  }

  private void unit(long time, Fact.UnitChanged f) {
    LaneBuilder lane = lane(Lane.Kind.UNIT, f.unit());
    switch (f.active()) {
      case "activating" -> begin(lane, time, State.ACTIVATING);
      case "active", "reloading", "refreshing" -> begin(lane, time, State.ACTIVE);
      case "deactivating" -> begin(lane, time, State.DEACTIVATING);
      case "failed" -> {
        begin(lane, time, State.FAILED);
        lane.fails(time, f.result());
      }
      default -> lane.end(time);
    }
  }

  private void stageEnded(long time, Fact.StageEnded f) {
    LaneBuilder lane = lane(Lane.Kind.STAGE, f.provisioner() + " " + f.stage());
    lane.end(time);
    f.problem().ifPresent(why -> lane.fails(time, why));
    last = Math.max(last, time);
  }

  private void container(long time, Fact.ContainerChanged f) {
    LaneBuilder lane = lane(Lane.Kind.CONTAINER, f.container());
    switch (f.state()) {
      case "created" -> begin(lane, time, State.ACTIVATING);
      case "running", "healthy" -> begin(lane, time, State.ACTIVE);
      default -> {
        lane.end(time);
        f.exitCode()
            .filter(code -> code != 0)
            .ifPresent(code -> lane.fails(time, "exit code " + code));
      }
    }
  }

  private void complain(Fact.ProcessEnded f) {
    switch (f.end()) {
      case ProcessEnd.Exited(int code) when code == 203 ->
          complaints.put(f.owner(), "cannot be executed (203)");
      case ProcessEnd.Exited(int code) when code != 0 ->
          complaints.put(f.owner(), "exit code " + code);
      case ProcessEnd.Exited(int code) -> {}
      case ProcessEnd.Killed(int signal) -> complaints.putIfAbsent(f.owner(), "signal " + signal);
    }
  }

  private void begin(Lane.Kind kind, String name, long time, State state) {
    begin(lane(kind, name), time, state);
  }

  private void begin(LaneBuilder lane, long time, State state) {
    lane.begin(time, state);
    if (boot.goal().isEmpty() || time <= boot.goal().get() - boot.began() + 60 * SECOND) {
      last = Math.max(last, time);
    }
  }

  private LaneBuilder lane(Lane.Kind kind, String name) {
    return lanes.computeIfAbsent(kind + " " + name, k -> new LaneBuilder(kind, name));
  }
}
