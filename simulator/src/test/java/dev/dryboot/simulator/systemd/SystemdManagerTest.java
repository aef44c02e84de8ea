package dev.dryboot.simulator.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.systemd.TestBoot.Booted;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SystemdManagerTest {
  private static final String RUN = "run=inf";

  @Test
  void a_wanted_service_runs_and_the_goal_is_reached() {
    Booted booted = TestBoot.usual().service("a.service", "", "", RUN).wants("a.service").boot();

    assertThat(booted.state("a.service")).isEqualTo("active/running/success");
    assertThat(booted.facts(Fact.GoalReached.class))
        .containsExactly(new Fact.GoalReached("default.target"));
  }

  @Test
  void what_requires_a_service_that_fails_ends_with_dependency() {
    Booted booted =
        TestBoot.usual()
            .service("a.service", "Requires=b.service\nAfter=b.service", "", RUN)
            .service("b.service", "", "Type=oneshot", "sleep=100 exit=1")
            .wants("a.service")
            .boot();

    assertThat(booted.jobs()).contains("b.service/start=failed", "a.service/start=dependency");
    assertThat(booted.state("a.service")).isEqualTo("inactive/dead/success");
  }

  @Test
  void a_cycle_is_broken_at_one_of_its_wanted_members() {
    Booted booted =
        TestBoot.usual()
            .service("a.service", "After=b.service", "", RUN)
            .service("b.service", "After=a.service", "", RUN)
            .wants("a.service", "b.service")
            .boot();

    List<Fact.JobDeleted> deleted = booted.facts(Fact.JobDeleted.class);
    assertThat(deleted).hasSize(1);
    assertThat(deleted.getFirst().cycle()).containsExactlyInAnyOrder("a.service", "b.service");
  }

  @Test
  void a_cycle_of_required_units_freezes_process_1() {
    Booted booted =
        TestBoot.usual()
            .service("a.service", "After=b.service", "", RUN)
            .service("b.service", "After=a.service", "", RUN)
            .unit("default.target", "[Unit]\nRequires=a.service b.service\nAllowIsolate=yes\n")
            .boot();

    assertThat(booted.facts(Fact.MachineEnded.class)).hasSize(1);
    assertThat(booted.facts(Fact.MachineEnded.class).getFirst().how()).isEqualTo("frozen");
  }

  @Test
  void a_start_during_the_restart_delay_waits_on_252_and_hurries_on_257() {
    for (SystemdVersion version : SystemdVersion.values()) {
      Booted booted =
          TestBoot.usual()
              .version(version)
              .service("a.service", "", "Restart=always\nRestartSec=1d", "run=100 exit=1")
              .wants("a.service")
              .boot();

      assertThat(booted.state("a.service")).startsWith("activating/auto-restart");
      int status = booted.systemctl("start", "a.service");
      assertThat(status).isEqualTo(version == SystemdVersion.V257 ? 0 : -1);
    }
  }

  @Test
  void the_sixth_start_within_ten_seconds_hits_the_limit() {
    Booted booted =
        TestBoot.usual()
            .service("a.service", "", "Restart=always\nRestartSec=0", "run=10 exit=1")
            .wants("a.service")
            .boot();

    assertThat(booted.state("a.service")).isEqualTo("failed/failed/exit-code");
    assertThat(booted.facts(Fact.ProcessStarted.class)).hasSize(5);
    assertThat(booted.systemctl("reset-failed", "a.service")).isZero();
    assertThat(booted.state("a.service")).isEqualTo("inactive/dead/success");
  }

  @Test
  void an_unmet_condition_is_no_failure_and_an_unmet_assertion_is_one() {
    Booted booted =
        TestBoot.usual()
            .service("a.service", "ConditionPathExists=/nope", "", RUN)
            .service("b.service", "AssertPathExists=/nope", "", RUN)
            .wants("a.service", "b.service")
            .boot();

    assertThat(booted.jobs()).contains("a.service/start=done", "b.service/start=assert");
    assertThat(booted.facts(Fact.ConditionFailed.class)).hasSize(2);
  }

  @Test
  void masked_units_cannot_be_started_and_unknown_ones_are_not_found() {
    Booted booted =
        TestBoot.usual()
            .file("/dev/null", new FileNode.Special("character", 0666))
            .unit("a.service", "-> /dev/null")
            .wants("a.service")
            .boot();

    assertThat(booted.systemctl("start", "a.service")).isEqualTo(1);
    assertThat(booted.systemctl("start", "nowhere.service")).isEqualTo(5);
  }

  @Test
  void drop_ins_templates_and_aliases_come_together() {
    Booted booted =
        TestBoot.usual()
            .service("a@.service", "", "", "run=inf touch=%i")
            .unit("a@x.service.d/10.conf", "[Service]\nType=oneshot\n")
            .unit("a@.service.d/20.conf", "[Service]\nRemainAfterExit=yes\nExecStart=\n")
            .unit("a@.service.d/30.conf", "[Service]\nExecStart=/usr/bin/b touch=/run/%i exit=0\n")
            .unit("alias.service", "-> a@x.service")
            .wants("a@x.service")
            .boot();

    assertThat(booted.state("a@x.service")).isEqualTo("active/exited/success");
    assertThat(booted.state("alias.service")).isEqualTo("active/exited/success");
    assertThat(booted.machine().files().exists("/run/x")).isTrue();
  }

  @Test
  void enabling_links_and_starting_now_runs() {
    Booted booted =
        TestBoot.usual()
            .unit(
                "a.service",
                "[Service]\nExecStart=/usr/bin/b run=inf\n[Install]\nWantedBy=default.target\n")
            .wants()
            .boot();

    assertThat(booted.manager().unitFileState("a.service")).contains("disabled");
    assertThat(booted.systemctl("enable", "a.service")).isZero();
    assertThat(booted.manager().unitFileState("a.service")).contains("enabled");
    assertThat(booted.systemctl("start", "a.service")).isZero();
    assertThat(booted.systemctl("mask", "a.service")).isEqualTo(1);
    assertThat(booted.systemctl("disable", "a.service")).isZero();
    assertThat(booted.manager().unitFileState("a.service")).contains("disabled");
  }

  @Test
  void a_path_that_appears_starts_its_service() {
    Booted booted =
        TestBoot.usual()
            .service("a.service", "", "", RUN)
            .unit("a.path", "[Path]\nPathExists=/run/flag\n")
            .wants("a.path")
            .boot();
    assertThat(booted.state("a.service")).isEqualTo("inactive/dead/success");

    booted
        .machine()
        .files()
        .write("/run/flag", new FileNode.Regular(SourceText.of("/run/flag", "")));
    booted.machine().publish(new Fact.FileWritten("/run/flag", "test"));
    booted.machine().kernel().run(booted.machine().kernel().now() + 1_000_000);

    assertThat(booted.state("a.service")).isEqualTo("active/running/success");
  }

  @Test
  void stopping_the_machine_stops_services_in_the_reverse_order() {
    Booted booted =
        TestBoot.usual()
            .service("a.service", "", "", RUN)
            .service("b.service", "After=a.service", "", "term=100 run=inf")
            .unit(
                "poweroff.target",
                "[Unit]\nDefaultDependencies=no\nRequires=shutdown.target final.service\n"
                    + "After=shutdown.target final.service\nAllowIsolate=yes\n")
            .unit(
                "final.service",
                "[Unit]\nDefaultDependencies=no\nRequires=shutdown.target\n"
                    + "After=shutdown.target\nSuccessAction=poweroff-force\n"
                    + "[Service]\nType=oneshot\nExecStart=/usr/bin/b exit=0\n")
            .wants("a.service", "b.service")
            .boot();

    booted.systemctl("poweroff");

    List<String> jobs = booted.jobs();
    assertThat(jobs.indexOf("b.service/stop=done")).isPositive();
    assertThat(jobs.indexOf("b.service/stop=done")).isLessThan(jobs.indexOf("a.service/stop=done"));
    assertThat(booted.facts(Fact.MachineEnded.class))
        .extracting(Fact.MachineEnded::how)
        .containsExactly("poweroff");
  }

  private static TestBoot random(Random random, List<String> order) {
    TestBoot boot = TestBoot.usual();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      names.add((char) ('a' + i) + ".service");
    }
    List<String[]> services = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      var unit = new StringBuilder();
      for (int j = i + 1; j < names.size(); j++) {
        if (random.nextInt(3) == 0) {
          unit.append(random.nextBoolean() ? "Requires=" : "Wants=").append(names.get(j));
          unit.append("\nAfter=").append(names.get(j)).append('\n');
        }
      }
      String command = random.nextInt(5) == 0 ? "sleep=60 exit=1" : "sleep=120 exit=0";
      services.add(
          new String[] {
            names.get(i), unit.toString(), "Type=oneshot\nRemainAfterExit=yes", command
          });
    }
    order.forEach(
        n -> {
          String[] s = services.get(Integer.parseInt(n));
          boot.service(s[0], s[1], s[2], s[3]);
        });
    return boot.wants(names.toArray(new String[0]));
  }

  private static final List<String> IN_ORDER = List.of("0", "1", "2", "3", "4", "5", "6", "7");

  @Test
  void the_same_seed_gives_the_same_trace() {
    for (long seed = 1; seed <= 20; seed++) {
      List<Trace.Entry> one =
          random(new Random(seed), IN_ORDER).seed(seed).boot().machine().trace().entries();
      List<Trace.Entry> other =
          random(new Random(seed), IN_ORDER).seed(seed).boot().machine().trace().entries();

      assertThat(one).as("seed %d", seed).isEqualTo(other);
    }
  }

  @Test
  void permuting_the_unit_files_changes_nothing() {
    for (long seed = 1; seed <= 20; seed++) {
      List<String> shuffled = new ArrayList<>(IN_ORDER);
      Collections.shuffle(shuffled, new Random(seed));

      assertThat(random(new Random(seed), shuffled).boot().machine().trace().entries())
          .as("seed %d", seed)
          .isEqualTo(random(new Random(seed), IN_ORDER).boot().machine().trace().entries());
    }
  }

  @Test
  void no_start_job_runs_before_those_it_is_ordered_after_have_ended() {
    for (long seed = 1; seed <= 20; seed++) {
      String label = "seed " + seed;
      Booted booted = random(new Random(seed), IN_ORDER).seed(seed).boot();
      List<String> ended = new ArrayList<>();
      for (Trace.Entry entry : booted.machine().trace().entries()) {
        if (entry.fact() instanceof Fact.JobFinished finished) {
          ended.add(finished.unit());
        } else if (entry.fact() instanceof Fact.JobStarted started) {
          booted
              .manager()
              .graph()
              .find(started.unit())
              .orElseThrow()
              .of(dev.dryboot.simulator.systemd.unit.Dependency.AFTER)
              .forEach(
                  other -> {
                    if (other.id().endsWith(".service")) {
                      assertThat(ended).as(label).contains(other.id());
                    }
                  });
        }
      }
    }
  }
}
