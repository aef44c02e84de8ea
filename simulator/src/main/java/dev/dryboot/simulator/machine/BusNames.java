package dev.dryboot.simulator.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The names on the system's message bus and the processes that own them, as a port: a name belongs
 * to whoever took it first, until that process gives it up or ends.
 */
public final class BusNames {
  private final TreeMap<String, RunningProcess> owners = new TreeMap<>();
  private final List<BiConsumer<String, Optional<Integer>>> followers = new ArrayList<>();

  /** Takes a name; says whether it was to be had. */
  public boolean take(String name, RunningProcess process) {
    RunningProcess owner = owners.putIfAbsent(name, process);
    if (owner != null) {
      return owner == process;
    }
    process.whenEnded(() -> release(name, process));
    tell(name, Optional.of(process.pid()));
    return true;
  }

  /** Gives a name up; without effect where the process does not own it. */
  public void release(String name, RunningProcess process) {
    if (owners.remove(name, process)) {
      tell(name, Optional.empty());
    }
  }

  /** Has {@code follower} told of each name that changes hands, with its new owner's pid. */
  public void follow(BiConsumer<String, Optional<Integer>> follower) {
    followers.add(follower);
  }

  private void tell(String name, Optional<Integer> owner) {
    List.copyOf(followers).forEach(f -> f.accept(name, owner));
  }
}
