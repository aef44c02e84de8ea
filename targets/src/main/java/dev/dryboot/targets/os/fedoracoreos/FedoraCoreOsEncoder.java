package dev.dryboot.targets.os.fedoracoreos;

import dev.dryboot.compiler.document.Document;
import dev.dryboot.compiler.plan.Plan;
import dev.dryboot.source.Outcome;
import dev.dryboot.targets.encode.IgnitionEncoder;
import java.util.List;
import java.util.Optional;

/** A plan for Fedora CoreOS as its one artifact. */
final class FedoraCoreOsEncoder {
  private FedoraCoreOsEncoder() {}

  static Outcome<List<Document>> encode(Plan plan, Optional<String> format) {
    String path = plan.host().name().value() + "/fedora-coreos/config.ign";
    return IgnitionEncoder.encode(plan, path, format).then(d -> Outcome.of(List.of(d)));
  }
}
