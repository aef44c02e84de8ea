package dev.dryboot.simulator.systemd.transaction;

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

  public static Optional<JobMode> of(String word) {
    for (JobMode mode : values()) {
      if (mode.word.equals(word)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }
}
