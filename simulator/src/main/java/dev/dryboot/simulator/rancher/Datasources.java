package dev.dryboot.simulator.rancher;

import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Hardware;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.Uplink;
import dev.dryboot.simulator.process.Typical;
import dev.dryboot.simulator.rancher.config.RancherConfig;
import java.util.List;
import java.util.Optional;

/**
 * The phase in which {@code cloud-init-save} asks the datasources, in a Docker of its own. It is
 * left out where none is set, or only a config drive that is not there.
 */
final class Datasources {
  /** The pause between two rounds doubles from 100 ms to 30 s; after 5 min they are given up. */
  private static final long FIRST_PAUSE = 100_000;

  private static final long LONGEST_PAUSE = 30_000_000;
  private static final long GIVE_UP = 300_000_000;
  private static final String STAGE = "cloud-init";

  private final RancherBoot boot;
  private final Machine machine;
  private long began;

  Datasources(RancherBoot boot) {
    this.boot = boot;
    this.machine = boot.machine();
  }

  void poll(Runnable then) {
    List<String> sources = boot.config().map(RancherConfig::datasources).orElse(List.of());
    boolean drive =
        machine.port(BlockDevices.class).map(d -> d.exists("LABEL=config-2")).orElse(false);
    boolean onlyMissingDrive =
        !drive && sources.stream().allMatch(s -> s.startsWith("configdrive"));
    if (sources.isEmpty() || onlyMissingDrive) {
      boot.after(Typical.COMMAND.amount(), then);
      return;
    }
    machine.publish(new Fact.StageStarted(InitChain.INIT, STAGE));
    boot.after(
        Typical.DOCKERD_READY.amount() + Typical.DOCKER_START.amount(),
        () -> {
          began = machine.kernel().now();
          if (sources.stream().anyMatch(Datasources::overNetwork)) {
            configureNetwork();
            round(sources, FIRST_PAUSE, then);
          } else {
            end(Optional.empty(), then);
          }
        });
  }

  private static boolean overNetwork(String source) {
    return !source.startsWith("configdrive")
        && !source.startsWith("file")
        && !source.startsWith("cmdline")
        && !source.startsWith("vmware");
  }

  private void configureNetwork() {
    boolean cable =
        machine
            .port(Hardware.class)
            .map(h -> h.interfaces().stream().anyMatch(Hardware.Nic::carrier))
            .orElse(true);
    if (cable) {
      boot.after(
          Typical.LINK_CARRIER.amount() + Typical.DHCP.amount(),
          () -> machine.port(Uplink.class).ifPresent(u -> u.configured(true)));
    }
  }

  private void round(List<String> sources, long pause, Runnable then) {
    if (machine.port(Uplink.class).map(Uplink::up).orElse(false)) {
      boot.after(
          Typical.HTTP_REQUEST.amount(),
          () -> {
            machine.publish(
                new Fact.NotModelled(
                    "cloud-init-save", "what comes from " + String.join(", ", sources)));
            end(Optional.empty(), then);
          });
    } else if (machine.kernel().now() - began >= GIVE_UP) {
      end(Optional.of("no datasource has answered"), then);
    } else {
      boot.after(pause, () -> round(sources, Math.min(pause * 2, LONGEST_PAUSE), then));
    }
  }

  private void end(Optional<String> problem, Runnable then) {
    machine.publish(new Fact.StageEnded(InitChain.INIT, STAGE, problem));
    boot.after(Typical.COMMAND.amount(), then);
  }
}
