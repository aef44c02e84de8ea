package dev.dryboot.targets.format.ignition;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.source.Diagnostic;
import java.util.Optional;

/** Checks paths and modes. */
final class PathChecks {
  private PathChecks() {}

  static void absolute(Located<String> path, Findings findings) {
    String written = path.value();
    if (written.isEmpty()) {
      findings.error(
          IgnitionRules.PATH, path.at(), "the path is empty", "write it from the root: /…");
    } else if (!written.startsWith("/")) {
      findings.error(
          IgnitionRules.PATH,
          path.at(),
          "%s is not an absolute path".formatted(written),
          "write it from the root: /" + written);
    } else if (written.indexOf('\0') >= 0) {
      findings.error(
          IgnitionRules.PATH,
          path.at(),
          "no file's path has a NUL in it",
          "take the NUL character out of the path");
    } else if (!NodeChecks.clean(written).equals(written)) {
      findings.error(
          IgnitionRules.PATH,
          path.at(),
          "%s can be written more simply".formatted(written),
          "write it as %s, which is what it means".formatted(NodeChecks.clean(written)));
    }
  }

  /** A mode in JSON's decimal digits. */
  static void mode(Optional<Located<Long>> mode, Findings findings) {
    if (mode.isEmpty()) {
      return;
    }
    long value = mode.get().value();
    if (value < 0 || value > 07777) {
      findings.error(
          IgnitionRules.MODE,
          mode.get().at(),
          "a mode is between 0 and 4095 (octal 7777)",
          "JSON has no octal numbers: 0644 is 420");
      return;
    }
    String digits = Long.toString(value);
    if (digits.matches("[0-7]{3,4}") && !sensible(value) && sensible(Long.parseLong(digits, 8))) {
      findings.add(
          Diagnostic.warning(
                  IgnitionRules.DECIMAL_MODE,
                  mode.get().at(),
                  "%s is decimal here: it means %04o".formatted(digits, value))
              .why("the file gets other permissions than its digits suggest")
              .help("0%s is %d in decimal".formatted(digits, Long.parseLong(digits, 8))));
    } else if (value > 0777 && findings.minor() < 6) {
      findings.add(
          Diagnostic.warning(
                  IgnitionRules.MODE,
                  mode.get().at(),
                  "setuid, setgid and sticky bits are dropped before 3.6.0")
              .why("the file gets mode %04o".formatted(value & 0777))
              .help("raise ignition.version to 3.6.0"));
    }
  }

  /** Whether nobody may do what the group may not, nor the group what the owner may not. */
  private static boolean sensible(long mode) {
    long owner = mode >> 6 & 07;
    long group = mode >> 3 & 07;
    long others = mode & 07;
    return (owner & 04) != 0 && (group & ~owner) == 0 && (others & ~group) == 0;
  }
}
