package dev.dryboot.targets.os.rancheros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dryboot.simulator.conflict.Conflicts;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.MachineImage;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.rancher.config.RancherConfig;
import dev.dryboot.simulator.runner.BootEvidence;
import dev.dryboot.simulator.runner.BootRunner;
import dev.dryboot.simulator.scenario.Scenario;
import dev.dryboot.simulator.timeline.CriticalChain;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.SourceText;
import dev.dryboot.targets.format.ranchercloudconfig.RancherConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RancherOsBootTest {
  private static final Path ROOT = Path.of(System.getProperty("dryboot.root"));

  private static BootEvidence boot(String body, Scenario scenario) {
    SourceText text = SourceText.of("cloud-config.yml", "#cloud-config\n" + body);
    return boot(text, RancherConfigReader.read(text).value(), scenario);
  }

  private static BootEvidence boot(
      SourceText text, Optional<RancherConfig> config, Scenario scenario) {
    MachineImage image = RancherOsBase.image().withArtifact("user-data", text);
    return new BootRunner(() -> RancherOsMachine.programs(config)).run(image, scenario);
  }

  private static BootEvidence boot(String body) {
    return boot(body, Scenario.FIRST_BOOT);
  }

  private static List<String> chain(BootEvidence.Boot boot) {
    return CriticalChain.of(boot).steps().reversed().stream()
        .map(CriticalChain.Step::unit)
        .toList();
  }

  private static List<Diagnostic> findings(BootEvidence run) {
    SourceText user = run.image().artifacts().get("user-data");
    return Conflicts.check(List.of(run), text -> text.equals(user)).diagnostics();
  }

  private static List<String> codes(BootEvidence run) {
    return findings(run).stream().map(d -> d.rule().code()).toList();
  }

  private static long started(BootEvidence.Boot boot, String container) {
    return boot.entries().stream()
        .filter(
            e ->
                e.fact() instanceof Fact.ContainerChanged c
                    && c.container().equals(container)
                    && c.state().equals("running"))
        .mapToLong(Trace.Entry::time)
        .findFirst()
        .orElse(-1);
  }

  private static String story(BootEvidence.Boot boot) {
    var text = new StringBuilder();
    boot.entries().stream()
        .filter(e -> !(e.fact() instanceof Fact.JobInstalled))
        .forEach(e -> text.append(e.time() / 1000).append(' ').append(e.fact()).append('\n'));
    return text.toString();
  }

  @Test
  void theStockBootWaitsForTheKnownChain() {
    BootEvidence.Boot boot = boot("hostname: edge\n").last();
    assertThat(boot.reachedGoal()).as(() -> story(boot)).isTrue();
    assertThat(chain(boot))
        .as(() -> story(boot))
        .containsExactly(
            "udev-cold",
            "udev",
            "network",
            "ntp",
            "cloud-init-execute",
            "console",
            "docker",
            "user-services");
    assertThat(RancherOsBase.services()).hasSize(19);
    assertThat(boot.facts(Fact.StageStarted.class).map(Fact.StageStarted::stage))
        .doesNotContain("bootstrap", "cloud-init");
  }

  @Test
  void aServiceOfTheUserComesUpInTheUsersDockerBehindIt() {
    BootEvidence run =
        boot("rancher:\n  services:\n    redis:\n      image: redis:3\n      restart: always\n");
    BootEvidence.Boot boot = run.last();
    assertThat(chain(boot)).as(() -> story(boot)).endsWith("docker", "redis", "user-services");
    assertThat(boot.facts(Fact.PullStarted.class).map(Fact.PullStarted::engine))
        .containsExactly("docker");
    assertThat(codes(run)).isEmpty();
  }

  @Test
  void aCommandThatDoesNotEndKeepsDockerAway() {
    BootEvidence run =
        boot(
            "runcmd:\n- [sleep, infinity]\nrancher:\n  services:\n    a: {image: redis:3}\n",
            Scenario.FIRST_BOOT);
    assertThat(run.last().reachedGoal()).isFalse();
    assertThat(run.last().facts(Fact.FileWritten.class).map(Fact.FileWritten::path))
        .doesNotContain("/run/console-done");
    assertThat(run.last().unit("docker").orElseThrow().active()).isEqualTo("activating");
    assertThat(run.last().unit("a").orElseThrow().active()).isEqualTo("failed");
  }

  @Test
  void rcLocalMayWaitForDocker() {
    BootEvidence.Boot boot =
        boot("write_files:\n- path: /etc/rc.local\n  permissions: '0755'\n"
                + "  content: |\n    #!/bin/sh\n    wait-for-docker\n")
            .last();
    assertThat(boot.reachedGoal()).as(() -> story(boot)).isTrue();
    assertThat(boot.facts(Fact.StageEnded.class))
        .contains(new Fact.StageEnded("console", "rc.local", Optional.empty()));
  }

  @Test
  void aSystemServiceWhoseImageIsMissingWaitsForTheNetworkUnasked() {
    String body =
        "rancher:\n  services:\n    agent:\n      image: example/agent:1\n"
            + "      labels: {io.rancher.os.scope: system}\n"
            + "    early:\n      image: rancher/os-base:v1.5.8\n"
            + "      labels: {io.rancher.os.scope: system}\n";
    BootEvidence.Boot boot = boot(body).last();
    assertThat(boot.unit("agent").orElseThrow().edges("After"))
        .extracting(e -> e.to())
        .containsExactly("network");
    assertThat(boot.unit("early").orElseThrow().edges("After")).isEmpty();
    assertThat(started(boot, "early")).isPositive().isLessThan(started(boot, "network"));
  }

  @Test
  void onlyNetworkAloneWaitsForTheGateways() {
    String service =
        "    %s:\n      image: rancher/os-base:v1.5.8\n"
            + "      labels: {io.rancher.os.scope: system, io.rancher.os.after: '%s'}\n";
    BootEvidence.Boot boot =
        boot("rancher:\n  services:\n"
                + service.formatted("alone", "network")
                + service.formatted("both", "network,syslog"))
            .last();
    long up =
        boot.entries().stream()
            .filter(e -> e.fact() instanceof Fact.UplinkChanged u && u.up())
            .mapToLong(Trace.Entry::time)
            .findFirst()
            .orElseThrow();
    assertThat(started(boot, "alone")).isGreaterThan(up);
    assertThat(started(boot, "both")).isPositive().isLessThan(up);
  }

  @Test
  void aCycleOfLabelsIsBrokenAndOneOfLinksStopsEverything() {
    String label = "      labels: {io.rancher.os.scope: system, io.rancher.os.after: %s}\n";
    String image = "      image: rancher/os-base:v1.5.8\n";
    BootEvidence labels =
        boot(
            "rancher:\n  services:\n    a:\n"
                + image
                + label.formatted("b")
                + "    b:\n"
                + image
                + label.formatted("a"));
    assertThat(labels.last().reachedGoal()).isTrue();
    BootEvidence linked =
        boot(
            "rancher:\n  services:\n    web: {image: redis:3, links: [cache]}\n"
                + "    cache: {image: redis:3, links: [web]}\n");
    assertThat(linked.last().reachedGoal()).isFalse();
    assertThat(linked.last().facts(Fact.Logged.class).map(Fact.Logged::line))
        .anyMatch(l -> l.startsWith("Cycle detected in path "));
  }

  @Test
  void aDiskIsFormattedForTheStateWhereItIsMissing() {
    BootEvidence run = boot("rancher:\n  state: {dev: LABEL=OTHER, required: true}\nhostname: a\n");
    assertThat(run.last().end().map(Fact.MachineEnded::how)).contains("recovery");
    SourceText text =
        SourceText.of("c", "#cloud-config\nrancher:\n  state: {autoformat: [/dev/vdb]}\n");
    MachineImage whole = RancherOsBase.image();
    whole.devices().remove("/dev/vda1");
    whole
        .devices()
        .add(
            new dev.dryboot.simulator.machine.BlockDevices.Device(
                "/dev/vdb", 1L << 30, Optional.empty()));
    BootEvidence two =
        new BootRunner(() -> RancherOsMachine.programs(RancherConfigReader.read(text).value()))
            .run(whole, Scenario.FIRST_BOOT.boots(2, Scenario.Between.REBOOT));
    assertThat(two.boots()).hasSize(2).allMatch(BootEvidence.Boot::reachedGoal);
    assertThat(two.first().facts(Fact.StageStarted.class).map(Fact.StageStarted::stage))
        .contains("bootstrap");
    assertThat(two.last().facts(Fact.StageStarted.class).map(Fact.StageStarted::stage))
        .doesNotContain("bootstrap");
  }

  @Test
  void aSecondBootFindsItsContainers() {
    BootEvidence run =
        boot(
            "rancher:\n  services:\n    redis: {image: 'redis:3', restart: always}\n",
            Scenario.FIRST_BOOT.boots(2, Scenario.Between.REBOOT));
    assertThat(run.boots()).hasSize(2).allMatch(BootEvidence.Boot::reachedGoal);
    assertThat(run.first().end().map(Fact.MachineEnded::how)).contains("reboot");
    assertThat(run.last().facts(Fact.PullStarted.class)).isEmpty();
    assertThat(started(run.last(), "redis")).isPositive();
  }

  @Test
  void writtenConfigsOfRancherOsBoot() throws IOException {
    Path folder = ROOT.resolve("../shared/corpus/rancheros");
    assumeTrue(Files.isDirectory(folder), "the corpus is not here");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        SourceText text = SourceText.of(file.getFileName().toString(), Files.readString(file));
        BootEvidence run = boot(text, RancherConfigReader.read(text).value(), Scenario.FIRST_BOOT);
        assertThat(run.last().reachedGoal()).as(() -> file + "\n" + story(run.last())).isTrue();
      }
    }
  }

  @Test
  void theExamplesConfigBootsToItsGoal() throws IOException {
    Path file = ROOT.resolve("examples/rancher-edge/golden-1.5/edge/rancheros/cloud-config.yml");
    SourceText text = SourceText.of("cloud-config.yml", Files.readString(file));
    BootEvidence run = boot(text, RancherConfigReader.read(text).value(), Scenario.FIRST_BOOT);
    assertThat(run.last().reachedGoal()).as(() -> story(run.last())).isTrue();
    assertThat(run.last().units())
        .filteredOn(u -> u.active().equals("failed"))
        .as(() -> story(run.last()))
        .isEmpty();
    assertThat(codes(run)).isEmpty();
  }
}
