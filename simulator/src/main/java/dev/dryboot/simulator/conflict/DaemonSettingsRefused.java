package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.source.Diagnostic;
import java.util.List;

/** A daemon that does not start because of its own file of settings. */
final class DaemonSettingsRefused implements ConflictRule {
  @Override
  public List<Diagnostic> findings(Sight sight) {
    return sight
        .boot()
        .facts(Fact.SettingsRefused.class)
        .distinct()
        .map(
            f ->
                Diagnostic.error(
                        ConflictRules.DAEMON_SETTINGS,
                        f.place(),
                        "%s does not start: %s".formatted(f.owner(), f.problem()))
                    .why(
                        "The daemon ends at once, its start limit is soon hit, and no container"
                            + " runs.")
                    .help(f.help()))
        .toList();
  }

  /** The units of whose failing this rule tells why. */
  static List<String> told(Sight sight) {
    return sight
        .boot()
        .facts(Fact.SettingsRefused.class)
        .filter(f -> sight.isUsers(f.place()))
        .map(Fact.SettingsRefused::owner)
        .toList();
  }
}
