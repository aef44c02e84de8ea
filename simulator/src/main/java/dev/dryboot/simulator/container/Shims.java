package dev.dryboot.simulator.container;

import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessEnd;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What holds containers while no engine runs: containerd's shims, or conmon. They tell the engine
 * that looks after a container how its process ended, and remember it where none does.
 */
final class Shims {
  private final Map<Integer, Consumer<ProcessEnd>> engines = new LinkedHashMap<>();
  private final Map<String, ProcessEnd> ends = new LinkedHashMap<>();

  /** Those of a machine's current boot. */
  static Shims of(Machine machine) {
    return machine
        .port(Shims.class)
        .orElseGet(
            () -> {
              var shims = new Shims();
              machine.offer(Shims.class, shims);
              return shims;
            });
  }

  /** From now on {@code engine} hears of that process. */
  void attach(int pid, Consumer<ProcessEnd> engine) {
    engines.put(pid, engine);
  }

  /** Nobody looks after that process any more. */
  void detach(int pid) {
    engines.remove(pid);
  }

  void ended(String container, int pid, ProcessEnd end) {
    Consumer<ProcessEnd> engine = engines.remove(pid);
    if (engine == null) {
      ends.put(container, end);
    } else {
      engine.accept(end);
    }
  }

  /** How a container ended that no engine looked after; told once. */
  Optional<ProcessEnd> takeEnd(String container) {
    return Optional.ofNullable(ends.remove(container));
  }
}
