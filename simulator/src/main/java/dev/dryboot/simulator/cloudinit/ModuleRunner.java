package dev.dryboot.simulator.cloudinit;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.NetworkConfig;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.process.Typical;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs the modules of a stage one after the other. A module that fails is logged, and the next one
 * runs; the stage fails at its end.
 */
final class ModuleRunner {
  private static final String NETPLAN = "/etc/netplan/50-cloud-init.yaml";
  private static final String SEMAPHORES = "/var/lib/cloud/instance/sem/config_";

  private final RunningProcess self;
  private final UserData userData;
  private final CloudInitStage stage;
  private final ModuleFilesWriter files;
  private final List<String> problems = new ArrayList<>();

  ModuleRunner(RunningProcess self, UserData userData, CloudInitStage stage) {
    this.self = self;
    this.userData = userData;
    this.stage = stage;
    this.files = new ModuleFilesWriter(self.machine());
  }

  private Machine machine() {
    return self.machine();
  }

  private CloudConfig config() {
    return userData.config();
  }

  void run(Consumer<Optional<String>> then) {
    if (stage == CloudInitStage.LOCAL) {
      userData.network().ifPresent(this::network);
      if (!done("notes")) {
        notes();
      }
    }
    Runnable modules = () -> next(stage.modules(config().modules()), 0, then);
    if (stage == CloudInitStage.NETWORK) {
      scripts("boothook", userData.boothooks(), "/var/lib/cloud/instance/boothooks/", 0, modules);
    } else {
      modules.run();
    }
  }

  /** The network is configured in the first stage, before its manager starts. */
  private void network(NetworkConfig config) {
    machine().files().write(NETPLAN, new FileNode.Regular(config.text(), 0600, "root", "root"));
    machine().publish(new Fact.FileWritten(NETPLAN, "cloud-init"));
    machine().offer(NetworkConfig.class, config);
  }

  private void notes() {
    for (CloudConfig.NotedKey noted : config().noted()) {
      machine()
          .publish(
              new Fact.NotModelled(
                  "cloud-init", "%s (module %s)".formatted(noted.key(), noted.module())));
    }
    userData.noted().forEach(n -> machine().publish(new Fact.NotModelled("cloud-init", n.what())));
    mark("notes");
  }

  private boolean done(String module) {
    return machine().files().exists(SEMAPHORES + module);
  }

  private void mark(String module) {
    String path = SEMAPHORES + module;
    machine().files().write(path, new FileNode.Regular(SourceText.of(path, "")));
  }

  private void next(List<String> modules, int from, Consumer<Optional<String>> then) {
    if (from == modules.size()) {
      then.accept(problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems)));
      return;
    }
    String module = modules.get(from);
    Runnable following =
        () -> self.after(Typical.COMMAND.amount(), () -> next(modules, from + 1, then));
    if (!CloudInitStage.everyBoot(module) && done(module)) {
      following.run();
      return;
    }
    mark(module);
    module(module, following);
  }

  private void module(String module, Runnable then) {
    CloudConfig config = config();
    switch (module) {
      case "bootcmd" -> commands(module, config.bootcmd(), then);
      case "write_files" -> write(module, files.writeFiles(config, false), then);
      case "write_files_deferred" -> write(module, files.writeFiles(config, true), then);
      case "disk_setup" ->
          new StorageModules(self, config.storage()).setUp(p -> write(module, p, then));
      case "mounts" ->
          new StorageModules(self, config.storage()).mount(p -> write(module, p, then));
      case "set_hostname", "update_hostname" ->
          write(module, files.hostname(config.identity()), then);
      case "update_etc_hosts" -> write(module, files.hosts(config.identity()), then);
      case "users_groups" -> write(module, new UserModules(machine()).users(config.users()), then);
      case "ssh" -> keys(then);
      case "set_passwords" ->
          write(module, new UserModules(machine()).password(config.users()), then);
      case "ca_certs" ->
          after(
              module,
              files.certificates(config.identity()),
              List.of("update-ca-certificates"),
              config.identity().caCerts().isPresent(),
              then);
      case "timezone" -> write(module, files.timezone(config.identity()), then);
      case "locale" -> write(module, files.locale(config.identity()), then);
      case "keyboard" -> write(module, files.keyboard(config.identity()), then);
      case "ntp" ->
          after(
              module,
              files.ntp(config.identity()),
              List.of("systemctl", "reload-or-restart", "systemd-timesyncd.service"),
              config.identity().ntp().filter(CloudConfig.Ntp::enabled).isPresent(),
              then);
      case "runcmd" -> write(module, files.runcmd(config.runcmd()), then);
      case "snap" -> commands(module, config.snapCommands(), then);
      case "ssh_import_id" -> importKeys(config.users(), then);
      case "apt_configure", "yum_add_repo", "resolv_conf" ->
          write(module, files.moduleFiles(config, module), then);
      case "wireguard" -> wireguard(then);
      case "package_update_upgrade_install" -> packages(then);
      case "scripts_user" -> userScripts(then);
      case "power_state_change" -> new PowerModule(self, config.powerState()).run(then);
      default -> then.run();
    }
  }

  private void write(String module, Optional<String> problem, Runnable then) {
    problem.ifPresent(p -> failed(module, p));
    then.run();
  }

  private void failed(String module, String problem) {
    problems.add(module + ": " + problem);
    machine().publish(new Fact.Logged("cloud-init", module + " failed: " + problem));
  }

  /** Writes, and then runs a command if there was something to do. */
  private void after(
      String module, Optional<String> problem, List<String> argv, boolean needed, Runnable then) {
    problem.ifPresent(p -> failed(module, p));
    if (needed) {
      self.call(argv, end -> then.run());
    } else {
      then.run();
    }
  }

  private void commands(String module, List<CloudConfig.Command> commands, Runnable then) {
    command(module, commands, 0, then);
  }

  private void command(String module, List<CloudConfig.Command> commands, int from, Runnable then) {
    if (from == commands.size()) {
      then.run();
      return;
    }
    self.call(
        commands.get(from).argv(),
        end -> {
          if (!ModuleCalls.succeeded(end)) {
            failed(module, "a command failed: " + String.join(" ", commands.get(from).words()));
          }
          command(module, commands, from + 1, then);
        });
  }

  private void keys(Runnable then) {
    write(
        "ssh",
        new UserModules(machine()).keys(config().users()),
        () -> {
          String key = "/etc/ssh/ssh_host_ed25519_key";
          if (machine().files().exists(key)) {
            then.run();
            return;
          }
          self.after(
              Typical.SSH_KEYGEN.amount(),
              () -> {
                machine()
                    .files()
                    .write(key, new FileNode.Regular(SourceText.of(key, ""), 0600, "root", "root"));
                then.run();
              });
        });
  }

  private void importKeys(Users users, Runnable then) {
    List<List<String>> calls = new ArrayList<>();
    users
        .sshImportIds()
        .forEach(i -> calls.add(List.of("curl", "https://launchpad.net/" + i.value())));
    users
        .users()
        .forEach(
            u ->
                u.sshImportIds()
                    .forEach(
                        i -> calls.add(List.of("curl", "https://launchpad.net/" + i.value()))));
    ModuleCalls.inOrder(self, calls, p -> write("ssh_import_id", p, then));
  }

  private void wireguard(Runnable then) {
    List<List<String>> calls = new ArrayList<>();
    for (CloudConfig.ModuleFile file : config().files()) {
      if (file.module().equals("wireguard")) {
        String name = file.path().replaceFirst(".*/", "").replace(".conf", "");
        calls.add(List.of("systemctl", "enable", "wg-quick@" + name + ".service"));
        calls.add(List.of("systemctl", "restart", "wg-quick@" + name + ".service"));
      }
    }
    if (!calls.isEmpty() && !machine().files().exists("/usr/bin/wg")) {
      // cc_wireguard.py, maybe_install_wireguard_packages()
      calls.addFirst(List.of("apt-get", "install", "-y", "wireguard-tools"));
    }
    Optional<String> problem = files.moduleFiles(config(), "wireguard");
    problem.ifPresent(p -> failed("wireguard", p));
    ModuleCalls.inOrder(self, calls, p -> write("wireguard", p, then));
  }

  private void packages(Runnable then) {
    ModuleCalls.inOrder(
        self,
        PackageModule.calls(machine(), config().packages()),
        p -> write("package_update_upgrade_install", p, then));
  }

  private void userScripts(Runnable then) {
    String runcmd = ModuleFilesWriter.RUNCMD;
    Runnable own =
        () ->
            scripts(
                "scripts_user", userData.scripts(), "/var/lib/cloud/instance/scripts/", 0, then);
    if (config().runcmd().isEmpty() || !machine().files().exists(runcmd)) {
      own.run();
      return;
    }
    self.call(
        List.of(runcmd),
        end -> {
          if (!ModuleCalls.succeeded(end)) {
            failed("scripts_user", "runcmd failed" + ModuleCalls.last(config().runcmd(), end));
          }
          own.run();
        });
  }

  private void scripts(
      String module, List<SourceText> scripts, String directory, int from, Runnable then) {
    if (from == scripts.size()) {
      then.run();
      return;
    }
    String path = directory + "part-%03d".formatted(from + 1);
    SourceText script = scripts.get(from);
    machine().files().write(path, new FileNode.Regular(script, 0700, "root", "root"));
    self.call(
        List.of(path),
        end -> {
          if (!ModuleCalls.succeeded(end)) {
            failed(module, path + " failed");
          }
          scripts(module, scripts, directory, from + 1, then);
        });
  }
}
