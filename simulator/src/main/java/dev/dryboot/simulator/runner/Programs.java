package dev.dryboot.simulator.runner;

import dev.dryboot.simulator.docker.Docker;
import dev.dryboot.simulator.machine.Program;
import dev.dryboot.simulator.network.Network;
import dev.dryboot.simulator.podman.Podman;
import dev.dryboot.simulator.process.StandardPrograms;
import dev.dryboot.simulator.systemd.SystemdInit;
import java.util.ArrayList;
import java.util.List;

/** The programs of a simulation, in the order in which they are asked what a command does. */
public final class Programs {
  private Programs() {}

  /**
   * Those of every simulation.
   *
   * @param systemd process 1 where the image asks for systemd
   * @param more provisioners and other kinds of process 1; they are asked after the scenario and
   *     before the common tools
   */
  public static List<Program> with(SystemdInit systemd, List<Program> more) {
    var all = new ArrayList<Program>();
    all.add(StandardPrograms.first());
    all.add(new Network());
    all.add(systemd);
    all.addAll(more);
    all.add(new Docker());
    all.add(new Podman());
    all.add(StandardPrograms.last());
    return List.copyOf(all);
  }
}
