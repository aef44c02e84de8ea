package dev.dryboot.simulator.rancher;

import dev.dryboot.simulator.container.Engine;
import dev.dryboot.simulator.container.EngineSettings;
import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.process.Typical;
import dev.dryboot.simulator.rancher.config.RancherConfig;
import dev.dryboot.simulator.rancher.config.Service;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the parts of one boot of RancherOS share. */
final class RancherBoot {
  /** The goal: everything has been started, the console is up, the user's Docker answers. */
  static final String GOAL = "user-services";

  static final String CONSOLE_DONE = "/run/console-done";

  private static final EngineSettings SYSTEM_DOCKER =
      new EngineSettings(
          "system-docker",
          "/var/lib/system-docker",
          c -> "/system-docker/" + c.id(),
          Typical.DOCKER_CREATE.amount(),
          Typical.DOCKER_START.amount());

  private final Machine machine;
  private final List<Service> stock;
  private final Optional<RancherConfig> config;
  private final List<Runnable> onDocker = new ArrayList<>();
  private @Nullable Engine engine;
  private @Nullable Project project;
  private boolean dockerAnswers;

  RancherBoot(Machine machine, List<Service> stock, Optional<RancherConfig> config) {
    this.machine = machine;
    this.stock = stock;
    this.config = config;
  }

  Machine machine() {
    return machine;
  }

  Optional<RancherConfig> config() {
    return config;
  }

  List<Service> stock() {
    return stock;
  }

  /** system-docker has started: it knows what is on its record. */
  Engine startEngine(boolean loadImages) {
    if (loadImages) {
      Engine.preload(machine, SYSTEM_DOCKER);
    }
    Engine started = new Engine(machine, SYSTEM_DOCKER);
    started.containers().stream()
        .filter(
            c ->
                c.state() == dev.dryboot.simulator.container.Container.State.RUNNING
                    || c.state() == dev.dryboot.simulator.container.Container.State.RESTARTING)
        .forEach(started::foundDead);
    engine = started;
    return started;
  }

  Optional<Engine> engine() {
    return Optional.ofNullable(engine);
  }

  Optional<Project> project() {
    return Optional.ofNullable(project);
  }

  void project(Project of) {
    project = of;
  }

  boolean consoleDone() {
    return machine.files().exists(CONSOLE_DONE);
  }

  boolean dockerAnswers() {
    return dockerAnswers;
  }

  /** The user's Docker answers, or does not any more. */
  void dockerAnswers(boolean now) {
    dockerAnswers = now;
    if (now) {
      List<Runnable> waiting = List.copyOf(onDocker);
      onDocker.clear();
      waiting.forEach(Runnable::run);
    }
  }

  /** Calls when the user's Docker answers next. */
  void onDocker(Runnable call) {
    onDocker.add(call);
  }

  void log(String who, String line) {
    machine.publish(new Fact.Logged(who, line));
  }

  void after(long time, Runnable action) {
    machine.kernel().after(time, Stage.WORLD, action);
  }

  /** Writes a file and says so. */
  void write(String path, SourceText text, int mode, String owner, String writer) {
    machine.write(path, new FileNode.Regular(text, mode, owner, owner), writer);
  }
}
