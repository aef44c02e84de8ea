package dev.dryboot.simulator.replay.campaign;

import dev.dryboot.simulator.replay.Recording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a disagreement small: leaves out what it does not need. */
final class Minimiser {
  private static final int REPEAT = 2;

  private final Verdicts verdicts;

  Minimiser(Verdicts verdicts) {
    this.verdicts = verdicts;
  }

  /** The smallest case found on which they still disagree. */
  Verdicts.Disagreement minimise(Verdicts.Disagreement of)
      throws IOException, InterruptedException {
    Verdicts.Disagreement smallest = of;
    while (true) {
      List<Recording> smaller = smaller(smallest.recording());
      List<Verdicts.Disagreement> still = verdicts.among(smaller, REPEAT);
      if (still.isEmpty()) {
        return smallest;
      }
      smallest = still.getFirst();
    }
  }

  /** The case with one thing left out, in each possible way; the larger things first. */
  static List<Recording> smaller(Recording one) {
    List<Recording> smaller = new ArrayList<>();
    for (int i = one.actions().size() - 1; i >= 0; i--) {
      List<Recording.Action> actions = new ArrayList<>(one.actions());
      actions.remove(i);
      smaller.add(with(one, smaller.size(), one.units(), actions));
    }
    for (String unit : one.units().keySet()) {
      if (!BaseUnits.TEXTS.containsKey(unit) && !unit.equals(one.defaultTarget())) {
        Map<String, String> units = new LinkedHashMap<>(one.units());
        units.remove(unit);
        units.replaceAll((name, text) -> withoutUnit(text, unit));
        smaller.add(with(one, smaller.size(), units, one.actions()));
      }
    }
    for (Map.Entry<String, String> unit : one.units().entrySet()) {
      if (BaseUnits.TEXTS.containsKey(unit.getKey()) || unit.getValue().startsWith("-> ")) {
        continue;
      }
      List<String> lines = unit.getValue().lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).indexOf('=') > 0 && !lines.get(i).startsWith("ExecStart=")) {
          List<String> fewer = new ArrayList<>(lines);
          fewer.remove(i);
          Map<String, String> units = new LinkedHashMap<>(one.units());
          units.put(unit.getKey(), String.join("\n", fewer) + "\n");
          smaller.add(with(one, smaller.size(), units, one.actions()));
        }
      }
    }
    return smaller;
  }

  private static String withoutUnit(String text, String unit) {
    if (text.startsWith("-> ")) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    text.lines().filter(l -> !l.endsWith("=" + unit)).forEach(l -> kept.append(l).append('\n'));
    return kept.toString();
  }

  private static Recording with(
      Recording one, int number, Map<String, String> units, List<Recording.Action> actions) {
    String name = one.name().replaceAll("~.*", "") + "~" + number;
    List<String> observe = one.observe().stream().filter(units::containsKey).toList();
    return new Recording(
        name, units, one.defaultTarget(), actions, observe, one.settle(), Map.of());
  }
}
