package dev.dryboot.simulator.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.systemd.trigger.Listeners;
import org.junit.jupiter.api.Test;

/**
 * What systemd 252.39 and 257.13 were seen to do with connections beyond the limits of a socket.
 */
class AcceptedConnectionsTest {
  private static TestBoot.Booted boot(
      SystemdVersion version, String address, String limit, String command) {
    return TestBoot.usual()
        .version(version)
        .unit("a.socket", "[Socket]\nListenStream=" + address + "\nAccept=yes\n" + limit + "\n")
        .service("a@.service", "", "", command)
        .wants("a.socket")
        .boot();
  }

  private static void connect(TestBoot.Booted booted, String address) {
    booted.machine().port(Listeners.class).orElseThrow().connect(address, true);
    booted.machine().kernel().run(booted.machine().kernel().now() + 1_000_000);
  }

  private static long started(TestBoot.Booted booted) {
    return booted.jobs().stream().filter(j -> j.startsWith("a@")).count();
  }

  @Test
  void one_that_has_ended_no_longer_counts() {
    TestBoot.Booted booted =
        boot(SystemdVersion.V257, "/run/a.sock", "MaxConnections=1", "run=600");
    connect(booted, "/run/a.sock");
    connect(booted, "/run/a.sock");

    assertThat(started(booted)).isEqualTo(2);
  }

  @Test
  void one_beyond_the_limit_is_dropped_and_the_socket_listens_on() {
    TestBoot.Booted booted =
        boot(SystemdVersion.V257, "/run/a.sock", "MaxConnections=1", "run=inf");
    connect(booted, "/run/a.sock");
    connect(booted, "/run/a.sock");

    assertThat(started(booted)).isEqualTo(1);
    assertThat(booted.state("a.socket")).isEqualTo("active/listening/success");
  }

  @Test
  void the_limit_of_each_source_is_that_of_users_in_257_and_of_addresses_in_both() {
    String limit = "MaxConnectionsPerSource=1";
    for (SystemdVersion version : SystemdVersion.values()) {
      TestBoot.Booted address = boot(version, "777", limit, "run=inf");
      connect(address, "777");
      connect(address, "777");
      assertThat(started(address)).as("%s", version).isEqualTo(1);

      TestBoot.Booted file = boot(version, "/run/a.sock", limit, "run=inf");
      connect(file, "/run/a.sock");
      connect(file, "/run/a.sock");
      assertThat(started(file)).as("%s", version).isEqualTo(version == SystemdVersion.V252 ? 2 : 1);
    }
  }
}
