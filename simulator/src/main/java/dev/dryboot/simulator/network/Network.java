package dev.dryboot.simulator.network;

import dev.dryboot.simulator.kernel.Stage;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Hardware;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.simulator.machine.NetworkConfig;
import dev.dryboot.simulator.machine.Ports;
import dev.dryboot.simulator.machine.ProcessModel;
import dev.dryboot.simulator.machine.ProcessSpec;
import dev.dryboot.simulator.machine.Program;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.machine.Uplink;
import dev.dryboot.simulator.process.Behaviours;
import dev.dryboot.simulator.process.Typical;
import dev.dryboot.simulator.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/** What configures the network, waits for it and uses it. */
public final class Network implements Program, ProcessModel {
  private static final List<String> MANAGERS =
      List.of("systemd-networkd", "NetworkManager", "dhclient", "dhcpcd", "nm-initrd");

  @Override
  public List<ProcessModel> models() {
    return List.of(this);
  }

  @Override
  public void install(Machine machine) {
    long bandwidth =
        machine.port(Scenario.class).map(Scenario::bandwidth).orElse(Scenario.USUAL_BANDWIDTH);
    machine.offer(Uplink.class, new Line(machine, bandwidth));
    machine.offer(Ports.class, new Ports(machine));
  }

  @Override
  public Optional<Behaviour> recognise(ProcessSpec spec, Machine machine) {
    if (spec.purpose().role().equals("container")) {
      return Optional.empty();
    }
    String name = spec.programName();
    if (MANAGERS.contains(name)) {
      return Optional.of(
          new Behaviours.Daemon(Typical.LINK_CARRIER.amount(), () -> configure(machine), () -> {}));
    }
    return switch (name) {
      case "systemd-networkd-wait-online" ->
          Optional.of(new WaitOnline(timeout(spec.argv(), Typical.WAIT_ONLINE_TIMEOUT)));
      case "nm-online" ->
          Optional.of(new WaitOnline(timeout(spec.argv(), Typical.NM_WAIT_ONLINE_TIMEOUT)));
      case "curl", "wget" -> Optional.of(Fetching.of(spec.argv(), 1 << 20));
      case "ping" -> Optional.of(new Request());
      case "sshd" ->
          Optional.of(
              testsOnly(spec.argv())
                  ? Behaviours.timed(Typical.COMMAND.amount(), 0)
                  : listening(spec, machine, "0.0.0.0:22/tcp"));
      case "systemd-resolved" -> Optional.of(listening(spec, machine, "127.0.0.53:53/udp"));
      default -> Optional.empty();
    };
  }

  /** {@code sshd -t}: looks at its settings and ends (sshd(8), -t, -T, -G, -V). */
  private static boolean testsOnly(List<String> argv) {
    return argv.stream().skip(1).anyMatch(word -> word.matches("-[46dDeiqr]*[tTGV]"));
  }

  private static Behaviour listening(ProcessSpec spec, Machine machine, String address) {
    Runnable bind =
        () ->
            machine
                .port(Ports.class)
                .filter(p -> p.holder(address).isEmpty())
                .ifPresent(p -> p.bind(address, spec.owner()));
    Runnable release = () -> machine.port(Ports.class).ifPresent(p -> p.release(spec.owner()));
    return new Behaviours.Daemon(Typical.DAEMON_READY.amount(), bind, release);
  }

  /** Links come up, an address comes by DHCP or is set; then packets can leave the machine. */
  private static void configure(Machine machine) {
    boolean cable =
        machine
            .port(Hardware.class)
            .map(h -> h.interfaces().stream().anyMatch(Hardware.Nic::carrier))
            .orElse(true);
    Optional<NetworkConfig> config = machine.port(NetworkConfig.class);
    boolean leadsOut = config.map(c -> c.wayOut().isPresent()).orElse(true);
    if (cable && leadsOut) {
      boolean dhcp = config.flatMap(NetworkConfig::wayOut).map(l -> l.dhcp()).orElse(true);
      machine
          .kernel()
          .after(
              (dhcp ? Typical.DHCP : Typical.COMMAND).amount(),
              Stage.WORLD,
              () -> machine.port(Uplink.class).ifPresent(u -> u.configured(true)));
    }
  }

  private static long timeout(List<String> argv, Typical usual) {
    for (int i = 0; i < argv.size(); i++) {
      String word = argv.get(i);
      String value =
          word.startsWith("--timeout=")
              ? word.substring(10)
              : (word.equals("--timeout") || word.equals("-t")) && i + 1 < argv.size()
                  ? argv.get(i + 1)
                  : "";
      if (value.matches("[0-9]{1,6}")) {
        return Long.parseLong(value) * 1_000_000;
      }
    }
    return usual.amount();
  }

  /** Waits until packets can leave the machine, and fails when that takes too long. */
  private record WaitOnline(long timeout) implements Behaviour {
    @Override
    public void start(RunningProcess self) {
      Machine machine = self.machine();
      boolean stalls =
          machine
              .port(Hardware.class)
              .map(h -> h.interfaces().stream().anyMatch(n -> !n.carrier()))
              .orElse(false);
      Optional<NetworkConfig> config = machine.port(NetworkConfig.class);
      boolean up = machine.port(Uplink.class).map(Uplink::up).orElse(false);
      boolean awaited = config.map(c -> !c.awaited().isEmpty()).orElse(true);
      if (!awaited || up && !stalls) {
        self.after(Typical.COMMAND.amount(), () -> self.exit(0));
        return;
      }
      if (config.isPresent() && config.get().awaited().stream().noneMatch(l -> l.dhcp())) {
        // Addresses that are set make a link routable, wherever it leads.
        self.after(Typical.LINK_CARRIER.amount(), () -> self.exit(0));
        return;
      }
      machine.publish(new Fact.Waiting(self.spec().owner(), "network online", "uplink"));
      self.after(timeout, () -> self.exit(1));
      if (!stalls) {
        machine.listen(
            fact -> {
              if (fact instanceof Fact.UplinkChanged changed && changed.up() && self.alive()) {
                self.after(Typical.COMMAND.amount(), () -> self.exit(0));
              }
            });
      }
    }
  }

  /** One packet there and back. */
  private record Request() implements Behaviour {
    @Override
    public void start(RunningProcess self) {
      boolean up = self.machine().port(Uplink.class).map(Uplink::up).orElse(false);
      self.after(
          (up ? Typical.HTTP_REQUEST : Typical.NO_ROUTE).amount(), () -> self.exit(up ? 0 : 2));
    }
  }
}
