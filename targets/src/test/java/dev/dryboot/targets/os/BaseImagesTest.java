package dev.dryboot.targets.os;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.simulator.runner.BootEvidence;
import dev.dryboot.simulator.runner.BootRunner;
import dev.dryboot.simulator.runner.Programs;
import dev.dryboot.simulator.scenario.Scenario;
import dev.dryboot.simulator.systemd.SystemdInit;
import dev.dryboot.simulator.systemd.unit.UnitFileCache;
import dev.dryboot.source.SourceText;
import dev.dryboot.targets.os.fedoracoreos.FedoraCoreOsBase;
import dev.dryboot.targets.os.ubuntu.UbuntuBase;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaseImagesTest {
  private final UnitFileCache cache = new UnitFileCache();

  private BootEvidence boot(MachineImage image, Scenario scenario) {
    return new BootRunner(() -> Programs.with(new SystemdInit(cache), List.of()))
        .run(image, scenario);
  }

  private static void sound(BootEvidence evidence) {
    for (var boot : evidence.boots()) {
      assertThat(boot.reachedGoal())
          .as(() -> "goal of boot " + boot.number() + "\n" + story(evidence))
          .isTrue();
      assertThat(boot.facts(Fact.JobDeleted.class)).isEmpty();
      assertThat(boot.units())
          .filteredOn(u -> u.active().equals("failed"))
          .extracting(UnitRecord::name)
          .isEmpty();
    }
  }

  private static String story(BootEvidence evidence) {
    var text = new StringBuilder();
    evidence.trace().entries().stream()
        .filter(
            e ->
                e.fact() instanceof Fact.JobFinished j && !j.result().equals("done")
                    || e.fact() instanceof Fact.UnitChanged u && u.active().equals("failed")
                    || e.fact() instanceof Fact.MachineEnded
                    || e.fact() instanceof Fact.JobDeleted
                    || e.fact() instanceof Fact.Waiting
                    || e.fact() instanceof Fact.RootSwitched
                    || e.fact() instanceof Fact.GoalReached
                    || e.fact() instanceof Fact.FileRefused)
        .limit(60)
        .forEach(e -> text.append(e.time() / 1000).append(' ').append(e.fact()).append('\n'));
    var started = new java.util.TreeSet<String>();
    evidence
        .trace()
        .entries()
        .forEach(
            e -> {
              if (e.fact() instanceof Fact.JobInstalled i && i.type().equals("start"))
                started.add(i.unit());
              if (e.fact() instanceof Fact.JobFinished i) started.remove(i.unit());
            });
    text.append("open jobs: ").append(started);
    return text.toString();
  }

  @Test
  void ubuntuReachesItsGoalWithoutAFailedUnit() {
    sound(boot(UbuntuBase.image(), Scenario.FIRST_BOOT));
  }

  @Test
  void ubuntuBootsASecondTime() {
    BootEvidence evidence =
        boot(UbuntuBase.image(), Scenario.FIRST_BOOT.boots(2, Scenario.Between.REBOOT));
    assertThat(evidence.boots()).hasSize(2);
    sound(evidence);
  }

  @Test
  void fedoraCoreOsSwitchesItsRootAndReachesItsGoal() {
    BootEvidence evidence = boot(FedoraCoreOsBase.image(), Scenario.FIRST_BOOT);
    assertThat(evidence.first().facts(Fact.RootSwitched.class))
        .as(() -> story(evidence))
        .hasSize(1);
    sound(evidence);
  }

  @Test
  void theSameSeedGivesTheSameTrace() {
    Scenario scenario = Scenario.FIRST_BOOT.shuffled(7);
    assertThat(boot(UbuntuBase.image(), scenario).trace().entries().toString())
        .isEqualTo(boot(UbuntuBase.image(), scenario).trace().entries().toString());
  }

  /** Whether a unit with this condition comes up. */
  private boolean holds(MachineImage image, String security) {
    String unit = "/etc/systemd/system/asks.service";
    String text =
        "[Unit]\nConditionSecurity="
            + security
            + "\n[Service]\nType=oneshot\n"
            + "RemainAfterExit=yes\nExecStart=/usr/bin/true\n";
    String wanted = "/etc/systemd/system/multi-user.target.wants/asks.service";
    image.root().put(unit, new FileNode.Regular(SourceText.of(unit, text)));
    image.root().put(wanted, new FileNode.SymbolicLink(unit, SourceText.of(wanted, unit)));
    return boot(image, Scenario.FIRST_BOOT)
        .first()
        .unit("asks.service")
        .filter(u -> u.active().equals("active"))
        .isPresent();
  }

  @Test
  void eachImageHasTheSecurityOfItsSystem() {
    assertThat(holds(UbuntuBase.image(), "apparmor")).isTrue();
    assertThat(holds(UbuntuBase.image(), "selinux")).isFalse();
    assertThat(holds(FedoraCoreOsBase.image(), "selinux")).isTrue();
    assertThat(holds(FedoraCoreOsBase.image(), "audit")).isTrue();
    assertThat(holds(FedoraCoreOsBase.image(), "apparmor")).isFalse();
    assertThat(holds(FedoraCoreOsBase.image(), "tpm2")).isFalse();
  }
}
