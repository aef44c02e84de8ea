package dev.dryboot.compiler;

import dev.dryboot.compiler.document.Document;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.plan.Plan;
import dev.dryboot.source.Outcome;
import java.util.List;
import java.util.Optional;

/** What a target brings to a compilation. */
public interface Backend {

  /** What hosts call it: {@code fedora-coreos}. */
  String id();

  /** Says what the target cannot express, where it was asked for. */
  Outcome<HostModel> check(HostModel host, Optional<String> format);

  /** Turns the host into files, units and whatever else the target has. */
  Outcome<Plan> plan(HostModel host, Optional<String> format);

  /** Writes the plan in the target's formats. */
  Outcome<List<Document>> encode(Plan plan, Optional<String> format);
}
