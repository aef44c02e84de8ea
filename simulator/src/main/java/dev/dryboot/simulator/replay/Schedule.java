package dev.dryboot.simulator.replay;

import dev.dryboot.simulator.systemd.SystemdVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How fast the recorder's machine was: it ran from one to sixteen managers on two cores, and what
 * depends on a few dozen milliseconds came out now one way and now another. All times are
 * microseconds.
 *
 * @param seed of what is drawn
 * @param fork until a process is forked
 * @param exec until it runs its program
 * @param late how much later a program begins at most
 * @param command how long a command takes to reach the manager
 * @param listing how long listing the units takes, until which the recorder hears of jobs
 * @param showing how long it then takes to ask for their states
 */
record Schedule(
    long seed, long fork, long exec, long late, long command, long listing, long showing) {
  /** Medians of the recordings, with debug logging on two cores. */
  private static final long FORK = 4_000;

  private static final long EXEC = 25_000;

  /** Before 254 there was no executor between fork and exec. */
  private static final long EXEC_252 = 20_000;

  private static final long COMMAND = 60_000;

  /** What it took at times between two commands, which matters to limits of some seconds. */
  private static final long LONG_COMMAND = 1_000_000;

  private static final long LISTING = 45_000;
  private static final long SHOWING = 45_000;

  /** How late programs begin on a machine that is busy, and on one that is very busy. */
  private static final long LATE = 12_000;

  private static final long VERY_LATE = 150_000;

  private static final int BUSY = 6;
  private static final int VERY_BUSY = 20;

  /** The usual one, in which every program begins without delay. */
  static Schedule canonical(SystemdVersion version) {
    return new Schedule(1, FORK, exec(version), 0, COMMAND, LISTING, SHOWING);
  }

  /** Those of other machines: with less to do, twice and four times as fast, and busier ones. */
  static List<Schedule> others(SystemdVersion version) {
    List<Schedule> schedules = new ArrayList<>();
    for (int times = 2; times <= 4; times *= 2) {
      schedules.add(
          new Schedule(
              times,
              FORK / times,
              exec(version) / times,
              0,
              COMMAND / times,
              LISTING / times,
              SHOWING / times));
    }
    schedules.addAll(busier(version));
    return schedules;
  }

  private static List<Schedule> busier(SystemdVersion version) {
    List<Schedule> schedules = new ArrayList<>();
    for (int grade = 1; grade <= BUSY; grade++) {
      schedules.add(
          new Schedule(
              1 + grade,
              FORK << ((1 + grade) % 4),
              exec(version),
              LATE,
              COMMAND,
              LISTING + grade * LISTING / 3,
              SHOWING + grade * SHOWING / 3));
    }
    for (int grade = 1; grade <= VERY_BUSY; grade++) {
      var random = new Random(grade);
      schedules.add(
          new Schedule(
              100 + grade,
              FORK,
              exec(version),
              VERY_LATE * grade / VERY_BUSY,
              COMMAND / 2 + random.nextLong(grade % 4 == 0 ? LONG_COMMAND : COMMAND * 2),
              LISTING / 3 + random.nextLong(LISTING * 5),
              SHOWING / 3 + random.nextLong(SHOWING * 5)));
    }
    return schedules;
  }

  private static long exec(SystemdVersion version) {
    return version == SystemdVersion.V252 ? EXEC_252 : EXEC;
  }
}
