package dev.dryboot.simulator.systemd.service;

/** The commands of a service by what they are for. */
enum ExecPhase {
  CONDITION("ExecCondition"),
  START_PRE("ExecStartPre"),
  START("ExecStart"),
  START_POST("ExecStartPost"),
  RELOAD("ExecReload"),
  STOP("ExecStop"),
  STOP_POST("ExecStopPost");

  private final String directive;

  ExecPhase(String directive) {
    this.directive = directive;
  }

  String directive() {
    return directive;
  }
}
