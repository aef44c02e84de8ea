package dev.dryboot.simulator.systemd.mount;

import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.Mount;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.systemd.core.Answer;
import dev.dryboot.simulator.systemd.core.ProcessOne;
import dev.dryboot.simulator.systemd.core.RunningUnit;
import dev.dryboot.simulator.systemd.core.UnitMachine;
import dev.dryboot.simulator.systemd.service.KillSettings;
import dev.dryboot.simulator.systemd.transaction.ActiveState;
import dev.dryboot.simulator.systemd.unit.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mount unit (mount.c): runs mount(8) and umount(8), and is active while something is mounted.
 */
public final class MountMachine implements UnitMachine {
  private final RunningUnit owner;
  private final CommandRun command;
  private String state;
  private String result = "success";

  public MountMachine(RunningUnit owner, long execTime) {
    this.owner = owner;
    this.command =
        new CommandRun(
            owner,
            execTime,
            KillSettings.read(owner.unit().settings(), "Mount"),
            owner
                .unit()
                .settings()
                .microseconds("Mount", "TimeoutSec", owner.unit().defaults().timeoutStart()));
    this.state = isMounted() ? "mounted" : "dead";
  }

  private ProcessOne processOne() {
    return owner.processOne();
  }

  private VirtualFileSystem files() {
    return processOne().machine().files();
  }

  private String where() {
    return owner.unit().name().path();
  }

  private boolean isMounted() {
    return files().isMountPoint(where());
  }

  @Override
  public ActiveState active() {
    return active(state);
  }

  private static ActiveState active(String state) {
    return switch (state) {
      case "dead" -> ActiveState.INACTIVE;
      case "failed" -> ActiveState.FAILED;
      case "mounting" -> ActiveState.ACTIVATING;
      case "remounting" -> ActiveState.RELOADING;
      case "unmounting" -> ActiveState.DEACTIVATING;
      default -> ActiveState.ACTIVE;
    };
  }

  @Override
  public String sub() {
    return state;
  }

  @Override
  public String result() {
    return result;
  }

  private void state(String to) {
    ActiveState from = active();
    state = to;
    processOne().notify(owner, from, active(to));
  }

  @Override
  public Answer mayStart() {
    if (owner.withinStartLimit()) {
      return Answer.OK;
    }
    result = "start-limit-hit";
    state("failed");
    return Answer.FAILED;
  }

  @Override
  public Answer start() {
    if (state.equals("unmounting")) {
      return Answer.AGAIN;
    }
    if (state.equals("mounting")) {
      return Answer.OK;
    }
    result = "success";
    Settings settings = owner.unit().settings();
    List<String> argv = new ArrayList<>();
    argv.add("/usr/bin/mount");
    argv.add(settings.text("Mount", "What", ""));
    argv.add(where());
    String type = settings.text("Mount", "Type", "");
    if (!type.isEmpty()) {
      argv.addAll(List.of("-t", type));
    }
    String options = settings.text("Mount", "Options", "");
    if (!options.isEmpty()) {
      argv.addAll(List.of("-o", options));
    }
    command.run(argv, "mount", settings.last("Mount", "What"), this::mounted);
    state("mounting");
    return Answer.OK;
  }

  private void mounted(CommandRun.Ending ending) {
    if (!state.equals("mounting")) {
      return;
    }
    if (ending != CommandRun.Ending.SUCCESS && !isMounted()) {
      result = ending.result();
      state("failed");
      return;
    }
    if (!isMounted()) {
      attach();
    }
    state("mounted");
  }

  /** What is mounted shows: a tree that is known by its device, or an empty one. */
  private void attach() {
    Settings settings = owner.unit().settings();
    String what = settings.text("Mount", "What", "");
    String type = settings.text("Mount", "Type", "auto");
    String options = "," + settings.text("Mount", "Options", "") + ",";
    boolean bind = options.contains(",bind,") || options.contains(",rbind,") || type.equals("none");
    Optional<FileTree> known =
        bind
            ? Optional.of(files().mountOf(what).tree())
            : processOne()
                .machine()
                .port(BlockDevices.class)
                .flatMap(d -> d.find(what))
                .flatMap(BlockDevices.Device::content)
                .map(BlockDevices.FileSystem::tree);
    files()
        .mount(
            new Mount(
                where(), what, type, options.contains(",ro,"), known.orElseGet(FileTree::empty)));
    processOne().publish(new Fact.Mounted(where(), what));
  }

  @Override
  public Answer stop() {
    switch (state) {
      case "mounting" -> {
        command.kill();
        result = "success";
        state("unmounting");
        command.whenGone(() -> state("dead"));
      }
      case "mounted" -> {
        command.run(
            List.of("/usr/bin/umount", where(), "-c"), "umount", Optional.empty(), this::unmounted);
        state("unmounting");
      }
      default -> {}
    }
    return Answer.OK;
  }

  private void unmounted(CommandRun.Ending ending) {
    if (!state.equals("unmounting")) {
      return;
    }
    if (ending == CommandRun.Ending.SUCCESS) {
      if (files().unmount(where())) {
        processOne().publish(new Fact.Unmounted(where()));
      }
      state("dead");
    } else if (isMounted()) {
      result = ending.result();
      state("mounted");
    } else {
      result = ending.result();
      state("failed");
    }
  }

  @Override
  public boolean canReload() {
    return true;
  }

  @Override
  public Answer reload() {
    state("remounting");
    command.run(
        List.of("/usr/bin/mount", where(), "-o", "remount"),
        "remount",
        Optional.empty(),
        ending -> state("mounted"));
    return Answer.OK;
  }

  @Override
  public void resetFailed() {
    if (state.equals("failed")) {
      state("dead");
    }
    result = "success";
  }
}
