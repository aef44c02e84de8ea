package dev.dryboot.simulator.process;

import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.machine.BootLoader;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.Uplink;
import dev.dryboot.source.SourceText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Daemons and helpers of the base systems whose times are known, or that do one thing we see. */
final class KnownDaemons implements ProcessModel {
  private static final Map<String, Typical> READY = new TreeMap<>();
  private static final Map<String, Typical> COMMANDS = new TreeMap<>();

  static {
    READY.put("containerd", Typical.CONTAINERD_READY);
    READY.put("snapd", Typical.SNAPD_READY);
    READY.put("chronyd", Typical.DAEMON_READY);
    READY.put("systemd-timesyncd", Typical.DAEMON_READY);
    COMMANDS.put("ssh-keygen", Typical.SSH_KEYGEN);
    COMMANDS.put("sshd-keygen", Typical.SSH_KEYGEN);
    COMMANDS.put("dracut-cmdline", Typical.INITRAMFS_STEP);
  }

  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    if (spec.purpose().role().equals("container")) {
      return Optional.empty();
    }
    String name = spec.programName();
    return switch (name) {
      case "systemd-timesyncd", "chronyd", "ntpd" ->
          Optional.of(
              new Behaviours.Daemon(
                  Typical.DAEMON_READY.amount(), () -> synchronise(machine), () -> {}));
      case "systemd-time-wait-sync", "chronyc" ->
          spec.argv().stream().anyMatch(a -> a.equals("waitsync")) || name.startsWith("systemd")
              ? Optional.of(self -> awaitClock(self))
              : Optional.of(Behaviours.timed(Typical.COMMAND.amount(), 0));
      case "coreos-ignition-firstboot-complete" ->
          Optional.of(
              Behaviours.doing(
                  Typical.COMMAND.amount(),
                  self -> {
                    machine.port(BootLoader.class).ifPresent(b -> b.remove("ignition.firstboot"));
                    return 0;
                  }));
      default -> table(spec, name);
    };
  }

  private static Optional<Behaviour> table(ProcessSpec spec, String name) {
    if (name.equals("snap") && spec.argv().contains("seed.loaded")) {
      return Optional.of(Behaviours.timed(Typical.SNAPD_SEEDED.amount(), 0));
    }
    if (READY.containsKey(name)) {
      return Optional.of(new Behaviours.Daemon(READY.get(name).amount()));
    }
    return Optional.ofNullable(COMMANDS.get(name)).map(t -> Behaviours.timed(t.amount(), 0));
  }

  /** Once the line is up, the clock is right a little later. */
  private static void synchronise(Machine machine) {
    if (machine.port(Uplink.class).map(Uplink::up).orElse(false)) {
      machine
          .kernel()
          .after(
              Typical.NTP_SYNC.amount(),
              Stage.WORLD,
              () ->
                  machine
                      .files()
                      .write(
                          "/run/systemd/timesync/synchronized",
                          new FileNode.Regular(SourceText.of("synchronized", ""))));
    } else {
      machine.kernel().after(1_000_000, Stage.WORLD, () -> retry(machine, 1));
    }
  }

  private static void retry(Machine machine, int number) {
    if (machine.port(Uplink.class).map(Uplink::up).orElse(false)) {
      synchronise(machine);
    } else if (number < 100) {
      machine.kernel().after(5_000_000, Stage.WORLD, () -> retry(machine, number + 1));
    }
  }

  private static void awaitClock(dev.dryboot.simulator.machine.RunningProcess self) {
    if (self.machine().files().exists("/run/systemd/timesync/synchronized")) {
      self.exit(0);
    } else {
      self.after(500_000, () -> awaitClock(self));
    }
  }
}
