package dev.dryboot.simulator.ignition;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.RunningProcess;
import dev.dryboot.simulator.machine.Uplink;
import dev.dryboot.simulator.process.Typical;
import java.util.List;

/**
 * Fetches one resource after the other. Without a network it tries for ever, from 100 ms to 5 s
 * apart (ignition 2.26, resource/http.go).
 */
final class RemoteResources {
  private static final long FIRST_WAIT = 100_000;
  private static final long LONGEST_WAIT = 5_000_000;
  private static final long USUAL_BYTES = 64 << 10;

  private final RunningProcess self;
  private final boolean told;

  /**
   * Fetches for a stage.
   *
   * @param told whether the reader of the config has said that the contents are not known
   */
  RemoteResources(RunningProcess self, boolean told) {
    this.self = self;
    this.told = told;
  }

  void fetch(List<Resource> resources, Runnable then) {
    next(resources, 0, FIRST_WAIT, then);
  }

  private void next(List<Resource> resources, int from, long wait, Runnable then) {
    if (from == resources.size()) {
      then.run();
      return;
    }
    String url = resources.get(from).source().map(Located::value).orElse("");
    Uplink line = self.machine().port(Uplink.class).orElse(null);
    if (line == null || !line.up()) {
      if (wait == FIRST_WAIT) {
        self.machine().publish(new Fact.Waiting(self.spec().owner(), "fetching " + url, "uplink"));
      }
      self.after(wait, () -> next(resources, from, Math.min(2 * wait, LONGEST_WAIT), then));
      return;
    }
    self.after(
        Typical.HTTP_REQUEST.amount(),
        () ->
            line.fetch(
                USUAL_BYTES,
                complete -> {
                  if (!self.alive()) {
                    return;
                  }
                  if (complete) {
                    if (!told) {
                      self.machine().publish(new Fact.NotModelled("ignition", "what is in " + url));
                    }
                    next(resources, from + 1, FIRST_WAIT, then);
                  } else {
                    next(resources, from, wait, then);
                  }
                }));
  }
}
