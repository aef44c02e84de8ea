package dev.dryboot.simulator.systemd.unit;

/** How loading a unit went. */
public enum LoadState {
  STUB("stub"),
  LOADED("loaded"),
  NOT_FOUND("not-found"),
  BAD_SETTING("bad-setting"),
  ERROR("error"),
  MASKED("masked"),
  MERGED("merged");

  private final String word;

  LoadState(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
