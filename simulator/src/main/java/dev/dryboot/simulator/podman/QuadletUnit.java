package dev.dryboot.simulator.podman;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.source.Span;
import java.util.List;

/** The text of the service that a quadlet becomes. */
final class QuadletUnit {
  private final Quadlet quadlet;
  private final Span head;

  QuadletUnit(Quadlet quadlet) {
    this.quadlet = quadlet;
    this.head = quadlet.head();
  }

  /**
   * Its lines.
   *
   * @param command what it executes
   * @param needed the services of other quadlets that it needs
   */
  QuadletText text(List<String> command, List<String> needed) {
    var text = new QuadletText();
    text.section("Unit", head);
    text.setting("Wants", "network-online.target", head);
    text.setting("After", "network-online.target", head);
    for (String unit : needed) {
      text.setting("Requires", unit, head);
      text.setting("After", unit, head);
    }
    text.setting("RequiresMountsFor", "%t/containers", head);
    copy(text, "Unit");
    text.section("Service", head);
    if (quadlet.stays()) {
      lifecycle(text);
    } else if (quadlet.service("Type").isEmpty()) {
      text.setting("Type", "oneshot", head);
      text.setting("RemainAfterExit", "yes", head);
    }
    text.setting("SyslogIdentifier", "%N", head);
    copy(text, "Service");
    text.setting("ExecStart", String.join(" ", command), quadlet.commandSpan());
    if (!quadlet.text().directives("Install").isEmpty()) {
      text.section("Install", head);
      copy(text, "Install");
    }
    return text;
  }

  private void lifecycle(QuadletText text) {
    text.setting("Environment", "PODMAN_SYSTEMD_UNIT=%n", head);
    if (quadlet.service("KillMode").isEmpty()) {
      text.setting("KillMode", "mixed", head);
    }
    if (quadlet.group().equals("Kube")) {
      text.setting("Type", "notify", head);
      text.setting("NotifyAccess", "all", head);
      text.setting(
          "ExecStopPost", "/usr/bin/podman kube down " + quadlet.one("Yaml").orElse(""), head);
      return;
    }
    if (!quadlet.service("Type").equals("oneshot")) {
      text.setting("Type", "notify", head);
      text.setting("NotifyAccess", "all", head);
    }
    text.setting("ExecStop", "/usr/bin/podman rm -v -f -i " + quadlet.containerName(), head);
    text.setting("ExecStopPost", "-/usr/bin/podman rm -v -f -i " + quadlet.containerName(), head);
    text.setting("Delegate", "yes", head);
  }

  private void copy(QuadletText text, String section) {
    for (Directive directive : quadlet.text().directives(section)) {
      text.setting(directive.name(), directive.value().replace("\n", " "), directive.whole());
    }
  }
}
