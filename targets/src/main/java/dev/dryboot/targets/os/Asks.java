package dev.dryboot.targets.os;

import dev.dryboot.compiler.model.Content;
import dev.dryboot.compiler.model.Files;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Network;
import dev.dryboot.compiler.model.People;
import dev.dryboot.compiler.model.Storage;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Traced;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a host asks of its system, subject by subject, each at the line that asks. */
public final class Asks {
  private final List<Ask> all = new ArrayList<>();

  /** One thing asked for. */
  public record Ask(Subject subject, Origin origin) {}

  private final Function<Units.Container, String> engine;

  private Asks(Function<Units.Container, String> engine) {
    this.engine = engine;
  }

  /**
   * All that {@code host} asks for.
   *
   * @param engine which engine runs a container
   */
  public static List<Ask> of(HostModel host, Function<Units.Container, String> engine) {
    Asks asks = new Asks(engine);
    asks.identity(host.identity());
    asks.people(host.people());
    asks.files(host.files());
    asks.storage(host.storage());
    asks.units(host.units());
    asks.engines(host);
    asks.network(host.network());
    asks.kernel(host);
    asks.software(host);
    return asks.all;
  }

  private void ask(Subject subject, Origin origin) {
    all.add(new Ask(subject, origin));
  }

  private void text(Subject subject, Optional<Text> text) {
    text.ifPresent(t -> ask(subject, t.origin()));
  }

  private void first(Subject subject, List<Text> texts) {
    text(subject, texts.stream().findFirst());
  }

  private void identity(HostModel.Identity identity) {
    text(Subject.HOSTNAME, identity.hostname());
    text(Subject.TIMEZONE, identity.timezone());
    text(Subject.LOCALE, identity.locale());
    text(Subject.KEYMAP, identity.keymap());
    text(Subject.CONSOLE, identity.console());
  }

  private void people(People people) {
    for (People.User user : people.users()) {
      ask(Subject.USERS, user.name().origin());
      text(Subject.USER_SUDO, user.sudo());
      first(Subject.SSH_IMPORT_ID, user.sshImportIds());
    }
    people.groups().forEach(g -> ask(Subject.GROUPS, g.name().origin()));
  }

  private void files(Files files) {
    for (Files.RegularFile file : files.files()) {
      ask(Subject.FILES, file.origin());
      file.append().stream().findFirst().ifPresent(a -> ask(Subject.FILE_APPEND, a.origin()));
      file.contents()
          .filter(Content.Remote.class::isInstance)
          .ifPresent(c -> ask(Subject.REMOTE_FILES, c.origin()));
      text(Subject.FILE_HASHES, file.sha256());
    }
    files.directories().forEach(d -> ask(Subject.DIRECTORIES, d.origin()));
    for (Files.Link link : files.links()) {
      ask(Subject.LINKS, link.origin());
      link.hard().filter(Traced::value).ifPresent(h -> ask(Subject.HARD_LINKS, h.origin()));
    }
  }

  private void storage(Storage storage) {
    for (Storage.Disk disk : storage.disks()) {
      ask(Subject.DISKS, disk.name().origin());
      disk.tableType()
          .filter(t -> !t.plain().equals("gpt"))
          .ifPresent(t -> ask(Subject.MBR_TABLES, t.origin()));
      disk.partitions().forEach(this::partition);
    }
    storage.raids().forEach(r -> ask(Subject.RAID, r.name().origin()));
    storage.luks().forEach(l -> ask(Subject.LUKS, l.name().origin()));
    storage.bootDevice().ifPresent(b -> ask(Subject.BOOT_DEVICE, b.origin()));
    for (Storage.Filesystem filesystem : storage.filesystems()) {
      ask(Subject.FILESYSTEMS, filesystem.name().origin());
      text(Subject.MOUNTS, filesystem.path());
    }
    for (Storage.Swap swap : storage.swaps()) {
      boolean device = swap.device().isPresent();
      ask(device ? Subject.SWAP_DEVICES : Subject.SWAP_FILES, swap.name().origin());
    }
  }

  private void partition(Storage.Partition partition) {
    partition
        .size()
        .filter(s -> s.value() instanceof Storage.Size.Percent)
        .ifPresent(s -> ask(Subject.PARTITION_SHARES, s.origin()));
    partition.startMiB().ifPresent(s -> ask(Subject.PARTITION_START, s.origin()));
    partition
        .resize()
        .filter(Traced::value)
        .ifPresent(r -> ask(Subject.PARTITION_RESIZE, r.origin()));
  }

  private void units(Units units) {
    for (Units.Service service : units.services()) {
      ask(Subject.SERVICES, service.unit().origin());
      triggers(service.unit());
    }
    for (Units.Container container : units.containers()) {
      triggers(container.unit());
      container(container);
    }
    for (Units.RawUnit unit : units.units()) {
      boolean only = unit.contents().isEmpty() && !unit.dropins().isEmpty();
      ask(only ? Subject.DROPINS : Subject.UNITS, unit.name().origin());
    }
    units.quadlets().forEach(q -> ask(Subject.QUADLETS, q.name().origin()));
  }

  private void triggers(Units.Unit unit) {
    unit.timer().ifPresent(t -> ask(Subject.TIMERS, t.origin()));
    unit.socket().ifPresent(s -> ask(Subject.SOCKETS, s.origin()));
  }

  private void container(Units.Container container) {
    boolean podman = engine.apply(container).equals("podman");
    Origin origin = container.engine().map(Traced::origin).orElse(container.unit().origin());
    ask(podman ? Subject.PODMAN : Subject.DOCKER, origin);
    container
        .supervisor()
        .ifPresent(
            s ->
                ask(
                    s.value() == Units.Supervisor.ENGINE
                        ? Subject.ENGINE_SUPERVISOR
                        : Subject.SYSTEMD_SUPERVISOR,
                    s.origin()));
    if (container.replicas() > 1) {
      ask(Subject.REPLICAS, container.unit().origin());
    }
    container.healthcheck().ifPresent(h -> ask(Subject.HEALTHCHECKS, h.origin()));
    switch (container.readiness().value()) {
      case HEALTHY -> ask(Subject.READINESS, container.readiness().origin());
      case NOTIFIES -> {
        if (!podman) {
          ask(Subject.NOTIFYING_CONTAINERS, container.readiness().origin());
        }
      }
      case RUNNING -> {}
    }
    container
        .scope()
        .filter(s -> s.plain().equals("system"))
        .ifPresent(s -> ask(Subject.SYSTEM_SCOPE, s.origin()));
    container.option("isolation").ifPresent(o -> ask(Subject.WINDOWS_ISOLATION, o.origin()));
  }

  private void engines(HostModel host) {
    host.engines().networks().forEach(n -> ask(Subject.CONTAINER_NETWORKS, n.name().origin()));
    host.engines().registries().forEach(r -> ask(Subject.REGISTRIES, r.host().origin()));
    host.environment().stream().findFirst().ifPresent(e -> ask(Subject.ENVIRONMENT, e.origin()));
  }

  private void network(Network network) {
    network.interfaces().forEach(i -> ask(Subject.INTERFACES, i.name().origin()));
    first(Subject.DNS, network.dns());
    first(Subject.NTP, network.ntp());
    network.proxy().ifPresent(p -> ask(Subject.PROXY, p.origin()));
    network.firewall().ifPresent(f -> ask(Subject.FIREWALL, f.origin()));
  }

  private void kernel(HostModel host) {
    host.kernel().sysctl().stream().findFirst().ifPresent(s -> ask(Subject.SYSCTL, s.origin()));
    first(Subject.MODULES, host.kernel().modules());
    first(Subject.KERNEL_ARGUMENTS, host.kernel().shouldExist());
    first(Subject.KERNEL_ARGUMENTS, host.kernel().shouldNotExist());
  }

  private void software(HostModel host) {
    first(Subject.PACKAGES, host.software().packages());
    host.software().repositories().forEach(r -> ask(Subject.REPOSITORIES, r.name().origin()));
    host.software().snaps().forEach(s -> ask(Subject.SNAPS, s.name().origin()));
    host.software().extensions().forEach(e -> ask(Subject.EXTENSIONS, e.name().origin()));
    first(Subject.CERTIFICATE_AUTHORITIES, host.software().certificateAuthorities());
    host.updates()
        .ifPresent(
            updates -> {
              ask(Subject.UPDATES, updates.origin());
              updates
                  .strategy()
                  .filter(s -> s.plain().equals("fleet-lock"))
                  .ifPresent(s -> ask(Subject.FLEET_LOCK, s.origin()));
              updates.windows().stream()
                  .findFirst()
                  .ifPresent(w -> ask(Subject.UPDATE_WINDOWS, w.origin()));
              updates.healthy().stream()
                  .findFirst()
                  .ifPresent(h -> ask(Subject.UPDATE_GATES, h.origin()));
            });
  }
}
