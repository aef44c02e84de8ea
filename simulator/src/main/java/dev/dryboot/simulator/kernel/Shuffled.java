package dev.dryboot.simulator.kernel;

import java.util.SplittableRandom;

/** A tie-breaker that draws from a seed. */
final class Shuffled implements TieBreaker {
  private final SplittableRandom random;

  Shuffled(long seed) {
    this.random = new SplittableRandom(seed);
  }

  @Override
  public long rank(long ticket) {
    return random.nextLong(1 << 20);
  }

  @Override
  public int choose(int options) {
    return random.nextInt(options);
  }
}
