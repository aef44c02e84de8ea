package dev.dryboot.simulator.rancher;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.ProcessObserver;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.process.Behaviours;
import dev.dryboot.simulator.rancher.config.RancherConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ros user-docker}, the service {@code docker}: waits until the console has written {@code
 * /run/console-done}, then becomes the user's Docker daemon (cmd/control/docker_init.go).
 */
final class UserDocker implements Behaviours.Trapping {
  private static final String SERVICE = "docker";
  private static final long POLL = 200_000;

  private final RancherBoot boot;
  private int daemon;

  UserDocker(RancherBoot boot) {
    this.boot = boot;
  }

  @Override
  public void start(RunningProcess self) {
    if (!boot.consoleDone()) {
      boot.machine().publish(new Fact.Waiting(SERVICE, RancherBoot.CONSOLE_DONE, "console"));
    }
    poll(self);
  }

  private void poll(RunningProcess self) {
    if (boot.consoleDone()) {
      launch(self);
    } else {
      self.after(POLL, () -> poll(self));
    }
  }

  private void launch(RunningProcess self) {
    ProcessObserver observer =
        new ProcessObserver() {
          @Override
          public void ended(int pid, ProcessEnd end) {
            boot.dockerAnswers(false);
            self.exit(end instanceof ProcessEnd.Exited e ? e.code() : 137);
          }

          @Override
          public void notified(int pid, Map<String, String> message) {
            boot.project().ifPresent(p -> p.states().up(SERVICE, "running"));
            boot.dockerAnswers(true);
          }
        };
    daemon =
        boot.machine()
            .processes()
            .spawn(
                new ProcessSpec(
                    arguments(),
                    Map.of(),
                    SERVICE,
                    self.spec().controlGroup(),
                    "root",
                    Optional.empty(),
                    ProcessSpec.Purpose.of("ExecStart", "notify")),
                observer,
                0,
                executed -> {})
            .pid();
  }

  private List<String> arguments() {
    List<String> words = new ArrayList<>(List.of("dockerd", "-H", "unix:///var/run/docker.sock"));
    Map<String, Located<String>> options =
        boot.config()
            .flatMap(c -> Optional.ofNullable(c.engines().get("docker")))
            .map(RancherConfig.Engine::options)
            .orElse(Map.of());
    if (options.containsKey("graph")) {
      words.add("--data-root=" + options.get("graph").value());
    }
    if (options.containsKey("live_restore") && options.get("live_restore").value().equals("true")) {
      words.add("--live-restore");
    }
    return words;
  }

  @Override
  public boolean traps(RunningProcess self, int signal) {
    return true;
  }

  @Override
  public void signalled(RunningProcess self, int signal) {
    if (daemon == 0) {
      self.die(signal);
    } else {
      boot.machine().processes().signal(daemon, signal);
    }
  }
}
