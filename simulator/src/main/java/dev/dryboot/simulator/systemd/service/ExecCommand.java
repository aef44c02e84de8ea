package dev.dryboot.simulator.systemd.service;

import dev.dryboot.foreign.exec.ExecCommand.Prefix;
import dev.dryboot.foreign.exec.ExecLine;
import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.simulator.systemd.unit.Specifiers;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One command of a service or a socket.
 *
 * @param line the command as it is written, specifiers expanded
 * @param written where it is written
 */
public record ExecCommand(dev.dryboot.foreign.exec.ExecCommand line, Span written) {

  /** The commands of all {@code directives}, one after the other (config_parse_exec). */
  public static List<ExecCommand> read(List<Directive> directives, Specifiers specifiers) {
    List<ExecCommand> commands = new ArrayList<>(directives.size());
    for (Directive directive : directives) {
      for (var line : ExecLine.read(directive.value(), specifiers::read).commands()) {
        commands.add(new ExecCommand(line, directive.valueSpan()));
      }
    }
    return List.copyOf(commands);
  }

  /** Prefix {@code -}. */
  public boolean ignoresFailure() {
    return line.ignoresFailure();
  }

  /** Prefix {@code +}, {@code !} or {@code !!}. */
  public boolean privileged() {
    return line.has(Prefix.FULL_PRIVILEGES)
        || line.has(Prefix.NO_USER_CHANGE)
        || line.has(Prefix.AMBIENT);
  }

  /** The program, and behind it the arguments with variables expanded (replace_env_argv). */
  public List<String> argv(Map<String, String> environment) {
    List<String> argv = new ArrayList<>();
    argv.add(line.path());
    argv.addAll(line.expandedArguments(environment));
    return argv;
  }
}
