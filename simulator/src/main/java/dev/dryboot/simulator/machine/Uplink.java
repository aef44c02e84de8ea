package dev.dryboot.simulator.machine;

/**
 * The port of the way to the internet: whether packets get out, and how long bytes take to come.
 */
public interface Uplink {
  /** Whether packets leave the machine now. */
  boolean up();

  /** Whether names can be looked up now. */
  boolean resolves();

  /** The machine's own network came up, to where packets can leave it, or went down. */
  void configured(boolean up);

  /** The scenario cuts the line, or mends it. */
  void cut(boolean cut);

  /**
   * Fetches bytes; all who fetch share the bandwidth.
   *
   * @param bytes how many
   * @param arrived called when all are there, or when the line was lost
   */
  Transfer fetch(long bytes, java.util.function.Consumer<Boolean> arrived);

  /** Bytes on their way. */
  interface Transfer {
    /** Nobody wants them any more. */
    void cancel();
  }
}
