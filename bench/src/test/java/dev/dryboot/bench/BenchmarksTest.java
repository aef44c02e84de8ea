package dev.dryboot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.simulator.runner.BootEvidence;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each benchmark measures what it says it does, and what a boot costs grows with its units. */
class BenchmarksTest {
  private static BootEvidence boot(int units) {
    return new Simulator().boot(SyntheticHost.image(units));
  }

  @Test
  void a_synthetic_host_has_as_many_units_as_asked_for_and_comes_up() {
    BootEvidence evidence = boot(300);

    assertThat(SyntheticHost.root(300).list(SyntheticHost.VENDOR))
        .as("unit files and default.target's link")
        .hasSize(301);
    assertThat(evidence.last().reachedGoal()).isTrue();
    assertThat(evidence.last().facts(Fact.JobDeleted.class)).isEmpty();
    assertThat(evidence.last().units()).hasSizeGreaterThan(300);
    assertThat(evidence.last().units())
        .filteredOn(u -> u.active().equals("failed") || u.load().equals("not-found"))
        .extracting(UnitRecord::name)
        .isSubsetOf("systemd-journald.socket", "umount.target", "time-sync.target");
  }

  @Test
  void a_synthetic_host_is_the_same_each_time() {
    assertThat(SyntheticHost.root(200).all().keySet())
        .isEqualTo(SyntheticHost.root(200).all().keySet());
    assertThat(boot(200).trace().entries()).isEqualTo(boot(200).trace().entries());
  }

  @Test
  void what_happens_in_a_boot_grows_no_faster_than_its_units() {
    int few = boot(500).trace().entries().size();
    int many = boot(2_000).trace().entries().size();

    assertThat(many).isBetween(3 * few, 9 * few / 2);
  }

  @Test
  void whole_boots_come_to_their_goals() {
    BootBenchmark synthetic = new BootBenchmark();
    synthetic.units = 100;
    synthetic.prepare();
    SystemBenchmark systems = new SystemBenchmark();

    assertThat(synthetic.boot().last().reachedGoal()).isTrue();
    assertThat(systems.ubuntu().last().reachedGoal()).isTrue();
    assertThat(systems.fedoraCoreOs().last().reachedGoal()).isTrue();
  }

  @Test
  void the_parts_of_a_boot_load_units_and_plan_jobs() {
    LoadingBenchmark parts = new LoadingBenchmark();
    parts.units = 100;
    parts.prepare();

    assertThat(parts.readAndLoad().id()).isEqualTo("multi-user.target");
    assertThat(parts.load().isLoaded()).isTrue();
    assertThat(parts.transaction().refusal()).isEmpty();
    assertThat(parts.transaction().jobs()).hasSizeGreaterThan(90);
  }

  @Test
  void a_recording_is_predicted(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("case.json");
    Files.writeString(
        file,
        """
        {"name": "one", "units": {"default.target": "[Unit]\\nDescription=goal\\n"},
         "default": "default.target", "actions": [], "observe": ["default.target"],
         "observed": {"257": {"outcomes": [], "runs": 1}}}
        """);
    ReplayBenchmark replay = new ReplayBenchmark();
    replay.recording = file.toString();
    replay.prepare();

    assertThat(replay.predict()).isEqualTo(1);
  }
}
