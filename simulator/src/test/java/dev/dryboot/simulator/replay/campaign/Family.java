package dev.dryboot.simulator.replay.campaign;

import dev.dryboot.simulator.replay.Recording;
import java.util.Random;

/** A kind of cases: what they try. */
enum Family {
  /** Graphs of many kinds of dependencies, with what names and drop-ins do to them. */
  DEEP(Graphs::deep),
  /** Targets above targets, isolated one after the other. */
  TARGETS(Graphs::targets),
  /** One or two services whose settings are tried in combination. */
  LIFE(Lives::life),
  /** What becomes of a service that is acted upon while it is under way. */
  MIDWAY(Lives::midway),
  /** Sockets, paths and timers. */
  TRIGGER(Triggers::trigger),
  /** Requests in every job mode, some while others are being carried out. */
  REQUESTS(Requests::requests),
  /** Unit files that change, and are read again. */
  CHANGES(Requests::changes),
  /** Units of several types together, with restarts, limits, and drop-ins that come late. */
  MIXED(Mixtures::mixed),
  /** Mounts, and services that need them. */
  MOUNTS(MountCases::mounts),
  /** Slices, and units that are made on the way. */
  SLICES(SliceCases::slices),
  /** Automounts. */
  AUTOMOUNTS(AutomountCases::automounts);

  private interface Writer {
    void write(Draft draft);
  }

  private final Writer writer;

  Family(Writer writer) {
    this.writer = writer;
  }

  /** Whether its cases need a harness whose machines have a {@code /dev/autofs}. */
  boolean needsAutofs() {
    return this == AUTOMOUNTS;
  }

  /** The case of that number; the same seed gives the same one. */
  Recording generate(long seed, int number) {
    String word = name().toLowerCase(java.util.Locale.ROOT);
    Draft draft =
        new Draft(
            "%s-%d-%04d".formatted(word, seed, number),
            new Random(seed * 1_000_003 + number * 31L + ordinal()));
    writer.write(draft);
    return draft.done();
  }
}
