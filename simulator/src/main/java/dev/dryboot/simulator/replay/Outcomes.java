package dev.dryboot.simulator.replay;

import dev.dryboot.simulator.kernel.TieBreaker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Explores what a simulation can come to when each open choice is taken each way. */
public final class Outcomes {
  private Outcomes() {}

  /**
   * The outcomes that were found.
   *
   * @param outcomes distinct ones, the canonical one first
   * @param scripts the choices that led to each of the outcomes that come of choices
   * @param cut whether there are choices that were not tried
   */
  public record Explored(List<List<Phase>> outcomes, List<List<Integer>> scripts, boolean cut) {
    public Explored {
      outcomes = List.copyOf(outcomes);
      scripts = List.copyOf(scripts);
    }
  }

  /** Takes choices from a script, and notes how many options each choice had. */
  private static final class Script implements TieBreaker {
    private final List<Integer> choices;
    private final List<Integer> options = new ArrayList<>();

    Script(List<Integer> choices) {
      this.choices = choices;
    }

    @Override
    public long rank(long ticket) {
      return 0;
    }

    @Override
    public int choose(int of) {
      int at = options.size();
      options.add(of);
      return at < choices.size() ? choices.get(at) : 0;
    }
  }

  /** Runs {@code run} with every script of choices, breadth first, at most {@code limit} times. */
  static Explored explore(int limit, Function<TieBreaker, List<Phase>> run) {
    Map<List<Phase>, List<Integer>> outcomes = new LinkedHashMap<>();
    ArrayDeque<List<Integer>> pending = new ArrayDeque<>();
    pending.add(List.of());
    int runs = 0;
    while (!pending.isEmpty() && runs < limit) {
      List<Integer> choices = pending.poll();
      Script script = new Script(choices);
      outcomes.putIfAbsent(run.apply(script), choices);
      runs++;
      for (int at = choices.size(); at < script.options.size(); at++) {
        for (int option = 1; option < script.options.get(at); option++) {
          List<Integer> next = new ArrayList<>(choices);
          while (next.size() < at) {
            next.add(0);
          }
          next.add(option);
          pending.add(next);
        }
      }
    }
    return new Explored(
        List.copyOf(outcomes.keySet()), List.copyOf(outcomes.values()), !pending.isEmpty());
  }

  /** The outcomes of both, those of {@code first} first. */
  static Explored union(Explored first, List<List<Phase>> more) {
    Set<List<Phase>> outcomes = new LinkedHashSet<>(first.outcomes());
    outcomes.addAll(more);
    return new Explored(List.copyOf(outcomes), first.scripts(), first.cut());
  }
}
