package dev.dryboot.simulator.runner;

import dev.dryboot.simulator.kernel.RunEnd;
import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.SeenUnits;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of booting one image under one scenario.
 *
 * @param trace everything that became known, over all boots
 * @param boots one entry per boot, in order
 * @param devices what is on the disks in the end
 */
public record BootEvidence(
    MachineImage image, Scenario scenario, Trace trace, List<Boot> boots, BlockDevices devices) {
  public BootEvidence {
    boots = List.copyOf(boots);
  }

  /**
   * One boot.
   *
   * @param number from 1
   * @param began microseconds since the first power-on
   * @param ended microseconds since the first power-on
   * @param runEnd why the simulation of this boot stopped
   * @param end how the machine ended, where it did: {@code reboot}, {@code power-cut}, {@code
   *     emergency}, …
   * @param goal when its goal was reached, in microseconds since the first power-on
   * @param entries what became known during this boot
   * @param seen the service manager's units as they were in the end
   * @param seenInInitramfs the same of the initial RAM disk, if its boot was simulated
   * @param files the files as they were seen in the end
   */
  public record Boot(
      int number,
      long began,
      long ended,
      RunEnd runEnd,
      Optional<Fact.MachineEnded> end,
      Optional<Long> goal,
      List<Trace.Entry> entries,
      SeenUnits seen,
      SeenUnits seenInInitramfs,
      VirtualFileSystem files) {
    public Boot {
      entries = List.copyOf(entries);
    }

    /** The service manager's units as they were in the end, by name. */
    public List<UnitRecord> units() {
      return seen.records();
    }

    /** The same of the initial RAM disk; none where its boot was not simulated. */
    public List<UnitRecord> initramfsUnits() {
      return seenInInitramfs.records();
    }

    public <F extends Fact> Stream<F> facts(Class<F> type) {
      return entries.stream().map(Trace.Entry::fact).filter(type::isInstance).map(type::cast);
    }

    public Optional<UnitRecord> unit(String name) {
      return units().stream()
          .filter(u -> u.name().equals(name) || u.aliases().contains(name))
          .findFirst();
    }

    /** Whether the goal was reached and the machine did not end on its own. */
    public boolean reachedGoal() {
      return goal.isPresent();
    }
  }

  public Boot last() {
    return boots.getLast();
  }

  public Boot first() {
    return boots.getFirst();
  }
}
