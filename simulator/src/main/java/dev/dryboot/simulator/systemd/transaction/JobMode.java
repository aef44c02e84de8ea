package dev.dryboot.simulator.systemd.transaction;

import dev.dryboot.simulator.systemd.SystemdVersion;
import java.util.Optional;

/** How a request deals with other jobs ({@code --job-mode=}). */
public enum JobMode {
  FAIL("fail"),
  REPLACE("replace"),
  REPLACE_IRREVERSIBLY("replace-irreversibly"),
  ISOLATE("isolate"),
  FLUSH("flush"),
  IGNORE_DEPENDENCIES("ignore-dependencies"),
  IGNORE_REQUIREMENTS("ignore-requirements"),
  TRIGGERING("triggering"),
  RESTART_DEPENDENCIES("restart-dependencies");

  private final String word;

  JobMode(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** The mode that a release knows by that word. */
  public static Optional<JobMode> of(String word, SystemdVersion version) {
    for (JobMode mode : values()) {
      if (mode.word.equals(word)) {
        return Optional.of(mode)
            .filter(m -> m != RESTART_DEPENDENCIES || version.knowsRestartingDependencies());
      }
    }
    return Optional.empty();
  }
}
