package dev.dryboot.targets.format.ignition;

import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Rule;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Collects what the checks of one config find. */
final class Findings {
  private static final String FATAL =
      "Ignition refuses the whole config, and the machine does not boot";

  private final List<Diagnostic> found = new ArrayList<>();
  private final int minor;

  Findings(int minor) {
    this.minor = minor;
  }

  /** The minor version of the specification that the config says it follows. */
  int minor() {
    return minor;
  }

  void error(Rule rule, Span at, String message, String help) {
    found.add(Diagnostic.error(rule, at, message).why(FATAL).help(help));
  }

  void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  List<Diagnostic> all() {
    return found;
  }
}
