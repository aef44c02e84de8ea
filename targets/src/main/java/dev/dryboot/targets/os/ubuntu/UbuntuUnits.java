package dev.dryboot.targets.os.ubuntu;

import dev.dryboot.compiler.document.Node;
import dev.dryboot.compiler.plan.Plan;
import dev.dryboot.source.Origin;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.function.Predicate;

/** Units as files, and the commands that make systemd see and start them. */
final class UbuntuUnits {
  private static final String FOLDER = "/etc/systemd/system/";
  private static final Origin BUILT = Origin.builtIn("units are written after systemd has started");

  private final Plan plan;

  UbuntuUnits(Plan plan) {
    this.plan = plan;
  }

  void files(Node.Items files) {
    for (Plan.PlannedUnit unit : plan.units()) {
      unit.contents().ifPresent(c -> files.add(file(FOLDER + unit.name(), c, unit.origin())));
      for (Plan.PlannedDropin dropin : unit.dropins()) {
        String path = FOLDER + unit.name() + ".d/" + dropin.name();
        files.add(file(path, dropin.contents(), dropin.origin()));
      }
    }
  }

  private static Node file(String path, SourceText contents, Origin origin) {
    return new Node.Fields(origin)
        .put("path", Node.of(path, origin))
        .put("permissions", Node.of("0644", origin))
        .put("content", Node.of(contents, origin));
  }

  /**
   * Reload, mask, disable, enable, restart, start. What has new drop-ins is restarted first: later
   * it would take down again what requires it and has just been started. Nothing waits for a start:
   * it could wait for cloud-init's own end, and both for ever.
   */
  void commands(Node.Items commands) {
    if (plan.units().isEmpty()) {
      return;
    }
    Node.Items reload = new Node.Items(BUILT);
    commands.add(reload.add(Node.of("systemctl", BUILT)).add(Node.of("daemon-reload", BUILT)));
    command(commands, List.of("systemctl", "mask", "--now"), UbuntuUnits::isMasked);
    command(
        commands,
        List.of("systemctl", "disable", "--now"),
        u -> says(u, false) && u.contents().isEmpty());
    command(commands, List.of("systemctl", "enable"), u -> says(u, true));
    command(
        commands,
        List.of("systemctl", "try-restart", "--no-block"),
        u -> u.contents().isEmpty() && !u.dropins().isEmpty() && u.enabled().isEmpty());
    command(
        commands,
        List.of("systemctl", "start", "--no-block"),
        u -> (says(u, true) && !u.name().contains("@.")) || u.generated());
  }

  private static boolean isMasked(Plan.PlannedUnit unit) {
    return unit.mask().map(m -> m.value()).orElse(false);
  }

  private static boolean says(Plan.PlannedUnit unit, boolean enabled) {
    return unit.enabled().map(e -> e.value() == enabled).orElse(false);
  }

  private void command(Node.Items commands, List<String> words, Predicate<Plan.PlannedUnit> which) {
    Node.Items command = new Node.Items(BUILT);
    words.forEach(w -> command.add(Node.of(w, BUILT)));
    plan.units().stream().filter(which).forEach(u -> command.add(Node.of(u.name(), u.origin())));
    if (command.items().size() > words.size()) {
      commands.add(command);
    }
  }
}
