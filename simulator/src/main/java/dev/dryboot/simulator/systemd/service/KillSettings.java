package dev.dryboot.simulator.systemd.service;

import dev.dryboot.simulator.systemd.unit.Settings;

/**
 * How a unit's processes are killed (systemd.kill).
 *
 * @param mode {@code control-group}, {@code mixed}, {@code process} or {@code none}
 */
public record KillSettings(
    String mode,
    int killSignal,
    int restartKillSignal,
    int finalKillSignal,
    int watchdogSignal,
    boolean sendSigkill,
    boolean sendSighup) {

  public static KillSettings read(Settings settings, String section) {
    int kill = signal(settings, section, "KillSignal", Signals.TERM);
    return new KillSettings(
        settings.text(section, "KillMode", "control-group"),
        kill,
        signal(settings, section, "RestartKillSignal", kill),
        signal(settings, section, "FinalKillSignal", Signals.KILL),
        signal(settings, section, "WatchdogSignal", Signals.ABRT),
        settings.isTrue(section, "SendSIGKILL", true),
        settings.isTrue(section, "SendSIGHUP", false));
  }

  private static int signal(Settings settings, String section, String name, int otherwise) {
    String written = settings.text(section, name, "");
    return written.isEmpty() ? otherwise : Signals.number(written).orElse(otherwise);
  }
}
