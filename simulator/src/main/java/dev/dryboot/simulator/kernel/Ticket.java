package dev.dryboot.simulator.kernel;

/** A place on the agenda. */
public interface Ticket {
  /** Takes the event off the agenda; nothing happens where it has run already. */
  void cancel();

  /** Whether the event is still to come. */
  boolean pending();

  /** When it is due, in microseconds. */
  long at();
}
