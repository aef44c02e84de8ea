package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.value.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What section [Service] says that makes dependencies.
 *
 * @param sockets what Sockets= names
 * @param bus whether the service is ready when it has its name on the bus
 * @param journal whether its output goes to the journal
 */
record ServiceNeeds(List<Socket> sockets, boolean bus, boolean journal, boolean privateTmp) {
  private static final String SERVICE = "Service";

  ServiceNeeds {
    sockets = List.copyOf(sockets);
  }

  /** A socket that is named. */
  record Socket(String name, DependencyOrigin origin) {}

  static ServiceNeeds read(Settings settings) {
    boolean onBus = !settings.text(SERVICE, "BusName", "").isEmpty();
    String type = settings.text(SERVICE, "Type", onBus ? "dbus" : "simple");
    return new ServiceNeeds(
        sockets(settings),
        type.equals("dbus") && onBus,
        logsToJournal(settings),
        settings.isTrue(SERVICE, "PrivateTmp", false));
  }

  private static List<Socket> sockets(Settings settings) {
    List<Socket> sockets = new ArrayList<>(0);
    for (Directive directive : settings.all(SERVICE, "Sockets")) {
      for (Words.Word word : Words.split(directive.value(), Words.Style.QUOTED_RETAIN).words()) {
        sockets.add(
            new Socket(word.text(), DependencyOrigin.file(directive.span(word.from(), word.to()))));
      }
    }
    return sockets;
  }

  /** execute.c: exec_context_may_touch_console and the journal's socket. */
  private static boolean logsToJournal(Settings settings) {
    String out = settings.text(SERVICE, "StandardOutput", "journal");
    String error = settings.text(SERVICE, "StandardError", "inherit");
    return out.startsWith("journal")
        || out.startsWith("kmsg")
        || error.startsWith("journal")
        || error.startsWith("kmsg")
        || out.equals("inherit");
  }
}
