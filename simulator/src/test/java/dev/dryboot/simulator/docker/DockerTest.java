package dev.dryboot.simulator.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.docker.DockerBoot.Booted;
import dev.dryboot.simulator.machine.FileTree;
import dev.dryboot.simulator.machine.Mount;
import org.junit.jupiter.api.Test;

class DockerTest {
  private static final String TRAPS = "sh -c 'trap \"exit 0\" TERM; while :; do sleep 0.2; done'";

  private static String service(String lines) {
    return "[Unit]\nRequires=docker.service\nAfter=docker.service\n[Service]\n" + lines + "\n";
  }

  @Test
  void a_name_that_is_taken_is_refused_with_125() {
    Booted machine = DockerBoot.debian().boot();

    assertThat(machine.run("docker run -d --name web bb sleep 1000")).isZero();
    assertThat(machine.run("docker run -d --name web bb sleep 1000")).isEqualTo(125);
    assertThat(machine.run("docker run -d --name other bb sleep 1000")).isZero();
  }

  @Test
  void a_port_that_is_taken_is_refused_with_125() {
    Booted machine = DockerBoot.debian().boot();

    assertThat(machine.run("docker run -d --name a -p 80:80 bb sleep 1000")).isZero();
    assertThat(machine.run("docker run -d --name b -p 80:80 bb sleep 1000")).isEqualTo(125);
    assertThat(machine.run("docker run -d --name c -p 81:80 bb sleep 1000")).isZero();
  }

  @Test
  void a_shared_network_is_that_of_a_container_that_runs() {
    Booted machine = DockerBoot.debian().boot();
    String share = "docker run -d --network container:vpn bb sleep 1000";

    assertThat(machine.run(share)).isEqualTo(125);
    assertThat(machine.run("docker create --name vpn -p 80:80 bb sleep 1000")).isZero();
    assertThat(machine.run("docker top vpn")).isEqualTo(1);
    assertThat(machine.run(share)).isEqualTo(125);
    assertThat(machine.run("docker start vpn")).isZero();
    assertThat(machine.run("docker top vpn")).isZero();
    assertThat(machine.run(share)).isZero();
    assertThat(machine.run(share.replace("-d", "-d -p 81:80"))).isEqualTo(125);
  }

  @Test
  void a_script_waits_until_a_container_is_healthy() {
    Booted machine = DockerBoot.debian().boot();
    String asks =
        "sh -c 'docker inspect --format \"{{.State.Health.Status}}\" db | grep -qx healthy'";

    assertThat(machine.run(asks)).as("there is no container").isEqualTo(1);
    machine.run("docker run -d --name db --health-cmd true --health-interval 5s bb sleep 1000");
    assertThat(machine.run(asks)).as("it is starting").isEqualTo(1);
    machine.pass(20_000_000);
    assertThat(machine.run(asks)).isZero();
  }

  @Test
  void the_client_answers_with_the_exit_code_of_its_container() {
    Booted machine = DockerBoot.debian().boot();

    assertThat(machine.run("docker run --rm bb sh -c 'exit 7'")).isEqualTo(7);
    assertThat(machine.docker().containers()).isEmpty();
  }

  @Test
  void a_container_outlives_its_client() {
    Booted machine =
        DockerBoot.debian()
            .unit("web.service", service("ExecStart=/usr/bin/docker run --name web bb sleep 1000"))
            .boot();
    machine.run("systemctl start web.service");
    machine.pass(2_000_000);

    machine.run("systemctl kill -s KILL --kill-who=main web.service");
    machine.pass(1_000_000);

    assertThat(machine.state("web.service")).isEqualTo("failed/failed/signal");
    assertThat(machine.containerState("web")).isEqualTo("running");
  }

  @Test
  void a_detached_run_under_a_simple_service_leaves_it_inactive() {
    Booted machine =
        DockerBoot.debian()
            .unit("a.service", service("ExecStart=/usr/bin/docker run -d --name a bb sleep 1000"))
            .unit(
                "b.service",
                service(
                    "Type=oneshot\nRemainAfterExit=yes\n"
                        + "ExecStart=/usr/bin/docker run -d --name b bb sleep 1000"))
            .boot();
    machine.run("systemctl start a.service b.service");
    machine.pass(2_000_000);

    assertThat(machine.state("a.service")).isEqualTo("inactive/dead/success");
    assertThat(machine.state("b.service")).isEqualTo("active/exited/success");
    assertThat(machine.containerState("a")).isEqualTo("running");
  }

  @Test
  void restart_policies_look_at_the_exit_code_and_at_who_stopped_it() {
    Booted machine = DockerBoot.debian().boot();
    machine.run("docker run -d --name no bb sh -c 'exit 3'");
    machine.run("docker run -d --name fine --restart=on-failure bb sh -c 'exit 0'");
    machine.run("docker run -d --name twice --restart=on-failure:2 bb sh -c 'exit 3'");
    machine.run("docker run -d --name always --restart=always bb " + TRAPS);
    machine.pass(1_000_000);
    machine.run("docker stop always");
    machine.pass(20_000_000);

    assertThat(machine.containerState("no")).isEqualTo("exited 3");
    assertThat(machine.containerState("fine")).isEqualTo("exited 0");
    assertThat(machine.containerState("twice")).isEqualTo("exited 3");
    assertThat(machine.container("twice").orElseThrow().restarts()).isEqualTo(2);
    assertThat(machine.containerState("always")).isEqualTo("exited 0");
  }

  @Test
  void a_failing_container_is_restarted_ever_more_slowly() {
    Booted machine = DockerBoot.debian().boot();
    machine.run("docker run -d --name loop --restart=always bb sh -c 'exit 3'");
    machine.pass(5_000_000);
    int early = machine.container("loop").orElseThrow().restarts();
    machine.pass(50_000_000);
    int late = machine.container("loop").orElseThrow().restarts();

    assertThat(early).isBetween(4, 7);
    assertThat(late - early).isBetween(2, 4);
  }

  @Test
  void what_has_no_handler_for_the_stop_signal_is_killed_after_ten_seconds() {
    Booted machine = DockerBoot.debian().boot();
    machine.run("docker run -d --name deaf bb sleep 1000");
    machine.run("docker run -d --name hears bb " + TRAPS);
    machine.pass(1_000_000);

    long before = machine.now();
    machine.run("docker stop deaf");
    long deaf = machine.now() - before;
    before = machine.now();
    machine.run("docker stop hears");

    assertThat(deaf).isBetween(10_000_000L, 11_000_000L);
    assertThat(machine.now() - before).isLessThan(1_000_000L);
    assertThat(machine.containerState("deaf")).isEqualTo("exited 137");
    assertThat(machine.containerState("hears")).isEqualTo("exited 0");
  }

  @Test
  void a_trap_waits_for_the_command_in_the_foreground() {
    Booted machine = DockerBoot.debian().boot();
    machine.run("docker run -d --name late bb sh -c 'trap \"exit 0\" TERM; sleep 1000'");
    machine.run("docker run -d --name soon bb sh -c 'trap \"exit 0\" TERM; sleep 1000 & wait'");
    machine.run("docker stop -t 2 late soon");

    assertThat(machine.containerState("late")).isEqualTo("exited 137");
    assertThat(machine.containerState("soon")).isEqualTo("exited 0");
  }

  @Test
  void containers_outlive_the_daemon_with_live_restore_only() {
    Booted kept =
        DockerBoot.debian().file("/etc/docker/daemon.json", "{\"live-restore\": true}").boot();
    Booted stopped = DockerBoot.debian().boot();
    for (Booted machine : new Booted[] {kept, stopped}) {
      machine.run("docker run -d --name a bb " + TRAPS);
      machine.run("systemctl restart docker.service");
      machine.pass(1_000_000);
    }

    assertThat(kept.containerState("a")).isEqualTo("running");
    assertThat(stopped.containerState("a")).isEqualTo("exited 0");
  }

  @Test
  void containers_with_restart_always_start_with_the_daemon() {
    Booted machine = DockerBoot.debian().boot();
    machine.run("docker run -d --name a --restart=always bb " + TRAPS);
    machine.run("docker run -d --name b bb " + TRAPS);
    machine.run("systemctl stop docker.socket docker.service");
    assertThat(machine.docker().containers()).isEmpty();

    machine.run("systemctl start docker.service");
    machine.pass(2_000_000);

    assertThat(machine.containerState("a")).isEqualTo("running");
    assertThat(machine.containerState("b")).isEqualTo("exited 0");
  }

  @Test
  void a_power_cut_leaves_records_whose_names_are_taken() {
    Booted first = DockerBoot.debian().boot();
    first.run("docker run -d --name web bb sleep 1000");
    first.run("docker run -d --rm --name gone bb sleep 1000");

    Booted second = first.again().boot();

    assertThat(second.containerState("web")).isEqualTo("exited 255");
    assertThat(second.containerState("gone")).isEqualTo("none");
    assertThat(second.run("docker run -d --name web bb sleep 1000")).isEqualTo(125);
  }

  @Test
  void a_later_mount_over_the_data_root_hides_what_was_there() {
    Booted machine = DockerBoot.debian().boot();
    machine.run("docker run -d --name web bb " + TRAPS);
    machine.run("systemctl stop docker.socket docker.service");
    machine
        .machine()
        .files()
        .mount(new Mount("/var/lib/docker", "/dev/vdb", "ext4", false, FileTree.empty()));
    machine.run("systemctl start docker.service");

    assertThat(machine.docker().containers()).isEmpty();
    assertThat(machine.run("docker inspect web")).isNotZero();
  }

  @Test
  void the_first_client_starts_a_daemon_whose_socket_listens() {
    Booted machine =
        DockerBoot.debian()
            .without("/etc/systemd/system/multi-user.target.wants/docker.service")
            .boot();
    assertThat(machine.state("docker.service")).isEqualTo("inactive/dead/success");

    assertThat(machine.run("docker run -d --name a bb sleep 1000")).isZero();

    assertThat(machine.state("docker.service")).isEqualTo("active/running/success");
  }

  @Test
  void nobody_answers_where_neither_daemon_nor_socket_is_there() {
    Booted machine = DockerBoot.debian().boot();
    machine.run("systemctl stop docker.socket docker.service");

    assertThat(machine.run("docker run -d --name a bb sleep 1000")).isEqualTo(125);
    assertThat(machine.run("docker ps")).isEqualTo(1);
  }

  @Test
  void a_failing_health_check_makes_a_container_unhealthy_and_nothing_else() {
    Booted machine = DockerBoot.debian().boot();
    machine.run(
        "docker run -d --health-cmd=false --health-interval=1s --health-retries=2 --name ill bb "
            + TRAPS);
    machine.run("docker run -d --health-cmd=true --health-interval=1s --name well bb " + TRAPS);
    assertThat(machine.container("ill").orElseThrow().health()).isEqualTo("starting");
    machine.pass(5_000_000);

    assertThat(machine.container("ill").orElseThrow().health()).isEqualTo("unhealthy");
    assertThat(machine.container("well").orElseThrow().health()).isEqualTo("healthy");
    assertThat(machine.containerState("ill")).isEqualTo("running");
  }

  @Test
  void conmon_tells_systemd_when_podmans_container_runs() {
    Booted machine =
        DockerBoot.debian()
            .unit(
                "pod.service",
                "[Service]\nType=notify\nNotifyAccess=all\nExecStart=/usr/bin/podman run --rm"
                    + " --name pod --sdnotify=conmon -d bb sleep 1000\n")
            .boot();

    assertThat(machine.run("systemctl start pod.service")).isZero();
    assertThat(machine.state("pod.service")).isEqualTo("active/running/success");
  }
}
