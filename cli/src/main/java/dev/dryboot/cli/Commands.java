package dev.dryboot.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, each with what it needs. */
final class Commands implements IFactory {
  private final Console console;

  Commands(Console console) {
    this.console = console;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Object command =
        switch (type.getSimpleName()) {
          case "Version" -> new Version();
          case "CheckCommand" -> new CheckCommand(console);
          case "CompileCommand" -> new CompileCommand(console);
          case "BootCommand" -> new BootCommand(console);
          case "BootOptions" -> new BootOptions();
          case "FmtCommand" -> new FmtCommand(console);
          case "ReplayCommand" -> new ReplayCommand(console);
          case "TargetsCommand" -> new TargetsCommand();
          case "HostOptions" -> new HostOptions();
          case "ExplainCommand" -> new ExplainCommand(console);
          case "TrainCommand" -> new TrainCommand();
          case "InitCommand" -> new InitCommand(console);
          case "CompletionCommand" -> new CompletionCommand(console);
          default -> CommandLine.defaultFactory().create(type);
        };
    return type.cast(command);
  }
}
