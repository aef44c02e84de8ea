package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Containers that an engine's command line runs under systemd: the client in the foreground where
 * systemd supervises, a container that is created once and started where the engine does.
 */
final class ContainerUnits {
  /** Seconds that systemd waits longer than the engine before it kills. */
  private static final long GRACE = 10;

  /** What the unit says in words of its own, and must not repeat. */
  private static final Set<String> OWN = Set.of("Type");

  private final Draft draft;
  private final UnitLines lines;
  private final String engine;
  private final String client;
  private final boolean daemonStartsAtBoot;

  ContainerUnits(Draft draft, UnitLines lines, String engine, boolean daemonStartsAtBoot) {
    this.draft = draft;
    this.lines = lines;
    this.engine = engine;
    this.client = "/usr/bin/" + engine;
    this.daemonStartsAtBoot = daemonStartsAtBoot;
  }

  void plan(Units.Container container) {
    List<String> names = UnitNames.instances(container);
    for (int i = 0; i < names.size(); i++) {
      instance(container, names.get(i), i + 1);
    }
    if (container.replicas() > 1) {
      draft
          .notes()
          .lowered(
              container.unit().origin(),
              "replicas of " + container.name(),
              "one unit each: " + String.join(".service, ", names) + ".service");
    }
    lines.triggers(container.unit());
  }

  private void instance(Units.Container container, String name, int instance) {
    UnitText text = new UnitText();
    Units.Unit unit = container.unit();
    lines.head(text, unit, "Container " + name);
    ContainerEdges.add(text, draft.host(), container, engine);
    if (container.supervisor().map(s -> s.value() == Units.Supervisor.ENGINE).orElse(false)) {
      byEngine(text, container, name, instance);
    } else {
      bySystemd(text, container, name, instance);
    }
    lines.directives(
        text, unit, unit.directives().stream().filter(d -> !OWN.contains(d.name())).toList());
    lines.tail(text, unit);
    draft.unit(name + ".service", text, UnitLines.isEnabled(unit), unit.origin());
  }

  private void bySystemd(UnitText text, Units.Container container, String name, int instance) {
    Origin origin = container.unit().origin();
    boolean timed = container.unit().timer().isPresent();
    text.add(
        "Service",
        "Type",
        container
            .unit()
            .directive("Type")
            .map(d -> d.value())
            .orElse(Text.of(timed ? "oneshot" : "exec", origin)),
        origin.because("the client stays in the foreground"));
    exec(
        text,
        "ExecStartPre",
        "-" + client + " rm -f " + name,
        origin.because("a container of that name may be left over"));
    sharedNetwork(text, container);
    boolean several = container.networks().size() > 1;
    List<Text> first = new ArrayList<>();
    first.add(Text.of(client + (several ? " create" : " run"), origin));
    first.add(Text.of("--rm", origin));
    List<Text> words = words(container, name, instance, first);
    text.add(
        "Service",
        several ? "ExecStartPre" : "ExecStart",
        lines.withFacts(text, Quoting.line(words)),
        container.image().origin());
    if (several) {
      container.networks().stream()
          .skip(1)
          .forEach(
              n ->
                  exec(
                      text,
                      "ExecStartPre",
                      client + " network connect " + n.plain() + " " + name,
                      n.origin()));
      exec(text, "ExecStart", client + " start --attach " + name, origin);
    }
    readiness(text, container, name);
    stop(text, container, name);
    if (!timed) {
      startTimeout(text, container);
      restart(text, container);
    }
  }

  /** The client's unit counts as started while the client may still pull the image. */
  private void sharedNetwork(UnitText text, Units.Container container) {
    container
        .sharesNetworkOf()
        .ifPresent(
            of -> {
              exec(
                  text,
                  "ExecStartPre",
                  "/bin/sh -c 'until "
                      + client
                      + " top "
                      + of.value()
                      + " >/dev/null; do sleep 1; done'",
                  of.origin());
              draft
                  .notes()
                  .lowered(
                      of.origin(),
                      "network container:" + of.value(),
                      "the unit asks once a second whether that one runs, and starts then");
            });
  }

  private List<Text> words(Units.Container container, String name, int instance, List<Text> first) {
    List<Text> secrets =
        container.environment().stream()
            .filter(e -> e.value().isSecret())
            .map(e -> Text.of(e.key() + "=", e.origin()).plus(e.value()))
            .toList();
    String file = secrets.isEmpty() ? "" : UnitLines.environmentFile(draft, name, secrets);
    return RunArguments.of(container, name, instance, first, file, false);
  }

  private static void exec(UnitText text, String key, String line, Origin origin) {
    text.add("Service", key, line, origin);
  }

  private void readiness(UnitText text, Units.Container container, String name) {
    if (container.readiness().value() == Units.Readiness.HEALTHY) {
      Origin origin = container.readiness().origin();
      text.add(
          "Service",
          "ExecStartPost",
          "/bin/sh -c 'until "
              + client
              + " inspect --format \"{{.State.Health.Status}}\" "
              + name
              + " | grep -qx healthy; do sleep 1; done'",
          origin);
      draft
          .notes()
          .lowered(
              origin,
              "notify healthy",
              "the unit asks the engine once a second, and is started when it says healthy");
    }
  }

  private void stop(UnitText text, Units.Container container, String name) {
    Origin origin =
        container.stopTimeoutSeconds().map(t -> t.origin()).orElse(container.unit().origin());
    long seconds = container.stopTimeoutSeconds().map(t -> t.value()).orElse(10L);
    exec(text, "ExecStop", client + " stop -t " + seconds + " " + name, origin);
    if (container.unit().directive("TimeoutStopSec").isEmpty()) {
      text.add(
          "Service",
          "TimeoutStopSec",
          "" + (seconds + GRACE),
          origin.because("systemd must wait longer than the engine"));
    }
    if (container.unit().directive("SuccessExitStatus").isEmpty()) {
      String signal = container.option("stop-signal").map(o -> o.value().plain()).orElse("");
      text.add(
          "Service",
          "SuccessExitStatus",
          signal.endsWith("INT") || signal.equals("2") ? "130" : "143",
          origin.because("a program that ends at the stop signal has not failed"));
    }
  }

  private static void startTimeout(UnitText text, Units.Container container) {
    if (container.unit().directive("TimeoutStartSec").isEmpty()) {
      text.add(
          "Service",
          "TimeoutStartSec",
          "15min",
          container.image().origin().because("the first start pulls the image"));
    }
  }

  private static void restart(UnitText text, Units.Container container) {
    if (container.restart().isEmpty()) {
      return;
    }
    Text policy = container.restart().get();
    String systemd =
        switch (policy.plain().replaceFirst(":.*", "")) {
          case "unless-stopped" -> "always";
          case String other -> other;
        };
    text.add("Service", "Restart", systemd, policy.origin());
    if (!systemd.equals("no") && container.unit().directive("RestartSec").isEmpty()) {
      text.add(
          "Service",
          "RestartSec",
          "5s",
          policy.origin().because("so that a few quick failures do not meet the start limit"));
    }
  }

  private void byEngine(UnitText text, Units.Container container, String name, int instance) {
    Origin origin = container.supervisor().map(s -> s.origin()).orElse(container.unit().origin());
    text.add("Service", "Type", "oneshot", origin);
    text.add("Service", "RemainAfterExit", "yes", origin);
    List<Text> first = new ArrayList<>();
    first.add(Text.of("-" + client + " create", origin));
    container
        .restart()
        .ifPresent(
            r -> {
              first.add(Text.of("--restart", r.origin()));
              first.add(r);
            });
    text.add(
        "Service",
        "ExecStartPre",
        lines.withFacts(text, Quoting.line(words(container, name, instance, first))),
        container.image().origin());
    container.networks().stream()
        .skip(1)
        .forEach(
            n ->
                exec(
                    text,
                    "ExecStartPre",
                    "-" + client + " network connect " + n.plain() + " " + name,
                    n.origin()));
    exec(text, "ExecStart", client + " start " + name, origin);
    readiness(text, container, name);
    long seconds = container.stopTimeoutSeconds().map(t -> t.value()).orElse(10L);
    exec(text, "ExecStop", client + " stop -t " + seconds + " " + name, origin);
    if (container.unit().directive("TimeoutStopSec").isEmpty()) {
      text.add("Service", "TimeoutStopSec", "" + (seconds + GRACE), origin);
    }
    startTimeout(text, container);
    draft
        .notes()
        .lowered(
            origin,
            "supervisor engine",
            "a unit creates the container once and starts it; " + engine + " restarts it");
    if (engine.equals("docker") && !daemonStartsAtBoot) {
      draft.enable(
          "docker.service",
          origin.because("its socket alone would not bring containers back after a boot"));
    }
  }
}
