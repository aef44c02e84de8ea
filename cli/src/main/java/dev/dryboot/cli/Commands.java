package dev.dryboot.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Makes the commands, each with what it needs. */
final class Commands {
  /** What reads files of the language whatever its arguments. */
  private static final Set<String> READ_HOSTS = Set.of("check", "compile", "boot", "fmt");

  private final Language language = new Language();
  private final Map<String, Supplier<CommandSpec>> all = new LinkedHashMap<>();

  Commands(DrybootCommand dryboot) {
    all.put("check", () -> new CheckCommand(dryboot, language).spec());
    all.put("compile", () -> new CompileCommand(dryboot, language).spec());
    all.put("boot", () -> new BootCommand(dryboot, language).spec());
    all.put("replay", () -> new ReplayCommand(dryboot).spec());
    all.put("targets", () -> new TargetsCommand(dryboot).spec());
    all.put("explain", () -> new ExplainCommand(dryboot, language).spec());
    all.put("init", () -> new InitCommand(dryboot).spec());
    all.put("fmt", () -> new FmtCommand(dryboot, language).spec());
    all.put("completion", () -> new CompletionCommand(dryboot).spec());
    all.put("train", () -> new TrainCommand().spec());
  }

  /**
   * Adds to {@code line} the commands that {@code arguments} name; all of them where the first
   * argument is none, or where the command itself shows them all. What the others take is not made
   * for a run that does not need it.
   */
  void addTo(CommandLine line, List<String> arguments) {
    String first = arguments.isEmpty() ? "" : arguments.getFirst();
    boolean one = all.containsKey(first) && !first.equals("completion");
    if (READ_HOSTS.contains(first)) {
      language.load();
    }
    all.forEach(
        (name, command) -> {
          if (!one || arguments.contains(name)) {
            line.addSubcommand(name, command.get());
          }
        });
  }
}
