package dev.dryboot.simulator.systemd.service;

/** How a service fared: systemd's Result property. */
enum ServiceResult {
  SUCCESS("success"),
  RESOURCES("resources"),
  PROTOCOL("protocol"),
  TIMEOUT("timeout"),
  EXIT_CODE("exit-code"),
  SIGNAL("signal"),
  CORE_DUMP("core-dump"),
  WATCHDOG("watchdog"),
  START_LIMIT_HIT("start-limit-hit"),
  OOM_KILL("oom-kill"),
  SKIP_CONDITION("exec-condition");

  private final String word;

  ServiceResult(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
