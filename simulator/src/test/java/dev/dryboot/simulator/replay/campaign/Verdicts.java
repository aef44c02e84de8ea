package dev.dryboot.simulator.replay.campaign;

import dev.dryboot.simulator.replay.Recording;
import dev.dryboot.simulator.replay.Replay;
import dev.dryboot.simulator.replay.ReplayedCase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Says which cases the simulation and the real program disagree about. */
final class Verdicts {
  private final Harness harness;
  private final int version;

  Verdicts(Harness harness, int version) {
    this.harness = harness;
    this.version = version;
  }

  /** A case on which they disagree: as it was recorded, and the first difference. */
  record Disagreement(Recording recording, String difference) {}

  /** The disagreements among {@code cases}, each looked at once. */
  List<Disagreement> among(List<Recording> cases, int repeat)
      throws IOException, InterruptedException {
    return cases.isEmpty() ? List.of() : differing(harness.run(cases, List.of(version), repeat));
  }

  List<Disagreement> differing(List<Recording> recorded) {
    List<Disagreement> found = new ArrayList<>();
    for (Recording recording : recorded) {
      for (ReplayedCase one : Replay.run(List.of(recording), version).cases()) {
        if (!one.agrees() || !one.wholly()) {
          found.add(new Disagreement(recording, one.difference()));
        }
      }
    }
    return found;
  }
}
