package dev.dryboot.simulator.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The control groups in which or below which processes run (cgroups(7): those populated). */
final class ControlGroups {
  private final Map<String, Group> populated = new HashMap<>();

  private static final class Group {
    final @Nullable Group parent;
    final List<RunningProcess> processes = new ArrayList<>(1);

    /** How many processes run in it and below it. */
    int population;

    Group(@Nullable Group parent) {
      this.parent = parent;
    }
  }

  void enter(RunningProcess process) {
    Group group = group(process.spec().controlGroup());
    group.processes.add(process);
    for (Group each = group; each != null; each = each.parent) {
      each.population++;
    }
  }

  private Group group(String path) {
    Group known = populated.get(path);
    if (known == null) {
      int slash = path.lastIndexOf('/');
      known = new Group(slash < 0 ? null : group(path.substring(0, slash)));
      populated.put(path, known);
    }
    return known;
  }

  void leave(RunningProcess process) {
    String path = process.spec().controlGroup();
    Group group = populated.get(path);
    if (group == null || !group.processes.remove(process)) {
      return;
    }
    for (Group each = group; each != null; each = each.parent) {
      each.population--;
      if (each.population == 0) {
        populated.remove(path);
      }
      path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
  }

  boolean isEmpty(String path) {
    return !populated.containsKey(path);
  }

  /** The numbers of the processes in a group and below it, lowest first. */
  List<Integer> in(String path) {
    List<Integer> pids = new ArrayList<>(1);
    Group group = populated.get(path);
    if (group == null) {
      return pids;
    }
    group.processes.forEach(p -> pids.add(p.pid()));
    if (group.population > group.processes.size()) {
      String below = path + "/";
      populated.forEach(
          (other, each) -> {
            if (other.startsWith(below)) {
              each.processes.forEach(p -> pids.add(p.pid()));
            }
          });
    }
    Collections.sort(pids);
    return pids;
  }

  void clear() {
    populated.clear();
  }
}
