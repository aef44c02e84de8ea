package dev.dryboot.simulator.machine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The port of an init system: what others may ask of it, as {@code systemctl} does. */
public interface ServiceManager {

  /**
   * Asks for jobs.
   *
   * @param verb {@code start}, {@code stop}, {@code restart}, {@code try-restart}, {@code reload},
   *     {@code isolate}, {@code enable}, {@code disable}, {@code mask}, {@code daemon-reload}, …
   * @param units the units' names; none for {@code daemon-reload}
   * @param jobMode {@code replace}, {@code fail}, {@code isolate}, …
   * @param blocking whether the asker waits until the jobs have ended ({@code --no-block} is false)
   * @param now whether {@code enable}, {@code disable} and {@code mask} also start or stop
   * @param asker who asks, for the trace
   */
  record Request(
      String verb,
      List<String> units,
      String jobMode,
      boolean blocking,
      boolean now,
      String asker) {
    public Request {
      units = List.copyOf(units);
    }
  }

  /**
   * Carries out a request. {@code answered} is called once: at once, or when the last job that is
   * waited for has ended, with the exit code that {@code systemctl} would have.
   */
  void request(Request request, Consumer<Integer> answered);

  /**
   * The state of a unit: {@code active}, {@code inactive}, {@code failed}, {@code activating}, …
   */
  Optional<String> activeState(String unit);

  /** Whether a unit is there and enabled, as {@code systemctl is-enabled} says it. */
  Optional<String> unitFileState(String unit);

  /** The main process of a unit that has one. */
  default Optional<Integer> mainPid(String unit) {
    return Optional.empty();
  }

  /**
   * Sends a signal to a unit's processes, as {@code systemctl kill} does.
   *
   * @param whom {@code main}, {@code control} or {@code all}
   * @return whether there is such a unit with such a process
   */
  default boolean kill(String unit, int signal, String whom) {
    return false;
  }

  /** Whether nothing is left to do and nothing has failed: {@code is-system-running}. */
  default boolean isUpAndWell() {
    return true;
  }

  /** All units that it has loaded, as they are at the end of its boot: what rules read. */
  default SeenUnits units() {
    return SeenUnits.NONE;
  }
}
