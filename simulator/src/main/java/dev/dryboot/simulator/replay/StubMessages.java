package dev.dryboot.simulator.replay;

import dev.dryboot.simulator.machine.BusNames;
import dev.dryboot.simulator.machine.RunningProcess;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the program of recordings tells its manager, and the names that it takes on the bus. */
final class StubMessages {
  private StubMessages() {}

  /** {@code KEY:VALUE,KEY:VALUE}. */
  static Map<String, String> read(String text) {
    Map<String, String> message = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      int colon = part.indexOf(':');
      message.put(
          colon < 0 ? part : part.substring(0, colon), colon < 0 ? "" : part.substring(colon + 1));
    }
    return message;
  }

  static void busName(RunningProcess self, String name, boolean taken) {
    self.machine()
        .port(BusNames.class)
        .ifPresent(
            names -> {
              if (taken) {
                names.take(name, self);
              } else {
                names.release(name, self);
              }
            });
  }

  /**
   * Answers to SIGHUP as {@code HOW:MS} says: {@code good} tells when it begins and when it is
   * done, {@code nomono} leaves the time out, {@code plain} tells only that it is done, {@code
   * none} nothing, {@code exit} ends.
   */
  static void reload(RunningProcess self, String how) {
    int colon = how.indexOf(':');
    long delay = Long.parseLong(how.substring(colon + 1)) * 1000;
    String now = String.valueOf(self.machine().kernel().now());
    switch (how.substring(0, colon)) {
      case "good" -> self.notify(Map.of("RELOADING", "1", "MONOTONIC_USEC", now));
      case "nomono" -> self.notify(Map.of("RELOADING", "1"));
      case "plain" -> {}
      case "exit" -> {
        self.exit(0);
        return;
      }
      default -> {
        return;
      }
    }
    self.after(delay, () -> self.notify(Map.of("READY", "1")));
  }
}
