package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.ServiceManager;
import java.util.List;
import java.util.Optional;

/**
 * What {@code systemctl} is only asked, and what it exits with then (systemctl(1), Exit status).
 */
final class SystemctlQuestions {
  private static final int NOT_RUNNING = 3;
  private static final int NO_SUCH_UNIT = 4;
  private static final List<String> ENABLED =
      List.of(
          "enabled", "enabled-runtime", "static", "alias", "indirect", "generated", "transient");

  /** Those that show something, and those that change nothing that a simulation shows. */
  private static final List<String> SILENT =
      List.of(
          "show",
          "list-units",
          "list-jobs",
          "list-unit-files",
          "list-timers",
          "list-sockets",
          "get-default",
          "log-level",
          "help",
          "set-property",
          "show-environment",
          "was-enabled",
          "update-state",
          "list-dependencies",
          "set-environment",
          "import-environment",
          "unset-environment",
          "freeze",
          "thaw",
          "clean");

  /** Those that change something that is not modelled. */
  private static final List<String> NOTED =
      List.of(
          "set-environment", "import-environment", "unset-environment", "freeze", "thaw", "clean");

  private SystemctlQuestions() {}

  /** The exit code; empty for verbs that ask for something to be done. */
  static Optional<Integer> answer(ServiceManager manager, String verb, List<String> units) {
    return switch (verb) {
      case "status" ->
          Optional.of(
              units.stream()
                  .mapToInt(u -> status(manager, u))
                  .filter(c -> c > 0)
                  .findFirst()
                  .orElse(0));
      case "is-active" -> Optional.of(any(units, u -> isActive(manager, u)) ? 0 : NOT_RUNNING);
      case "is-failed" -> Optional.of(any(units, u -> state(manager, u).equals("failed")) ? 0 : 1);
      case "is-enabled" ->
          Optional.of(
              any(units, u -> ENABLED.contains(manager.unitFileState(u).orElse(""))) ? 0 : 1);
      case "cat" -> Optional.of(units.stream().allMatch(u -> isThere(manager, u)) ? 0 : 1);
      case "is-system-running" -> Optional.of(isRunning(manager) ? 0 : 1);
      default -> SILENT.contains(verb) ? Optional.of(0) : Optional.empty();
    };
  }

  /** Whether what the verb changes is not modelled. */
  static boolean isNoted(String verb) {
    return NOTED.contains(verb);
  }

  private static boolean any(List<String> units, java.util.function.Predicate<String> test) {
    return units.stream().anyMatch(test);
  }

  private static String state(ServiceManager manager, String unit) {
    return manager.activeState(unit).orElse("inactive");
  }

  private static boolean isActive(ServiceManager manager, String unit) {
    return List.of("active", "reloading").contains(state(manager, unit));
  }

  private static boolean isThere(ServiceManager manager, String unit) {
    return manager.unitFileState(unit).isPresent() || !state(manager, unit).equals("inactive");
  }

  private static int status(ServiceManager manager, String unit) {
    if (isActive(manager, unit)) {
      return 0;
    }
    return isThere(manager, unit) ? NOT_RUNNING : NO_SUCH_UNIT;
  }

  /** The system runs once no jobs are left, where no unit has failed. */
  private static boolean isRunning(ServiceManager manager) {
    return manager.isUpAndWell();
  }
}
