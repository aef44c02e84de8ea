package dev.dryboot.simulator.container;

import dev.dryboot.simulator.machine.Printed;
import dev.dryboot.simulator.machine.RunningProcess;
import java.util.List;
import java.util.Optional;

/** {@code inspect}: tells a container's state where its format asks for one. */
public final class Inspection {
  private Inspection() {}

  /** Prints the state that is asked for; 1 where there is no such container, or no such state. */
  public static int exitCode(RunningProcess self, Engine engine, List<String> words) {
    Optional<Container> container = words.stream().findFirst().flatMap(engine::find);
    if (container.isEmpty()) {
      return 1;
    }
    String asked = String.join(" ", self.spec().argv());
    boolean health = asked.contains("{{.State.Health.Status}}");
    String state =
        health
            ? container.get().health()
            : asked.contains("{{.State.Running}}") ? "" + container.get().running() : "";
    if (!state.isEmpty()) {
      Printed.on(self.machine()).line(self.spec().owner(), state);
    }
    return health && state.isEmpty() ? 1 : 0;
  }
}
