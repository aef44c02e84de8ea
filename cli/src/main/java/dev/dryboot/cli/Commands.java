package dev.dryboot.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, each with what it needs. */
final class Commands implements IFactory {
  /** What reads files of the language whatever its arguments. */
  private static final Set<String> READ_HOSTS = Set.of("check", "compile", "boot", "fmt");

  private final Language language = new Language();
  private final Map<String, Supplier<Object>> all = new LinkedHashMap<>();

  Commands(Console console) {
    all.put("check", () -> new CheckCommand(console, language));
    all.put("compile", () -> new CompileCommand(console, language));
    all.put("boot", () -> new BootCommand(console, language));
    all.put("replay", () -> new ReplayCommand(console));
    all.put("targets", TargetsCommand::new);
    all.put("explain", () -> new ExplainCommand(console, language));
    all.put("init", () -> new InitCommand(console));
    all.put("fmt", () -> new FmtCommand(console, language));
    all.put("completion", () -> new CompletionCommand(console));
    all.put("train", TrainCommand::new);
  }

  /**
   * Adds to {@code line} the commands that {@code arguments} name; all of them where the first
   * argument is none, or where the command itself shows them all. Picocli looks at a command's
   * annotations as soon as it is added, and for all of them that takes longer than many a run.
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
            line.addSubcommand(command.get());
          }
        });
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Object made =
        switch (type.getSimpleName()) {
          case "Version" -> new Version();
          case "BootOptions" -> new BootOptions();
          case "HostOptions" -> new HostOptions();
          default -> CommandLine.defaultFactory().create(type);
        };
    return type.cast(made);
  }
}
