package dev.dryboot.simulator.machine;

import dev.dryboot.source.Span;
import java.util.Optional;

/**
 * Something that happened in the simulation. The trace, the timeline and the rules are made of
 * these.
 */
public sealed interface Fact {

  /** A boot begins; boots count from 1. */
  record BootStarted(int boot) implements Fact {}

  /** A goal was reached: the default target is active, or the console is up. */
  record GoalReached(String goal) implements Fact {}

  /**
   * The machine came to an end: power-off, reboot, emergency shell, frozen process 1. A container's
   * process 1 ends by {@code exit} with a status.
   */
  record MachineEnded(String how, String why, Optional<Integer> exitStatus) implements Fact {
    public MachineEnded(String how, String why) {
      this(how, why, Optional.empty());
    }
  }

  /**
   * A unit (or a service of another init system) changed state. Words are systemd's: {@code
   * active}, {@code running}, {@code success}.
   */
  record UnitChanged(String unit, String active, String sub, String result) implements Fact {}

  /** A job was put on the queue; {@code transaction} counts transactions. */
  record JobInstalled(String unit, String type, int transaction) implements Fact {}

  /** A job has begun to run. */
  record JobStarted(String unit, String type) implements Fact {}

  /**
   * A job has ended; results are systemd's words: {@code done}, {@code dependency}, {@code
   * timeout}.
   */
  record JobFinished(String unit, String type, String result) implements Fact {}

  /** A job was dropped from its transaction to break an ordering cycle. */
  record JobDeleted(String unit, String type, java.util.List<String> cycle) implements Fact {
    public JobDeleted {
      cycle = java.util.List.copyOf(cycle);
    }
  }

  /** A condition kept a unit from starting. */
  record ConditionFailed(String unit, String condition) implements Fact {}

  /** A program of a unit or container was started; {@code role} is such as {@code ExecStart}. */
  record ProcessStarted(int pid, String owner, String role, java.util.List<String> argv)
      implements Fact {
    public ProcessStarted {
      argv = java.util.List.copyOf(argv);
    }
  }

  /** A program cannot be executed. */
  record ExecRefused(String owner, String program, ExecRefusal refusal) implements Fact {}

  /** Memory ran out, and the kernel's OOM killer chose this process. */
  record OutOfMemory(int pid, String owner) implements Fact {}

  /** It has ended. */
  record ProcessEnded(int pid, String owner, ProcessEnd end) implements Fact {}

  /**
   * A stage of a provisioner begins, such as {@code ignition files} or {@code cloud-init config}.
   */
  record StageStarted(String provisioner, String stage) implements Fact {}

  /** It is over; {@code problem} says why it failed. */
  record StageEnded(String provisioner, String stage, Optional<String> problem) implements Fact {}

  /**
   * A container changed: {@code created}, {@code running}, {@code healthy}, {@code exited}, {@code
   * removed}.
   */
  record ContainerChanged(
      String engine, String container, String state, String cause, Optional<Integer> exitCode)
      implements Fact {}

  /** An engine refused what it was asked for: a name in use, a port in use, an image not there. */
  record EngineRefused(String engine, String container, String reason, String asker)
      implements Fact {}

  /**
   * A program does not start because of what stands in its own file of settings.
   *
   * @param place where it stands there
   * @param problem in the program's terms, such as {@code log-driver is also given as a flag}
   * @param help what to do
   */
  record SettingsRefused(String owner, Span place, String problem, String help) implements Fact {}

  /** An image is being fetched; {@code bytes} is what has to come over the network. */
  record PullStarted(String engine, String image, long bytes, String asker) implements Fact {}

  record PullEnded(String engine, String image, boolean complete) implements Fact {}

  /** A file was written (or a directory or link made) by a program. */
  record FileWritten(String path, String writer) implements Fact {}

  /** Something could not be written: {@code reason} is such as {@code read-only}. */
  record FileRefused(String path, String writer, String reason) implements Fact {}

  record Mounted(String where, String what) implements Fact {}

  record Unmounted(String where) implements Fact {}

  /** A device is there, with the name under which it is looked for. */
  record DeviceAppeared(String path) implements Fact {}

  /** The root was switched: process 1 of the initial RAM disk has handed over. */
  record RootSwitched(String from) implements Fact {}

  /** What runs on the kernel begins anew, with the same kernel and files (soft reboot). */
  record UserspaceRestarted() implements Fact {}

  /** The scenario did something: cut the power, took the network away, stopped a unit. */
  record ScenarioActed(String action) implements Fact {}

  /** Somebody listens at an address, such as {@code 0.0.0.0:80/tcp}. */
  record PortBound(String address, String owner) implements Fact {}

  /** Somebody wanted to listen where another listens already. */
  record PortRefused(String address, String owner, String holder) implements Fact {}

  /** A program waits for something another has to do: the raw material of deadlocks. */
  record Waiting(String who, String forWhat, String on) implements Fact {}

  /** The network came up, to where packets can leave the machine, or went down. */
  record UplinkChanged(boolean up) implements Fact {}

  /** A line of the journal. */
  record Logged(String who, String line) implements Fact {}

  /** Something that the simulator does not model was met. */
  record NotModelled(String who, String what) implements Fact {}
}
