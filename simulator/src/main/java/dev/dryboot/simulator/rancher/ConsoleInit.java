package dev.dryboot.simulator.rancher;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Ports;
import dev.dryboot.simulator.machine.ProcessEnd;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.process.Behaviours;
import dev.dryboot.simulator.process.Typical;
import dev.dryboot.simulator.rancher.config.RancherConfig;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * {@code ros console-init}, step by step (cmd/control/console_init.go). The user's commands run one
 * after the other; only behind them is {@code /run/console-done} written.
 */
final class ConsoleInit implements Behaviours.Trapping {
  static final String CONSOLE = "console";
  private static final String HOST_KEYS = "/var/lib/rancher/conf/ssh-host-keys";
  private static final String START_SCRIPT = "/opt/rancher/bin/start.sh";
  private static final String RC_LOCAL = "/etc/rc.local";

  private final RancherBoot boot;
  private final Optional<RancherConfig> config;

  ConsoleInit(RancherBoot boot) {
    this.boot = boot;
    this.config = boot.config();
  }

  /** How a command's stage is called. */
  static String stage(int command) {
    return "runcmd " + (command + 1);
  }

  @Override
  public void start(RunningProcess self) {
    // Home directories, password, respawn.conf, links to the engine, cgroup, profile.
    long small = 6 * Typical.COMMAND.amount();
    boolean keys = boot.machine().files().exists(HOST_KEYS);
    self.after(small + (keys ? 0 : Typical.SSH_KEYGEN.amount()), () -> files(self, keys));
  }

  private void files(RunningProcess self, boolean keys) {
    if (!keys) {
      boot.write(HOST_KEYS, SourceText.of(HOST_KEYS, ""), 0600, "root", CONSOLE);
    }
    config.ifPresent(this::sshKeys);
    List<RancherConfig.WriteFile> files =
        config.map(RancherConfig::writeFiles).orElse(List.of()).stream()
            .filter(f -> f.container().isEmpty() || f.container().equals(CONSOLE))
            .toList();
    for (RancherConfig.WriteFile file : files) {
      boot.write(
          file.path().value(),
          content(file),
          file.mode().orElse(0644),
          file.owner().map(o -> o.split(":", 2)[0]).orElse("root"),
          CONSOLE);
    }
    self.after(Typical.COMMAND.amount() * (1 + files.size()), () -> mounts(self, 0));
  }

  private static SourceText content(RancherConfig.WriteFile file) {
    return SourceText.decoded(file.path().value(), file.content().at(), file.content().value());
  }

  private void sshKeys(RancherConfig of) {
    if (!of.sshAuthorizedKeys().isEmpty()) {
      StringBuilder text = new StringBuilder();
      of.sshAuthorizedKeys().forEach(k -> text.append(k.value()).append('\n'));
      for (String user : List.of("rancher", "docker")) {
        String path = "/home/" + user + "/.ssh/authorized_keys";
        boot.write(path, SourceText.of(path, text.toString()), 0600, user, CONSOLE);
      }
    }
  }

  private void mounts(RunningProcess self, int at) {
    List<RancherConfig.MountLine> lines = config.map(RancherConfig::mounts).orElse(List.of());
    if (at == lines.size()) {
      command(self, 0);
      return;
    }
    self.after(
        Typical.MOUNT.amount(),
        () -> {
          new ConsoleMount(boot).mount(lines.get(at));
          mounts(self, at + 1);
        });
  }

  private void command(RunningProcess self, int at) {
    List<RancherConfig.Command> commands = config.map(RancherConfig::runcmd).orElse(List.of());
    if (at == commands.size()) {
      script(self, START_SCRIPT, "start.sh", () -> done(self));
      return;
    }
    boot.machine().publish(new Fact.StageStarted(CONSOLE, stage(at)));
    self.call(
        commands.get(at).argv(),
        end -> {
          ended(stage(at), "`%s`: ".formatted(String.join(" ", commands.get(at).words())), end);
          command(self, at + 1);
        });
  }

  private void script(RunningProcess self, String path, String stage, Runnable then) {
    Optional<SourceText> text = boot.machine().files().read(path);
    if (text.isEmpty()) {
      then.run();
      return;
    }
    boot.machine().publish(new Fact.StageStarted(CONSOLE, stage));
    self.call(
        List.of("/bin/sh", path),
        end -> {
          ended(stage, "", end);
          then.run();
        });
  }

  /** A command that fails is logged; the next one runs all the same. */
  private void ended(String stage, String what, ProcessEnd end) {
    Optional<String> problem =
        switch (end) {
          case ProcessEnd.Exited(int code) when code == 0 -> Optional.empty();
          case ProcessEnd.Exited(int code) -> Optional.of(what + "exit code " + code);
          case ProcessEnd.Killed(int signal) -> Optional.of(what + "signal " + signal);
        };
    boot.machine().publish(new Fact.StageEnded(CONSOLE, stage, problem));
  }

  private void done(RunningProcess self) {
    boot.write(
        RancherBoot.CONSOLE_DONE,
        SourceText.of(RancherBoot.CONSOLE_DONE, ""),
        0644,
        "root",
        CONSOLE);
    script(self, RC_LOCAL, "rc.local", () -> respawn(self));
  }

  /** Consoles and sshd, as long as the machine runs. */
  private void respawn(RunningProcess self) {
    self.after(
        Typical.DAEMON_READY.amount(),
        () ->
            boot.machine()
                .port(Ports.class)
                .filter(p -> p.holder("0.0.0.0:22/tcp").isEmpty())
                .ifPresent(p -> p.bind("0.0.0.0:22/tcp", "system-docker:" + CONSOLE)));
  }

  @Override
  public boolean traps(RunningProcess self, int signal) {
    return signal == 15;
  }

  @Override
  public void signalled(RunningProcess self, int signal) {
    self.after(Typical.DAEMON_EXIT.amount(), () -> self.exit(0));
  }
}
