package dev.dryboot.simulator.replay.campaign;

import java.util.Map;
import java.util.TreeMap;

/** The targets that every case has. */
final class BaseUnits {
  static final Map<String, String> TEXTS = texts();

  private BaseUnits() {}

  private static Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    texts.put("sysinit.target", "[Unit]\n");
    texts.put(
        "basic.target",
        "[Unit]\nRequires=sysinit.target\nWants=sockets.target timers.target paths.target\n"
            + "After=sysinit.target sockets.target paths.target\n");
    texts.put("sockets.target", "[Unit]\n");
    texts.put("paths.target", "[Unit]\n");
    texts.put("timers.target", "[Unit]\nDefaultDependencies=no\nConflicts=shutdown.target\n");
    texts.put("time-sync.target", "[Unit]\n");
    texts.put("time-set.target", "[Unit]\n");
    texts.put("shutdown.target", "[Unit]\nDefaultDependencies=no\nRefuseManualStart=yes\n");
    texts.put(
        "rescue.target",
        "[Unit]\nRequires=sysinit.target\nAfter=sysinit.target\nAllowIsolate=yes\n");
    texts.put(
        "multi-user.target",
        "[Unit]\nRequires=basic.target\nConflicts=rescue.target\n"
            + "After=basic.target rescue.target\nAllowIsolate=yes\n");
    return texts;
  }
}
