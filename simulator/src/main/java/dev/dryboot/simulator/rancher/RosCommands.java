package dev.dryboot.simulator.rancher;

import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Hardware;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel.Behaviour;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.machine.Uplink;
import dev.dryboot.simulator.process.Behaviours;
import dev.dryboot.simulator.process.Typical;
import dev.dryboot.simulator.rancher.config.RancherConfig;
import java.util.List;
import java.util.Optional;

/** What {@code ros} and its companions do in the containers of the system's services. */
final class RosCommands {
  private RosCommands() {}

  static Optional<Behaviour> recognise(ProcessSpec spec, RancherBoot boot) {
    if (!spec.purpose().role().equals("container")) {
      return Optional.empty();
    }
    List<String> argv = spec.argv();
    return switch (spec.programName()) {
      case "ros" -> argv.size() < 2 ? Optional.empty() : ros(argv, boot);
      case "netconf" -> Optional.of(network(boot));
      case "wait-for-docker" -> Optional.of(self -> awaitDocker(self, boot));
      case "docker", "system-docker" -> Optional.of(self -> client(self, boot));
      case "ntpd", "udevd", "rsyslogd", "acpid", "crond", "container-crontab" ->
          Optional.of(new Behaviours.Daemon(Typical.DAEMON_READY.amount()));
      default -> Optional.empty();
    };
  }

  private static Optional<Behaviour> ros(List<String> argv, RancherBoot boot) {
    return switch (argv.get(1)) {
      case "udev-settle" -> Optional.of(Behaviours.timed(Typical.UDEV_COLDPLUG.amount(), 0));
      case "console-init" -> Optional.of(new ConsoleInit(boot));
      case "user-docker" -> Optional.of(new UserDocker(boot));
      case "preload-images" -> Optional.of(Behaviours.timed(Typical.COMMAND.amount(), 0));
      case "cloud-init-execute" -> Optional.of(self -> preConsole(self, boot));
      case "netconf" -> Optional.of(network(boot));
      case "entrypoint" ->
          argv.size() < 3
              ? Optional.empty()
              : Optional.of(
                  self ->
                      self.call(
                          argv.subList(2, argv.size()),
                          end ->
                              self.exit(
                                  end instanceof dev.dryboot.simulator.machine.ProcessEnd.Exited e
                                      ? e.code()
                                      : 137)));
      default -> Optional.of(Behaviours.timed(Typical.COMMAND.amount(), 0));
    };
  }

  /** Takes interfaces up and asks for addresses; it stays, for leases run out. */
  private static Behaviour network(RancherBoot boot) {
    return new Behaviours.Daemon(Typical.LINK_CARRIER.amount(), () -> configure(boot), () -> {});
  }

  private static void configure(RancherBoot boot) {
    Machine machine = boot.machine();
    boolean cable =
        machine
            .port(Hardware.class)
            .map(h -> h.interfaces().stream().anyMatch(Hardware.Nic::carrier))
            .orElse(true);
    boolean allStatic =
        boot.config()
            .map(RancherConfig::network)
            .map(RancherConfig.Network::interfaces)
            .filter(i -> !i.isEmpty())
            .map(
                i ->
                    i.values().stream()
                        .anyMatch(v -> v.containsKey("address") && v.containsKey("gateway")))
            .orElse(false);
    if (cable) {
      machine
          .kernel()
          .after(
              allStatic ? Typical.COMMAND.amount() : Typical.DHCP.amount(),
              Stage.WORLD,
              () -> machine.port(Uplink.class).ifPresent(u -> u.configured(true)));
    }
  }

  /** Host name, sysctls and services to restart are applied before the console is there. */
  private static void preConsole(RunningProcess self, RancherBoot boot) {
    boot.config()
        .ifPresent(
            c -> {
              c.hostname()
                  .ifPresent(
                      h ->
                          boot.write(
                              "/etc/hostname",
                              dev.dryboot.source.SourceText.of("/etc/hostname", h.value() + "\n"),
                              0644,
                              "root",
                              "cloud-init-execute"));
              c.sysctl()
                  .forEach(
                      (k, v) -> boot.log("cloud-init-execute", "sysctl " + k + "=" + v.value()));
            });
    self.after(Typical.COMMAND.amount(), () -> self.exit(0));
  }

  private static void awaitDocker(RunningProcess self, RancherBoot boot) {
    if (boot.dockerAnswers()) {
      self.after(Typical.DOCKER_CLIENT.amount(), () -> self.exit(0));
    } else {
      self.after(1_000_000, () -> awaitDocker(self, boot));
    }
  }

  /** A client in a script of the console: refused as long as its daemon does not answer. */
  private static void client(RunningProcess self, RancherBoot boot) {
    boolean system = self.spec().programName().equals("system-docker");
    boolean answers = system || boot.dockerAnswers();
    String words = String.join(" ", self.spec().argv());
    if (answers) {
      boot.machine().publish(new Fact.NotModelled(self.spec().owner(), words));
    } else {
      boot.machine()
          .publish(
              new Fact.EngineRefused(
                  "docker", "", "the daemon cannot be reached", self.spec().owner()));
    }
    self.after(Typical.DOCKER_CLIENT.amount(), () -> self.exit(answers ? 0 : 1));
  }
}
