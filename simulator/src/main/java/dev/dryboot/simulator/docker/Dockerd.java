package dev.dryboot.simulator.docker;

import dev.dryboot.simulator.container.Container;
import dev.dryboot.simulator.container.Engine;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel.Behaviour;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.machine.ServiceManager;
import dev.dryboot.simulator.process.Behaviours;
import dev.dryboot.simulator.process.Typical;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The daemon: waits for containerd, takes up its containers, serves, and stops them at its end. */
final class Dockerd implements Behaviour {
  /** dockerd(8), --shutdown-timeout: 15 s by default. */
  private static final long SHUTDOWN_TIMEOUT = 15_000_000;

  /** How long the daemon dials containerd before it gives up (moby, cmd/dockerd). */
  private static final long CONTAINERD_TIMEOUT = 60_000_000;

  private static final long DIAL_INTERVAL = 500_000;

  private final Docker docker;
  private boolean stopping;
  private boolean liveRestore;
  private long dialed;

  Dockerd(Docker docker) {
    this.docker = docker;
  }

  @Override
  public void start(RunningProcess self) {
    Machine machine = self.machine();
    List<String> argv = self.spec().argv();
    DaemonConfig config = DaemonConfig.read(machine.files().read(DaemonConfig.path(argv)), argv);
    liveRestore = argv.contains("--live-restore") || config.isOn("live-restore");
    boolean activated = argv.stream().anyMatch(a -> a.contains("fd://"));
    if (config.refusal().isPresent()) {
      DaemonConfig.Refusal refusal = config.refusal().get();
      machine.publish(
          new Fact.SettingsRefused(
              self.spec().owner(), refusal.place(), refusal.what(), refusal.help()));
      fail(self, refusal.what());
    } else if (activated && !listening(machine)) {
      fail(self, "no sockets found via socket activation");
    } else {
      dial(self, root(argv, config));
    }
  }

  private static boolean listening(Machine machine) {
    Optional<ServiceManager> manager = machine.port(ServiceManager.class);
    return manager.isEmpty()
        || manager.get().activeState("docker.socket").filter("active"::equals).isPresent();
  }

  private static String root(List<String> argv, DaemonConfig config) {
    String root = config.text("data-root").or(() -> config.text("graph")).orElse("/var/lib/docker");
    for (int i = 0; i < argv.size(); i++) {
      if (argv.get(i).startsWith("--data-root=")) {
        root = argv.get(i).substring(12);
      } else if (argv.get(i).equals("--data-root") && i + 1 < argv.size()) {
        root = argv.get(i + 1);
      }
    }
    return root;
  }

  private void fail(RunningProcess self, String why) {
    self.machine().publish(new Fact.Logged(self.spec().owner(), "dockerd: " + why));
    self.after(Typical.COMMAND.amount(), () -> self.exit(1));
  }

  /** containerd has to answer first, where it is a unit of its own. */
  private void dial(RunningProcess self, String root) {
    Optional<String> state =
        self.machine().port(ServiceManager.class).flatMap(m -> m.activeState("containerd.service"));
    boolean own = self.spec().argv().stream().noneMatch(a -> a.startsWith("--containerd"));
    if (own || state.isEmpty() || state.get().equals("active")) {
      self.after(Typical.DOCKERD_READY.amount() / 2, () -> restore(self, root));
    } else if (dialed >= CONTAINERD_TIMEOUT) {
      fail(self, "failed to dial containerd: deadline exceeded");
    } else {
      dialed += DIAL_INTERVAL;
      self.after(DIAL_INTERVAL, () -> dial(self, root));
    }
  }

  /** moby, daemon.restore: what runs is taken up or stopped, what was to run is started. */
  private void restore(RunningProcess self, String root) {
    Machine machine = self.machine();
    Engine engine = new Engine(machine, Docker.settings(root));
    docker.loaded(engine);
    var surplus = new ArrayList<Container>();
    for (Container container : engine.containers()) {
      if (container.state() != Container.State.CREATED
          && container.state() != Container.State.EXITED) {
        List<Integer> pids =
            machine.processes().in("/system.slice/docker-" + container.id() + ".scope");
        if (pids.isEmpty()) {
          engine.foundDead(container);
        } else {
          engine.adopt(container, pids.getFirst());
          if (!liveRestore) {
            surplus.add(container);
          }
        }
      }
    }
    stopAll(engine, surplus, () -> revive(self, engine, surplus.size()));
  }

  /**
   * What has a restart policy is started, and of the others what was run with {@code --rm} is
   * removed, even where it runs: 20.10 does so with {@code live-restore}, too.
   */
  private void revive(RunningProcess self, Engine engine, int stale) {
    for (Container container : engine.containers()) {
      boolean created = container.state() == Container.State.CREATED;
      if (!created && container.shouldRestart()) {
        engine.start(container, "docker", answer -> {});
      } else if (container.spec().autoRemove()) {
        engine.remove(container, true, done -> {});
      }
    }
    self.after(
        Typical.DOCKERD_READY.amount() / 2 + stale * Typical.DOCKER_STALE_SANDBOX.amount(),
        () -> {
          docker.serve();
          Behaviours.announce(self);
        });
  }

  private static void stopAll(Engine engine, List<Container> containers, Runnable then) {
    int[] left = {containers.size()};
    if (left[0] == 0) {
      then.run();
    }
    for (Container container : containers) {
      engine.stop(
          container,
          -1,
          false,
          () -> {
            if (--left[0] == 0) {
              then.run();
            }
          });
    }
  }

  @Override
  public void signalled(RunningProcess self, int signal) {
    if (signal != 15 && signal != 2) {
      if (signal != 1 && signal != 10) {
        self.die(signal);
      }
      return;
    }
    if (stopping) {
      return;
    }
    stopping = true;
    Engine engine = docker.engine();
    List<Container> running = engine == null ? List.of() : engine.runningOnes();
    if (engine != null && !liveRestore) {
      engine.shuttingDown();
    }
    if (engine == null || liveRestore || running.isEmpty()) {
      self.after(Typical.DOCKERD_EXIT_IDLE.amount(), () -> self.exit(0));
      return;
    }
    self.after(timeout(running), () -> end(self));
    stopAll(engine, running, () -> end(self));
  }

  /** moby, daemon.ShutdownTimeout: five seconds more than the longest stop timeout. */
  private static long timeout(List<Container> running) {
    long longest = running.stream().mapToLong(c -> c.spec().stopTimeout()).max().orElse(0);
    return Math.max(SHUTDOWN_TIMEOUT, longest + 5_000_000);
  }

  private void end(RunningProcess self) {
    self.after(Typical.DOCKERD_EXIT.amount(), () -> self.exit(0));
  }

  @Override
  public void ended(RunningProcess self) {
    docker.gone();
  }
}
