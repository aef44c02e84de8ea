package dev.dryboot.simulator.systemd.mount;

import dev.dryboot.simulator.machine.Automounts;
import dev.dryboot.simulator.machine.RunningProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The automounts of a manager: an access to one waits for its mount (automount.c). */
public final class WaitingAutomounts implements Automounts {
  private final List<AutomountMachine> automounts = new ArrayList<>();

  void add(AutomountMachine automount) {
    automounts.add(automount);
  }

  @Override
  public void access(RunningProcess process, Runnable go) {
    List<String> argv = process.spec().argv();
    if (maybeNamed(argv)) {
      List<String> paths = NamedPaths.of(argv);
      use(paths, process);
      accessAll(paths, go);
    } else {
      go.run();
    }
  }

  /** Where a program runs that names it, a mount is in use. */
  private void use(List<String> paths, RunningProcess process) {
    for (AutomountMachine automount : automounts) {
      if (paths.stream().anyMatch(automount::isAbove)) {
        automount.idle().usedBy(process);
      }
    }
  }

  /** Most command lines name none of the places, which is soon found out. */
  private boolean maybeNamed(List<String> argv) {
    for (AutomountMachine automount : automounts) {
      for (String word : argv) {
        if (word.contains(automount.where())) {
          return true;
        }
      }
    }
    return false;
  }

  private void accessAll(List<String> paths, Runnable go) {
    for (int i = 0; i < paths.size(); i++) {
      Optional<AutomountMachine> automount = holding(paths.get(i));
      if (automount.isPresent()) {
        List<String> others = paths.subList(i + 1, paths.size());
        automount.get().access(() -> accessAll(others, go));
        return;
      }
    }
    go.run();
  }

  /** The automount that an access to {@code path} waits for. */
  private Optional<AutomountMachine> holding(String path) {
    return automounts.stream().filter(a -> a.isAbove(path) && a.holdsAccesses()).findFirst();
  }
}
