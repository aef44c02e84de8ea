package dev.dryboot.simulator.timeline;

import dev.dryboot.simulator.timeline.Lane.Bar;
import dev.dryboot.simulator.timeline.Lane.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what one thing goes through. */
final class LaneBuilder {
  private final Lane.Kind kind;
  private final String name;
  private final List<Bar> bars = new ArrayList<>();
  private @Nullable State state;
  private long since;
  private boolean failed;
  private long failedAt;
  private String remark = "";

  LaneBuilder(Lane.Kind kind, String name) {
    this.kind = kind;
    this.name = name;
  }

  String name() {
    return name;
  }

  boolean isUnit() {
    return kind == Lane.Kind.UNIT;
  }

  boolean isComingUp() {
    return state == State.ACTIVATING;
  }

  /** It is so from {@code time} on. */
  void begin(long time, State now) {
    if (state != now) {
      end(time);
      state = now;
      since = time;
    }
  }

  /** It is over, for now. */
  void end(long time) {
    if (state != null) {
      bars.add(new Bar(since, time, state));
      state = null;
    }
  }

  void fails(long time, String why) {
    if (!failed) {
      failed = true;
      failedAt = time;
      remark = why;
    }
  }

  /** It never began. */
  void dropped(long time, String why) {
    begin(time, State.FAILED);
    fails(time, why);
  }

  /** The lane, with what still goes on drawn up to {@code length}; empty where nothing happened. */
  Optional<Lane> build(long length, Map<String, String> complaints) {
    end(Math.max(length, since));
    List<Bar> shown =
        bars.stream()
            .filter(b -> b.from() <= length)
            .map(b -> new Bar(b.from(), Math.min(b.to(), length), b.state()))
            .toList();
    boolean fails = failed && failedAt <= length;
    boolean exitCode = fails && (remark.equals("exit-code") || remark.isEmpty());
    String why = exitCode ? complaints.getOrDefault(name, remark) : fails ? remark : "";
    return shown.isEmpty()
        ? Optional.empty()
        : Optional.of(new Lane(kind, name, shown, fails, why));
  }
}
