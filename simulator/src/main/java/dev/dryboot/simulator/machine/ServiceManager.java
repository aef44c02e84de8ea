package dev.dryboot.simulator.machine;

import dev.dryboot.foreign.shell.SystemctlCommand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The port of an init system: what others may ask of it, as {@code systemctl} does. */
public interface ServiceManager {

  /**
   * What is asked for.
   *
   * @param command a call of {@code systemctl}
   * @param environment the caller's variables
   * @param asker who asks, for the trace
   */
  record Request(SystemctlCommand command, Map<String, String> environment, String asker) {
    public Request {
      environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /** {@code systemctl} with these words. */
    public static Request of(String asker, String... words) {
      List<String> argv = new ArrayList<>(List.of("systemctl"));
      argv.addAll(List.of(words));
      return new Request(SystemctlCommand.read(argv).orElseThrow(), Map.of(), asker);
    }

    public String verb() {
      return command.verb();
    }

    /** The units, as written, or what else the verb takes. */
    public List<String> units() {
      return command.operands();
    }

    /** Whether the asker waits until the jobs have ended. */
    public boolean blocking() {
      return !command.noBlock();
    }

    /** The same of other units. */
    public Request withUnits(List<String> units) {
      return new Request(command.withOperands(units), environment, asker);
    }
  }

  /**
   * Carries out a request. {@code answered} is called once: at once, or when the last job that is
   * waited for has ended, with the exit code that {@code systemctl} would have. What it prints is
   * {@link Printed} of the asker.
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

  /** All units that it has loaded, as they are at the end of its boot: what rules read. */
  default SeenUnits units() {
    return SeenUnits.NONE;
  }
}
