package dev.dryboot.cli;

import dev.dryboot.targets.os.Target;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** {@code dryboot targets}: lists the operating systems that hosts can be compiled for. */
final class TargetsCommand implements Runnable {
  private final DrybootCommand dryboot;
  private final Form form =
      Form.of("targets", this, "List the operating systems that hosts can be compiled for.");

  TargetsCommand(DrybootCommand dryboot) {
    this.dryboot = dryboot;
  }

  CommandSpec spec() {
    return form.spec();
  }

  @Override
  public void run() {
    Output output = dryboot.output();
    for (Target target : Wiring.TARGETS.all()) {
      String status = target.status().name().toLowerCase(Locale.ROOT);
      String versions =
          target.versions().isEmpty() ? "" : "  " + String.join(", ", target.versions());
      output
          .out()
          .println(
              output.paint().bold(target.id())
                  + "  "
                  + target.name()
                  + versions
                  + "  ("
                  + status
                  + ")");
      target.artifacts().forEach(artifact -> output.out().println("    " + artifact));
    }
  }
}
