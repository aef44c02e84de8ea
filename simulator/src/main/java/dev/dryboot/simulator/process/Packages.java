package dev.dryboot.simulator.process;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.machine.ServiceManager;
import dev.dryboot.simulator.machine.SoftwarePackage;
import dev.dryboot.simulator.machine.UnknownSoftware;
import dev.dryboot.simulator.machine.Uplink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Package managers: they fetch over the line, write the packages' files, and start the packages'
 * services as maintainer scripts do, waiting for each.
 */
final class Packages implements ProcessModel {
  private static final List<String> TOOLS =
      List.of("apt-get", "apt", "dnf", "yum", "tdnf", "microdnf", "rpm-ostree", "zypper", "snap");

  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    if (!TOOLS.contains(spec.programName()) || spec.purpose().role().equals("container")) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    for (int i = 1; i < spec.argv().size(); i++) {
      String word = spec.argv().get(i);
      if (word.equals("-o") || word.equals("-t")) {
        i++;
      } else if (!word.startsWith("-")) {
        words.add(word);
      }
    }
    String verb = words.isEmpty() ? "" : words.getFirst();
    List<String> names = words.stream().skip(1).toList();
    return Optional.of(
        switch (verb) {
          case "install", "reinstall" -> new Install(spec.programName(), names);
          case "update", "upgrade", "dist-upgrade", "full-upgrade", "makecache", "refresh" ->
              fetching(Typical.PACKAGE_INDEX_BYTES.amount(), self -> self.exit(0));
          default -> Behaviours.timed(Typical.UNKNOWN_COMMAND.amount(), 0);
        });
  }

  /** Fetches, then does something; without a line it fails as apt-get does, with 100. */
  private static Behaviour fetching(long bytes, Consumer<RunningProcess> then) {
    return self -> {
      Optional<Uplink> line = self.machine().port(Uplink.class).filter(Uplink::up);
      if (line.isEmpty()) {
        self.after(Typical.NO_ROUTE.amount(), () -> self.exit(100));
        return;
      }
      self.after(
          Typical.HTTP_REQUEST.amount(),
          () ->
              line.get()
                  .fetch(
                      bytes,
                      complete -> {
                        if (self.alive() && complete) {
                          then.accept(self);
                        } else if (self.alive()) {
                          self.exit(100);
                        }
                      }));
    };
  }

  /** Installs packages by name. */
  private record Install(String tool, List<String> names) implements Behaviour {
    @Override
    public void start(RunningProcess self) {
      List<SoftwarePackage> known =
          self
              .machine()
              .port(MachineImage.class)
              .map(MachineImage::packages)
              .orElse(List.of())
              .stream()
              .filter(p -> names.contains(p.name()))
              .toList();
      long bytes = 0;
      for (String name : names) {
        bytes +=
            known.stream()
                .filter(p -> p.name().equals(name))
                .mapToLong(SoftwarePackage::bytes)
                .findFirst()
                .orElse(Typical.PACKAGE_BYTES.amount());
      }
      fetching(bytes, process -> unpack(process, known)).start(self);
    }

    private void unpack(RunningProcess self, List<SoftwarePackage> known) {
      boolean image = tool.equals("rpm-ostree");
      long time =
          image
              ? Typical.OSTREE_INSTALL.amount()
              : Typical.PACKAGE_UNPACK.amount() * Math.max(1, names.size());
      self.after(
          time,
          () -> {
            if (image) {
              self.machine()
                  .publish(
                      new Fact.Logged(self.spec().owner(), "packages are there after a reboot"));
              self.exit(0);
            } else {
              configure(self, known);
            }
          });
    }

    private void configure(RunningProcess self, List<SoftwarePackage> known) {
      var calls = new ArrayList<List<String>>();
      for (SoftwarePackage unpacked : known) {
        unpacked
            .files()
            .forEach(
                (path, node) -> {
                  if (!self.machine().files().exists(path)) {
                    self.machine().files().write(path, node);
                  }
                });
        if (!unpacked.starts().isEmpty()) {
          calls.add(List.of("systemctl", "daemon-reload"));
        }
        for (String unit : unpacked.enables()) {
          calls.add(List.of("systemctl", "enable", unit));
        }
        for (String unit : unpacked.starts()) {
          calls.add(List.of("deb-systemd-invoke", "start", unit));
        }
      }
      names.stream()
          .filter(n -> known.stream().noneMatch(k -> k.name().equals(n)))
          .forEach(n -> UnknownSoftware.installed(self.machine(), "package " + n));
      boolean managed = self.machine().port(ServiceManager.class).isPresent();
      next(self, managed ? calls : List.of(), 0);
    }

    /** A service that does not start does not fail the package (deb-systemd-invoke … || true). */
    private static void next(RunningProcess self, List<List<String>> calls, int from) {
      if (from == calls.size()) {
        self.exit(0);
      } else {
        self.call(calls.get(from), end -> next(self, calls, from + 1));
      }
    }
  }
}
