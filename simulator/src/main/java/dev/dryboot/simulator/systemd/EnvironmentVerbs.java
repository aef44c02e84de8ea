package dev.dryboot.simulator.systemd;

import dev.dryboot.simulator.machine.ServiceManager.Request;
import dev.dryboot.simulator.systemd.core.ManagerEnvironment;
import java.util.List;

/** What {@code systemctl} can ask for that changes the manager's variables. */
final class EnvironmentVerbs {
  private static final List<String> ALL =
      List.of("set-environment", "unset-environment", "import-environment");

  private EnvironmentVerbs() {}

  static boolean has(String verb) {
    return ALL.contains(verb);
  }

  /** Carries it out wholly or not at all; the exit code. */
  static int carryOut(Request request, ManagerEnvironment environment) {
    List<String> words = request.units();
    boolean done =
        switch (request.verb()) {
          case "set-environment" -> environment.set(words);
          case "unset-environment" -> environment.unset(words);
          default -> environment.take(words, request.environment());
        };
    return done ? 0 : 1;
  }
}
