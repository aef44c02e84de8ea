package dev.dryboot.walls;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/**
 * The simulator's packages that each simulate a real program. What they share is not among them:
 * the machine, its processes, containers, configuration.
 */
final class Programs implements SliceAssignment {
  private static final String SIMULATOR = "dev.dryboot.simulator.";
  private static final Set<String> SHARED =
      Set.of(
          "kernel",
          "machine",
          "process",
          "container",
          "config",
          "conflict",
          "scenario",
          "runner",
          "replay",
          "timeline");

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
    String in = javaClass.getPackageName();
    if (!in.startsWith(SIMULATOR)) {
      return SliceIdentifier.ignore();
    }
    String program = in.substring(SIMULATOR.length()).split("\\.")[0];
    return SHARED.contains(program) ? SliceIdentifier.ignore() : SliceIdentifier.of(program);
  }

  @Override
  public String getDescription() {
    return "simulated programs";
  }
}
