package dev.dryboot.simulator.replay;

/**
 * What came of one recorded case.
 *
 * @param name the case
 * @param version the systemd release that it was compared with
 * @param same in which respects a predicted outcome equals an observed one
 * @param crashed whether the simulation itself failed
 * @param canonical whether the canonical schedule's outcome is among the observed ones
 * @param givesUp whether process 1 was seen to give the boot up
 * @param outcomes how many outcomes there are
 * @param difference the first difference, in words; empty where there is none
 */
public record ReplayedCase(
    String name,
    int version,
    Comparison same,
    boolean crashed,
    boolean canonical,
    boolean givesUp,
    OutcomeCount outcomes,
    String difference) {

  /**
   * How many different outcomes there are.
   *
   * @param observed how many were observed
   * @param predicted how many were predicted
   * @param found how many of the observed ones were predicted
   * @param cut whether more outcomes are possible than were explored
   */
  public record OutcomeCount(int observed, int predicted, int found, boolean cut) {}

  /** Whether jobs, states and dropped jobs are the same. */
  public boolean agrees() {
    return same.agrees();
  }

  /** Whether restart counts and exit statuses are the same, too. */
  public boolean wholly() {
    return same.wholly();
  }

  static ReplayedCase crashed(String name, int version, int observed, String why) {
    return new ReplayedCase(
        name,
        version,
        Comparison.NONE,
        true,
        false,
        false,
        new OutcomeCount(observed, 0, 0, false),
        why);
  }
}
