package dev.dryboot.simulator.systemd.mount;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.systemd.unit.Settings;
import dev.dryboot.simulator.systemd.unit.Unit;
import java.util.ArrayList;
import java.util.List;

/** What a mount unit mounts, and how: its commands (mount.c: MountParameters). */
record MountParameters(Unit unit) {
  private static final String SECTION = "Mount";

  String where() {
    return unit.name().path();
  }

  private String text(String name) {
    return unit.settings().text(SECTION, name, "");
  }

  /** mount_is_bind(). */
  private boolean isBind() {
    List<String> options = List.of(text("Options").split(",", -1));
    return options.contains("bind")
        || options.contains("rbind")
        || List.of("bind", "rbind").contains(text("Type"));
  }

  /** The place, and what is bound to it, where they are not there (mount_enter_mounting). */
  void makeDirectories(Machine machine) {
    makeDirectory(where(), machine);
    if (isBind()) {
      makeDirectory(text("What"), machine);
    }
  }

  private void makeDirectory(String path, Machine machine) {
    if (path.startsWith("/") && !machine.files().exists(path)) {
      machine.write(path, new FileNode.Directory(), unit.id());
    }
  }

  List<String> mount() {
    List<String> argv = new ArrayList<>(List.of("/usr/bin/mount", text("What"), where()));
    if (!text("Type").isEmpty()) {
      argv.addAll(List.of("-t", text("Type")));
    }
    if (!text("Options").isEmpty()) {
      argv.addAll(List.of("-o", text("Options")));
    }
    return argv;
  }

  List<String> remount() {
    return List.of("/usr/bin/mount", where(), "-o", "remount");
  }

  List<String> unmount() {
    Settings settings = unit.settings();
    List<String> argv = new ArrayList<>(List.of("/usr/bin/umount", where(), "-c"));
    if (settings.isTrue(SECTION, "LazyUnmount", false)) {
      argv.add("-l");
    }
    if (settings.isTrue(SECTION, "ForceUnmount", false)) {
      argv.add("-f");
    }
    return argv;
  }
}
