package dev.dryboot.compiler.analysis;

import java.util.List;

/**
 * A level of settings: what stands in a later one wins.
 *
 * @param name for people: {@code profile docker-host}
 * @param below names of the profiles this one uses, which it may overrule
 */
record Layer(Rank rank, String name, List<String> below) {
  Layer {
    below = List.copyOf(below);
  }

  /** Ranks, lowest first. */
  enum Rank {
    PROFILE_DEFAULTS,
    HOST_DEFAULTS,
    PROFILE,
    HOST,
    PROFILE_FOR_TARGET,
    HOST_FOR_TARGET
  }

  Layer defaults() {
    boolean ofHost = rank == Rank.HOST || rank == Rank.HOST_FOR_TARGET;
    return new Layer(ofHost ? Rank.HOST_DEFAULTS : Rank.PROFILE_DEFAULTS, name, below);
  }

  /** Whether it settles what {@code other} says. */
  boolean overrules(Layer other) {
    return rank.compareTo(other.rank) > 0 || below.contains(other.name);
  }
}
