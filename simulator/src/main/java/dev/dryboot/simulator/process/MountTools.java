package dev.dryboot.simulator.process;

import dev.dryboot.foreign.config.Fstab;
import dev.dryboot.simulator.machine.BlockDevices;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.Mount;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.machine.SystemMounts;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** mount(8) and umount(8). */
final class MountTools implements ProcessModel {
  /** EX_FAIL: mount failure. */
  private static final int FAILURE = 32;

  /** EX_USAGE: it is not said what to mount, here or in fstab(5). */
  private static final int USAGE = 1;

  private static final List<String> WITHOUT_DEVICE =
      List.of("tmpfs", "proc", "sysfs", "devtmpfs", "overlay", "none", "bpf", "cgroup2", "ramfs");

  /** What is to be mounted. */
  private record Wanted(String what, String where, String type, String options) {
    boolean has(String option) {
      return List.of(options.split(",", -1)).contains(option);
    }
  }

  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    if (spec.purpose().role().equals("container")) {
      return Optional.empty();
    }
    List<String> argv = spec.argv();
    return switch (spec.programName()) {
      case "mount" ->
          Optional.of(Behaviours.doing(Typical.MOUNT.amount(), self -> mount(self, argv)));
      case "umount" ->
          Optional.of(Behaviours.doing(Typical.MOUNT.amount(), self -> unmount(self, argv)));
      default -> Optional.empty();
    };
  }

  private static int mount(RunningProcess self, List<String> argv) {
    List<String> plain = new ArrayList<>();
    String type = "";
    String options = "";
    boolean all = false;
    for (int i = 1; i < argv.size(); i++) {
      String word = argv.get(i);
      if ((word.equals("-t") || word.equals("--types")) && i + 1 < argv.size()) {
        type = argv.get(++i);
      } else if ((word.equals("-o") || word.equals("--options")) && i + 1 < argv.size()) {
        options = argv.get(++i);
      } else if (word.equals("--bind") || word.equals("--rbind")) {
        options = "bind";
      } else if (word.equals("-a") || word.equals("--all")) {
        all = true;
      } else if (!word.startsWith("-")) {
        plain.add(word);
      }
    }
    Machine machine = self.machine();
    if (plain.size() >= 2) {
      String where = VirtualFileSystem.normal(plain.get(1));
      return mount(machine, new Wanted(plain.get(0), where, type, options)) ? 0 : FAILURE;
    }
    if (all) {
      return mountAll(machine);
    }
    if (plain.isEmpty()) {
      return 0; // it lists what is mounted
    }
    if (options.contains("remount")) {
      return machine.files().isMountPoint(plain.getFirst()) ? 0 : FAILURE;
    }
    Optional<Wanted> known = inTable(machine).stream().filter(w -> isCalled(w, plain)).findFirst();
    return known.map(wanted -> mount(machine, wanted) ? 0 : FAILURE).orElse(USAGE);
  }

  /** What fstab(5) says; what a device is called by is as the unit's would be. */
  private static List<Wanted> inTable(Machine machine) {
    List<Wanted> all = new ArrayList<>();
    machine
        .files()
        .read("/etc/fstab")
        .ifPresent(
            text -> {
              for (Fstab.Entry entry : Fstab.read(text).entries()) {
                if (!entry.isSwap()) {
                  all.add(
                      new Wanted(
                          entry.source(),
                          entry.target(),
                          entry.type(),
                          String.join(",", entry.options())));
                }
              }
            });
    return all;
  }

  private static boolean isCalled(Wanted wanted, List<String> plain) {
    return wanted.where().equals(plain.getFirst()) || wanted.what().equals(plain.getFirst());
  }

  /** All that fstab(5) names and that is not mounted, but for {@code noauto}. */
  private static int mountAll(Machine machine) {
    boolean done = true;
    for (Wanted wanted : inTable(machine)) {
      if (!wanted.has("noauto")
          && wanted.where().startsWith("/")
          && !machine.files().isMountPoint(wanted.where())) {
        done &= mount(machine, wanted) || wanted.has("nofail");
      }
    }
    return done ? 0 : FAILURE;
  }

  private static boolean mount(Machine machine, Wanted wanted) {
    VirtualFileSystem files = machine.files();
    String what = wanted.what();
    String where = wanted.where();
    String type = wanted.type();
    boolean readOnly = wanted.has("ro");
    if (where.equals("/sysroot") && !wanted.has("bind")) {
      machine.port(SystemMounts.class).ifPresent(m -> m.mountBelow(where, files));
    } else if (wanted.has("remount")) {
      return true;
    } else if (wanted.has("bind") || wanted.has("rbind")) {
      if (!mayBePlace(where, machine) || !files.bind(what, where, readOnly)) {
        return false;
      }
    } else if (WITHOUT_DEVICE.contains(type) || type.startsWith("nfs") || type.equals("cifs")) {
      if (!mayBePlace(where, machine)) {
        return false;
      }
      files.mount(new Mount(where, what, type, readOnly, FileTree.empty()));
    } else {
      Optional<BlockDevices.FileSystem> found =
          machine
              .port(BlockDevices.class)
              .flatMap(d -> d.find(what))
              .flatMap(BlockDevices.Device::content);
      if (found.isEmpty() || !mayBePlace(where, machine)) {
        return false;
      }
      files.mount(new Mount(where, what, found.get().format(), readOnly, found.get().tree()));
    }
    machine.publish(new Fact.Mounted(where, what));
    return true;
  }

  /** Whether something can be mounted there: the sketch of a system leaves out directories. */
  private static boolean mayBePlace(String where, Machine machine) {
    return machine.files().exists(where) || MachineImage.mayHaveDirectory(where, machine);
  }

  /** umount(8): what is in use stays, but for {@code -l}, which takes all below along. */
  private static int unmount(RunningProcess self, List<String> argv) {
    boolean lazy = argv.stream().anyMatch(w -> w.equals("-l") || w.equals("--lazy"));
    boolean done = true;
    for (String word : argv.subList(1, argv.size())) {
      if (word.startsWith("/")) {
        done &= unmount(self.machine(), VirtualFileSystem.normal(word), lazy);
      }
    }
    return done ? 0 : 32;
  }

  private static boolean unmount(Machine machine, String where, boolean lazy) {
    Optional<Mount> there =
        machine.files().mounts().stream().filter(m -> m.where().equals(where)).findFirst();
    if (there.isEmpty() || !lazy && isBusy(machine, there.get())) {
      return false;
    }
    List<String> gone = new ArrayList<>();
    for (Mount mount : machine.files().mounts()) {
      if (mount.where().startsWith(where + "/")) {
        gone.add(mount.where());
      }
    }
    gone.add(where);
    for (String each : gone) {
      machine.files().unmount(each);
      machine.publish(new Fact.Unmounted(each));
    }
    return true;
  }

  /** Whether something is mounted below, or a process works there. */
  private static boolean isBusy(Machine machine, Mount mount) {
    String below = mount.where() + "/";
    return machine.files().mounts().stream().anyMatch(m -> m.where().startsWith(below))
        || machine.processes().all().stream().anyMatch(p -> p.worksIn(mount));
  }
}
