package dev.dryboot.cli;

import dev.dryboot.targets.os.Target;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code dryboot targets}: lists the operating systems that hosts can be compiled for. */
@Command(
    name = "targets",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "List the operating systems that hosts can be compiled for.")
final class TargetsCommand implements Runnable {
  @ParentCommand private @org.jspecify.annotations.Nullable DrybootCommand parent;

  @Override
  public void run() {
    Output output = Objects.requireNonNull(parent).output();
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
