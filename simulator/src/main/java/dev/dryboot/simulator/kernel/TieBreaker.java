package dev.dryboot.simulator.kernel;

/**
 * Settles the order of events of one moment and stage, and other choices that the real world leaves
 * open.
 */
public interface TieBreaker {
  /** In the order in which they were posted. */
  TieBreaker CANONICAL =
      new TieBreaker() {
        @Override
        public long rank(long ticket) {
          return 0;
        }

        @Override
        public int choose(int options) {
          return 0;
        }
      };

  /**
   * The rank of an event among those of its moment and stage, from 0 to 2^20 - 1; equal ranks keep
   * their order.
   */
  long rank(long ticket);

  /** One of {@code options} equally possible choices, from 0. */
  int choose(int options);

  /** Shuffles, the same way for the same seed. */
  static TieBreaker shuffled(long seed) {
    return new Shuffled(seed);
  }

  /** Takes the choices as they are listed, and the first one where the list has ended. */
  static TieBreaker scripted(java.util.List<Integer> choices) {
    var rest = choices.iterator();
    return new TieBreaker() {
      @Override
      public long rank(long ticket) {
        return 0;
      }

      @Override
      public int choose(int options) {
        return rest.hasNext() ? Math.floorMod(rest.next(), options) : 0;
      }
    };
  }
}
