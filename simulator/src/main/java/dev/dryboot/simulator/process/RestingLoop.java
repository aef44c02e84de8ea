package dev.dryboot.simulator.process;

import dev.dryboot.simulator.process.ShellScript.Both;
import dev.dryboot.simulator.process.ShellScript.Case;
import dev.dryboot.simulator.process.ShellScript.For;
import dev.dryboot.simulator.process.ShellScript.If;
import dev.dryboot.simulator.process.ShellScript.Loop;
import dev.dryboot.simulator.process.ShellScript.Not;
import dev.dryboot.simulator.process.ShellScript.Sequence;
import dev.dryboot.simulator.process.ShellScript.Simple;
import dev.dryboot.simulator.process.ShellScript.Sought;
import java.util.List;
import java.util.stream.Stream;

/**
 * A loop in which nothing happens any more, except on signals.
 *
 * @param since when it began, in microseconds
 * @param period how long one round takes, in microseconds
 */
record RestingLoop(long since, long period) {

  /** {@code while :; do sleep 1; done}: nothing happens any more, except on signals. */
  static boolean isOne(Loop loop) {
    return !loop.untilSuccess()
        && flat(loop.condition()).allMatch(c -> List.of(":", "true", "1").contains(c))
        && flat(loop.body()).allMatch(c -> List.of("sleep", ":", "true", "wait").contains(c));
  }

  static RestingLoop from(long now, Loop loop) {
    return new RestingLoop(now, period(loop.body()));
  }

  /** A trap runs when the current sleep is over: so long that takes yet. */
  long left(long now) {
    return period <= 0 ? 0 : period - (now - since) % period;
  }

  /** How long one round of such a loop takes. */
  private static long period(ShellScript part) {
    return switch (part) {
      case Simple s when s.words().size() > 1 && s.words().getFirst().equals("sleep") ->
          Tools.sleepTime(s.words()).orElse(0L) + Typical.COMMAND.amount();
      case Simple s -> 0;
      case Sought s -> 0;
      case Sequence s -> s.parts().stream().mapToLong(RestingLoop::period).sum();
      case Both b -> period(b.left()) + period(b.right());
      case Not n -> period(n.inner());
      case If i -> 0;
      case Loop l -> 0;
      case For f -> 0;
      case Case c -> 0;
    };
  }

  private static Stream<String> flat(ShellScript part) {
    return switch (part) {
      case Simple s -> Stream.of(s.words().isEmpty() ? "=" : s.words().getFirst());
      case Sought s -> s.command().words().stream().limit(1);
      case Sequence s -> s.parts().stream().flatMap(RestingLoop::flat);
      case Both b -> Stream.concat(flat(b.left()), flat(b.right()));
      case Not n -> flat(n.inner());
      case If i -> Stream.of("if");
      case Loop l -> Stream.of("while");
      case For f -> Stream.of("for");
      case Case c -> Stream.of("case");
    };
  }
}
