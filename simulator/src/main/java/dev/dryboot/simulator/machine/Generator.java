package dev.dryboot.simulator.machine;

/**
 * Writes units before the service manager loads any, as the executables in {@code
 * system-generators} do. A service manager runs all of a machine's generators when it starts and at
 * each {@code daemon-reload}, in the order of their names.
 */
public interface Generator {
  /** The name of its executable, such as {@code podman-system-generator}. */
  String name();

  /** Whether it is there: {@code systemd} looks for its executable. */
  default boolean installed(Machine machine) {
    return machine.files().exists("/usr/lib/systemd/system-generators/" + name());
  }

  /**
   * Writes units.
   *
   * @param normal directory for units between vendor's and administrator's, such as {@code
   *     /run/systemd/generator}
   * @param early directory for units that override the administrator's
   * @param late directory for units that all others override
   */
  void generate(Machine machine, String normal, String early, String late);
}
