package dev.dryboot.simulator.replay.campaign;

import dev.dryboot.simulator.replay.Recording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** A case that is being written: its units, its actions, and the dice. */
final class Draft {
  final Random random;
  private final String name;
  private final Map<String, UnitText> units = new TreeMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<Recording.Action> actions = new ArrayList<>();
  private final TreeSet<String> observed = new TreeSet<>();
  private long longest = 100;

  Draft(String name, Random random) {
    this.name = name;
    this.random = random;
  }

  UnitText unit(String unit) {
    return units.computeIfAbsent(unit, UnitText::new);
  }

  /** A file of the unit path that is no unit of its own: a drop-in, a link, a later version. */
  void file(String path, String text) {
    files.put(path, text);
  }

  /** Has the recorder look at a unit that has no file. */
  void observe(String unit) {
    observed.add(unit);
  }

  boolean maybe(double chance) {
    return random.nextDouble() < chance;
  }

  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  @SafeVarargs
  final <T> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A duration in milliseconds: no two that are about the same, so that few things coincide. */
  int time(int low, int high) {
    int time = between(low, high) * 110 + between(0, 2) * 30;
    longest = Math.max(longest, time);
    return time;
  }

  /** Has the recorder wait for at least as long. */
  int span(int milliseconds) {
    longest = Math.max(longest, milliseconds + 40);
    return milliseconds;
  }

  void act(String... command) {
    actions.add(new Recording.Action(List.of(command), Optional.empty()));
  }

  /** An action after which the next one follows so many milliseconds later. */
  void actAndGoOn(long milliseconds, String... command) {
    actions.add(new Recording.Action(List.of(command), Optional.of(milliseconds)));
  }

  /** {@code systemctl stop UNIT}, and so on. */
  void systemctl(String... words) {
    act(withSystemctl(words));
  }

  void systemctlAndGoOn(long milliseconds, String... words) {
    String[] all = withSystemctl(words);
    List<String> command = new ArrayList<>(List.of(all));
    command.add(1, "--no-block");
    actAndGoOn(milliseconds, command.toArray(String[]::new));
  }

  private static String[] withSystemctl(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "systemctl";
    System.arraycopy(words, 0, all, 1, words.length);
    return all;
  }

  /** Has the default target pull some of {@code pulled} in. */
  void bootsInto(Collection<String> pulled, double chance) {
    UnitText target = unit("default.target");
    target.unit("Requires", "basic.target").unit("After", "basic.target");
    target.unit("AllowIsolate", "yes");
    boolean any = false;
    for (String unit : pulled) {
      if (maybe(chance)) {
        target.unit(oneOf("Wants", "Wants", "Wants", "Requires"), unit);
        any = true;
      }
    }
    if (!any && !pulled.isEmpty()) {
      target.unit("Wants", pulled.iterator().next());
    }
  }

  Recording done() {
    observed.addAll(units.keySet());
    observed.removeIf(u -> u.contains("@."));
    observed.add("basic.target");
    observed.add("sysinit.target");
    Map<String, String> texts = new TreeMap<>(BaseUnits.TEXTS);
    units.forEach((unit, text) -> texts.put(unit, text.text()));
    texts.putAll(files);
    return new Recording(
        name,
        texts,
        "default.target",
        actions,
        List.copyOf(observed),
        Optional.of(longest + 260),
        Map.of());
  }
}
