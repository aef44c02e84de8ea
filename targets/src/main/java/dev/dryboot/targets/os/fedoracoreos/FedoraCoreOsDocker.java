package dev.dryboot.targets.os.fedoracoreos;

import dev.dryboot.compiler.model.Engines;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.plan.Draft;
import dev.dryboot.compiler.plan.Plan;
import dev.dryboot.source.Origin;
import dev.dryboot.targets.encode.Lines;
import dev.dryboot.targets.encode.SystemdLines;
import java.util.List;
import java.util.Optional;

/**
 * Fedora gives flags to docker's daemon, and the daemon refuses what both a flag and {@code
 * daemon.json} say: the flags give way (coreos/fedora-coreos-tracker#573, #588).
 */
final class FedoraCoreOsDocker {
  private static final String FLAGS_FILE = "/etc/sysconfig/docker";

  private static final List<Flag> FLAGS =
      List.of(
          new Flag("selinux-enabled", "--selinux-enabled"),
          new Flag("log-driver", "--log-driver=journald"),
          new Flag("live-restore", "--live-restore"),
          new Flag("default-ulimits", "--default-ulimit nofile=1024:1024"),
          new Flag("init-path", "--init-path /usr/libexec/docker/docker-init"),
          new Flag(
              "userland-proxy-path", "--userland-proxy-path /usr/libexec/docker/docker-proxy"));

  /** A flag, and the key of {@code daemon.json} that says the same. */
  private record Flag(String key, String text) {}

  private FedoraCoreOsDocker() {}

  static void plan(Draft draft) {
    draft.host().engines().engines().stream()
        .filter(e -> e.name().value().equals("docker"))
        .forEach(e -> plan(draft, e));
  }

  private static void plan(Draft draft, Engines.Engine docker) {
    List<Flag> left = FLAGS.stream().filter(f -> word(docker, f.key()).isEmpty()).toList();
    Optional<Origin> gone = FLAGS.stream().flatMap(f -> word(docker, f.key()).stream()).findFirst();
    gone.ifPresent(origin -> flags(draft, left, origin));
    word(docker, "exec-opts").ifPresent(origin -> command(draft, origin));
  }

  private static Optional<Origin> word(Engines.Engine docker, String key) {
    return docker.words().stream()
        .filter(w -> w.word().equals(key))
        .map(Engines.EngineWord::origin)
        .findFirst();
  }

  private static void flags(Draft draft, List<Flag> flags, Origin origin) {
    Origin here = origin.because("without the flags that daemon.json says");
    Lines lines = new Lines(here);
    lines.add(
        Text.of(
            "OPTIONS=\"" + String.join(" ", flags.stream().map(Flag::text).toList()) + "\"", here));
    draft.file(FLAGS_FILE, lines.text(), 0644, here);
    draft
        .notes()
        .lowered(
            origin,
            "engine docker",
            FLAGS_FILE + " in the place of the system's own, without the flags that say the same");
  }

  private static void command(Draft draft, Origin origin) {
    SystemdLines lines = new SystemdLines(origin);
    lines
        .section("Service")
        .line("ExecStart=")
        .line("ExecStart=/usr/bin/dockerd --host=fd:// $OPTIONS");
    String name = "10-dryboot-exec-opts.conf";
    draft.unit(
        new Plan.PlannedUnit(
            "docker.service",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of(new Plan.PlannedDropin(name, lines.text("docker.service.d/" + name), origin)),
            origin));
    draft
        .notes()
        .lowered(origin, "exec-opts", "a drop-in of docker.service takes the flag --exec-opt away");
  }
}
