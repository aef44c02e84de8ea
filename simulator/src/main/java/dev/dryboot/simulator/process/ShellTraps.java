package dev.dryboot.simulator.process;

import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What a shell does on signals: {@code trap 'exit 0' TERM}. */
final class ShellTraps {
  private static final int STAYS = -1;

  /** By signal, the code that the shell exits with, or that it stays. */
  private final TreeMap<Integer, Integer> exits = new TreeMap<>();

  /** {@code trap action signal...}. */
  void set(List<String> words) {
    if (words.size() < 3) {
      return;
    }
    String action = words.get(1);
    int exit = action.contains("exit") ? exitCode(action.replaceAll("\\D+", "")) : STAYS;
    for (String name : words.subList(2, words.size())) {
      Signals.number(name).ifPresent(n -> exits.put(n, exit));
    }
  }

  boolean has(int signal) {
    return exits.containsKey(signal);
  }

  /** The code that the shell exits with on a signal; empty where it stays. */
  OptionalInt exit(int signal) {
    int exit = exits.getOrDefault(signal, STAYS);
    return exit == STAYS ? OptionalInt.empty() : OptionalInt.of(exit);
  }

  /** As the kernel keeps it: 8 bits. */
  static int exitCode(String word) {
    return word.matches("[0-9]{1,3}") ? Integer.parseInt(word) & 0xff : 0;
  }
}
