package dev.dryboot.simulator.systemd.generator;

import dev.dryboot.simulator.machine.Generator;
import dev.dryboot.simulator.machine.Machine;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * systemd-ssh-generator (since 256): where sshd is installed, sockets for logins from the host of a
 * virtual machine and from the machine itself, and for what {@code systemd.ssh_listen=} says
 * (systemd 257, ssh-generator.c).
 */
public final class SshGenerator implements Generator {
  private static final String GENERATED = "sshd-generated@.service";
  private static final String INSTALLED = "sshd@.service";
  private static final List<String> PROGRAMS = List.of("/usr/sbin/sshd", "/usr/bin/sshd");
  private static final List<String> UNIT_DIRECTORIES =
      List.of(
          "/etc/systemd/system/",
          "/run/systemd/system/",
          "/usr/local/lib/systemd/system/",
          "/usr/lib/systemd/system/");

  @Override
  public String name() {
    return "systemd-ssh-generator";
  }

  @Override
  public void generate(Machine machine, String normal, String early, String late) {
    CommandLineOptions options = CommandLineOptions.of(machine);
    Optional<String> program = PROGRAMS.stream().filter(machine.files()::exists).findFirst();
    if (program.isEmpty()) {
      return;
    }
    if (!options.off("systemd.ssh_auto")) {
      GeneratedUnits units =
          new GeneratedUnits(machine, normal, Origin.builtIn(program.get() + " is installed"));
      if (machine.files().exists("/dev/vsock")) {
        listen(units, program.get(), "sshd-vsock", "vsock::22", true);
      }
      listen(units, program.get(), "sshd-unix-local", "/run/ssh-unix-local/socket", false);
    }
    int number = 0;
    for (String address : options.values("systemd.ssh_listen").reversed()) {
      String name = "sshd-extra" + (++number == 1 ? "" : "-" + number);
      GeneratedUnits units =
          new GeneratedUnits(
              machine, normal, CommandLineOptions.origin("systemd.ssh_listen=" + address));
      listen(units, program.get(), name, address(address), true);
    }
  }

  /** A port alone is one of all addresses. */
  private static String address(String written) {
    return written.matches("[0-9]+") ? "[::]:" + written : written;
  }

  /**
   * A socket and the service for each of its connections.
   *
   * @param remote whether others can come in by it
   */
  private static void listen(
      GeneratedUnits units, String program, String name, String address, boolean remote) {
    template(units, program, name + "@.service");
    String socket = name + ".socket";
    List<String> lines = new ArrayList<>(List.of("[Unit]"));
    if (remote) {
      lines.addAll(List.of("Wants=ssh-access.target", "Before=ssh-access.target"));
    }
    lines.addAll(
        List.of(
            "[Socket]",
            "ListenStream=" + address,
            "Accept=yes",
            "PollLimitIntervalSec=30s",
            "PollLimitBurst=50"));
    units.write(socket, lines);
    units.pullIn("sockets.target", "wants", socket);
  }

  private static void template(GeneratedUnits units, String program, String name) {
    Optional<String> installed =
        UNIT_DIRECTORIES.stream()
            .map(d -> d + INSTALLED)
            .filter(units.machine().files()::exists)
            .findFirst();
    if (installed.isPresent()) {
      units.link(name, installed.get());
      return;
    }
    if (!units.has(GENERATED)) {
      units.write(
          GENERATED,
          List.of(
              "[Unit]",
              "[Service]",
              "ExecStart=-"
                  + program
                  + " -i -o \"AuthorizedKeysFile"
                  + " ${CREDENTIALS_DIRECTORY}/ssh.ephemeral-authorized_keys-all"
                  + " .ssh/authorized_keys\"",
              "StandardInput=socket",
              "ImportCredential=ssh.ephemeral-authorized_keys-all"));
    }
    units.link(name, units.directory() + "/" + GENERATED);
  }
}
