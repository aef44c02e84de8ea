package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.source.Report;

/** The rules of the model. */
final class HostRules {
  private HostRules() {}

  static Report check(HostModel host) {
    return Report.EMPTY;
  }
}
