package dev.dryboot.simulator.replay.campaign;

import java.util.List;

/** Cases about units that start others. */
final class Triggers {
  private static final String CONNECT = "import socket;s=socket.socket(1);s.connect('/run/a.sock')";
  private static final String WRITE = "mkdir -p /run/dir; echo x > /run/dir/f; echo x > /run/flag";

  private Triggers() {}

  static void trigger(Draft draft) {
    Behaviour.give(draft, "a.service", 0.25);
    if (draft.maybe(0.5)) {
      Behaviour.give(draft, "b.service", 0.1);
      draft.unit("a.service").unit(draft.oneOf("Requires", "Wants", "BindsTo"), "b.service");
      if (draft.maybe(0.6)) {
        draft.unit("a.service").unit("After", "b.service");
      }
    }
    if (draft.maybe(0.2)) {
      draft.unit("a.service").unit("StartLimitIntervalSec", "100s").unit("StartLimitBurst", "2");
    }
    switch (draft.between(0, 3)) {
      case 0 -> socket(draft);
      case 1 -> acceptingSocket(draft);
      case 2 -> path(draft);
      default -> timer(draft);
    }
  }

  private static void socket(Draft draft) {
    UnitText socket = draft.unit("a.socket").set("ListenStream", "/run/a.sock");
    if (draft.maybe(0.2)) {
      socket.set("FlushPending", "yes");
    }
    if (draft.maybe(0.2)) {
      socket.set("RemoveOnStop", "yes");
    }
    if (draft.maybe(0.3)) {
      draft.unit("a.service").unit(draft.oneOf("Requires", "BindsTo", "PartOf"), "a.socket");
    }
    draft.bootsInto(List.of("a.socket"), 1);
    actions(draft, "a.socket", "a.service", "python3", "-c", CONNECT);
  }

  private static void acceptingSocket(Draft draft) {
    draft.unit("a.socket").set("ListenStream", "/run/a.sock").set("Accept", "yes");
    draft
        .unit("a@.service")
        .set("ExecStart", Behaviour.run(draft.oneOf("run=inf", "run=" + draft.time(2, 4))));
    draft.bootsInto(List.of("a.socket", "a.service"), 1);
    actions(draft, "a.socket", "a.service", "python3", "-c", CONNECT);
  }

  private static void path(Draft draft) {
    String kind =
        draft.oneOf(
            "PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty");
    String path =
        switch (kind) {
          case "PathExistsGlob" -> "/run/fl*";
          case "DirectoryNotEmpty" -> "/run/dir";
          default -> "/run/flag";
        };
    draft.unit("a.path").set(kind, path);
    if (draft.maybe(0.3)) {
      draft.unit("a.path").set("TriggerLimitIntervalSec", "2s").set("TriggerLimitBurst", "3");
    }
    draft.bootsInto(List.of("a.path"), 1);
    actions(draft, "a.path", "a.service", "sh", "-c", WRITE);
  }

  private static void timer(Draft draft) {
    UnitText timer = draft.unit("a.timer").set("AccuracySec", "1ms");
    timer.set(
        draft.oneOf("OnActiveSec", "OnStartupSec", "OnActiveSec"),
        draft.span(draft.between(3, 6) * 100) + "ms");
    if (draft.maybe(0.25)) {
      timer.set(draft.oneOf("OnUnitActiveSec", "OnUnitInactiveSec"), "1h");
    }
    if (draft.maybe(0.25)) {
      timer.set("RemainAfterElapse", draft.oneOf("no", "yes"));
    }
    draft.bootsInto(List.of("a.timer"), 1);
    actions(draft, "a.timer", "a.service", "true");
  }

  private static void actions(Draft draft, String trigger, String service, String... fire) {
    draft.act(fire);
    int more = draft.between(1, 3);
    for (int i = 0; i < more; i++) {
      switch (draft.between(0, 7)) {
        case 0 -> draft.systemctl("stop", service);
        case 1 -> draft.systemctl("stop", trigger);
        case 2 -> draft.systemctl("restart", trigger);
        case 3 -> draft.systemctl("start", service);
        case 4 -> draft.systemctl("--job-mode=triggering", "stop", service);
        case 5 -> draft.systemctl("reset-failed");
        default -> draft.act(fire);
      }
    }
  }
}
