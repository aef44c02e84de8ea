package dev.dryboot.simulator.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.docker.DockerBoot.Booted;
import org.junit.jupiter.api.Test;

/** What dockerd 20.10 was seen to do with containers that it or somebody restarts. */
class RestartedContainersTest {
  private static final long SECOND = 1_000_000;

  private static void pass(Booted machine, int seconds) {
    machine.pass(seconds * SECOND);
  }

  @Test
  void a_container_that_is_restarted_stays_and_so_does_who_runs_it() {
    Booted machine =
        DockerBoot.debian()
            .unit(
                "web.service",
                "[Unit]\nAfter=docker.service\n[Service]\n"
                    + "ExecStart=/usr/bin/docker run --rm --name web bb"
                    + " sh -c 'trap \"exit 0\" TERM; while :; do sleep 0.2; done'\n")
            .boot();
    machine.run("systemctl start web.service");
    pass(machine, 2);

    assertThat(machine.run("docker restart -t 2 web")).isZero();
    pass(machine, 3);
    assertThat(machine.containerState("web")).isEqualTo("running");
    assertThat(machine.state("web.service")).isEqualTo("active/running/success");

    assertThat(machine.run("docker stop -t 2 web")).isZero();
    pass(machine, 2);
    assertThat(machine.containerState("web")).isEqualTo("none");
    assertThat(machine.state("web.service")).isEqualTo("inactive/dead/success");
  }

  @Test
  void an_engine_that_starts_starts_what_failed_even_where_it_was_stopped_by_hand() {
    Booted machine = DockerBoot.debian().boot();
    machine.run("docker create --restart=on-failure:2 --name db bb false");
    machine.run("docker start db");
    machine.run("docker stop db");
    pass(machine, 2);
    int before = machine.container("db").orElseThrow().restarts();
    assertThat(before).isLessThan(2);

    machine.run("systemctl kill -s KILL --kill-who=main docker.service");
    pass(machine, 8);
    assertThat(machine.containerState("db")).isEqualTo("exited 1");
    assertThat(machine.container("db").orElseThrow().restarts()).isEqualTo(2);
  }

  @Test
  void who_starts_a_container_begins_its_restarts_anew() {
    Booted machine = DockerBoot.debian().boot();
    machine.run("docker run -d --restart=on-failure:2 --name db bb false");
    pass(machine, 5);
    assertThat(machine.container("db").orElseThrow().restarts()).isEqualTo(2);

    machine.run("docker start db");
    assertThat(machine.container("db").orElseThrow().restarts()).isLessThan(2);
    pass(machine, 5);
    assertThat(machine.container("db").orElseThrow().restarts()).isEqualTo(2);
  }
}
