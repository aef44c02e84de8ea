package dev.dryboot.simulator.systemd.service;

import dev.dryboot.foreign.exec.ExecCommand.Prefix;
import dev.dryboot.foreign.exec.ExecLine;
import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.simulator.systemd.unit.Specifiers;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One command of a service or a socket. */
public final class ExecCommand {
  private final dev.dryboot.foreign.exec.ExecCommand line;
  private final Span written;
  private final boolean ignoresFailure;
  private final boolean privileged;

  /** Program and arguments, where no variables stand in them; else nothing. */
  private final List<String> constant;

  /**
   * @param line the command as it is written, specifiers expanded
   * @param written where it is written
   */
  ExecCommand(dev.dryboot.foreign.exec.ExecCommand line, Span written) {
    this.line = line;
    this.written = written;
    this.ignoresFailure = line.ignoresFailure();
    this.privileged =
        line.has(Prefix.FULL_PRIVILEGES)
            || line.has(Prefix.NO_USER_CHANGE)
            || line.has(Prefix.AMBIENT);
    boolean varies = line.argv().stream().anyMatch(word -> word.indexOf('$') >= 0);
    this.constant = varies ? List.of() : expanded(Map.of());
  }

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

  /** Where it is written. */
  public Span written() {
    return written;
  }

  /** Prefix {@code -}. */
  public boolean ignoresFailure() {
    return ignoresFailure;
  }

  /** Prefix {@code +}, {@code !} or {@code !!}. */
  public boolean privileged() {
    return privileged;
  }

  /** The program, and behind it the arguments with variables expanded (replace_env_argv). */
  public List<String> argv(Map<String, String> environment) {
    return constant.isEmpty() ? expanded(environment) : constant;
  }

  private List<String> expanded(Map<String, String> environment) {
    List<String> argv = new ArrayList<>();
    argv.add(line.path());
    argv.addAll(line.expandedArguments(environment));
    return List.copyOf(argv);
  }
}
