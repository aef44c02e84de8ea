package dev.dryboot.simulator.scenario;

/** Something that a scenario does at some moment. */
public record Happening(Trigger trigger, Action action) {

  /** When it is done. */
  public sealed interface Trigger {
    /**
     * At a time of a boot.
     *
     * @param time microseconds since that boot began
     * @param boot from 1
     */
    record At(long time, int boot) implements Trigger {}

    /**
     * When a unit, container or job comes to a state, the first time.
     *
     * @param subject a unit, container or image
     * @param state {@code active}, {@code failed}, {@code running}, {@code pulling}, {@code
     *     started}, …
     */
    record When(String subject, String state) implements Trigger {}
  }

  /** What is done. */
  public sealed interface Action {
    /** {@code systemctl VERB UNIT}, without waiting. */
    record ToUnit(String verb, String unit) implements Action {}

    /**
     * A signal for a unit's processes, as {@code systemctl kill} sends it.
     *
     * @param whom {@code main}, {@code control} or {@code all}
     */
    record Kill(String unit, int signal, String whom) implements Action {}

    /** Memory runs out, and the kernel's OOM killer ends a unit's main process. */
    record OutOfMemory(String unit) implements Action {}

    /** The machine is asked to reboot or power off, in order. */
    record Shutdown(String how) implements Action {}

    /** Electricity is gone. */
    record CutPower() implements Action {}

    /** The way to the internet comes or goes. */
    record Uplink(boolean up) implements Action {}

    record DaemonReload() implements Action {}

    /** A file or directory is taken away. */
    record RemovePath(String path) implements Action {}

    /** A command, run as root from outside any unit. */
    record Run(java.util.List<String> argv) implements Action {
      public Run {
        argv = java.util.List.copyOf(argv);
      }
    }

    /** A device appears. */
    record AddDevice(String node, long size) implements Action {}
  }
}
