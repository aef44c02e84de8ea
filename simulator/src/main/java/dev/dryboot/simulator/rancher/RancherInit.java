package dev.dryboot.simulator.rancher;

import dev.dryboot.simulator.machine.Init;
import dev.dryboot.simulator.machine.InitKind;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.ServiceManager;
import dev.dryboot.simulator.rancher.config.RancherConfig;
import dev.dryboot.simulator.rancher.config.Service;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code ros} as process 1: its chain of steps, and then system-docker, which it becomes. */
public final class RancherInit implements Init, ProcessModel {
  private final List<Service> stock;
  private final Optional<RancherConfig> config;
  private @Nullable RancherBoot boot;

  /**
   * @param stock the services that the system comes with, in the order of its own config
   * @param config the user's; empty where there is none, or where it could not be read and was
   *     dropped
   */
  public RancherInit(List<Service> stock, Optional<RancherConfig> config) {
    this.stock = List.copyOf(stock);
    this.config = config;
  }

  @Override
  public InitKind kind() {
    return InitKind.SYSTEM_DOCKER;
  }

  @Override
  public List<ProcessModel> models() {
    return List.of(this);
  }

  @Override
  public void boot(Machine machine) {
    boot = new RancherBoot(machine, stock, config);
    machine.offer(ServiceManager.class, new RancherManager(boot));
    new InitChain(boot).run();
  }

  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    return boot == null || boot.machine() != machine
        ? Optional.empty()
        : RosCommands.recognise(spec, boot);
  }
}
