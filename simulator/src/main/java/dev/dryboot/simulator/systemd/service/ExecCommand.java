package dev.dryboot.simulator.systemd.service;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.simulator.systemd.unit.Specifiers;
import dev.dryboot.simulator.systemd.unit.Values;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One command of a service.
 *
 * @param program what is executed
 * @param arguments all arguments, the first being the program's own name
 * @param ignoresFailure prefix {@code -}
 * @param expandsVariables whether variables are expanded: not with prefix {@code :}
 * @param privileged prefix {@code +} or {@code !}
 * @param written where it is written
 */
record ExecCommand(
    String program,
    List<String> arguments,
    boolean ignoresFailure,
    boolean expandsVariables,
    boolean privileged,
    Span written) {
  ExecCommand {
    arguments = List.copyOf(arguments);
  }

  /** The commands of all {@code directives}, one after the other (config_parse_exec). */
  static List<ExecCommand> read(List<Directive> directives, Specifiers specifiers) {
    List<ExecCommand> commands = new ArrayList<>(directives.size());
    for (Directive directive : directives) {
      List<String> words = new ArrayList<>();
      for (Values.Word word : Values.words(directive.value())) {
        boolean separates = word.text().equals(";") && directive.value().charAt(word.from()) == ';';
        if (separates) {
          add(words, directive, specifiers, commands);
          words = new ArrayList<>();
        } else {
          words.add(word.text());
        }
      }
      add(words, directive, specifiers, commands);
    }
    return List.copyOf(commands);
  }

  private static void add(
      List<String> words, Directive directive, Specifiers specifiers, List<ExecCommand> commands) {
    if (words.isEmpty()) {
      return;
    }
    String first = words.getFirst();
    int prefix = 0;
    while (prefix < first.length() && "@-:+!|".indexOf(first.charAt(prefix)) >= 0) {
      prefix++;
    }
    String prefixes = first.substring(0, prefix);
    String program = specifiers.expand(first.substring(prefix));
    List<String> arguments = new ArrayList<>();
    if (!prefixes.contains("@")) {
      arguments.add(program);
    }
    words.subList(1, words.size()).forEach(w -> arguments.add(specifiers.expand(w)));
    if (program.isEmpty() || arguments.isEmpty()) {
      return;
    }
    commands.add(
        new ExecCommand(
            program,
            arguments,
            prefixes.contains("-"),
            !prefixes.contains(":"),
            prefixes.contains("+") || prefixes.contains("!"),
            directive.valueSpan()));
  }

  /** Program and arguments with variables expanded (replace_env_argv). */
  List<String> argv(Map<String, String> environment) {
    List<String> argv = new ArrayList<>(arguments.size());
    argv.add(program);
    for (String argument : arguments.subList(1, arguments.size())) {
      if (!expandsVariables || argument.indexOf('$') < 0) {
        argv.add(argument);
      } else if (argument.matches("\\$[A-Za-z_][A-Za-z0-9_]*")) {
        String value = environment.getOrDefault(argument.substring(1), "");
        Values.words(value).forEach(w -> argv.add(w.text()));
      } else {
        argv.add(expand(argument, environment));
      }
    }
    return argv;
  }

  /** Replaces {@code ${NAME}} inside a word, and {@code $$}. */
  private static String expand(String text, Map<String, String> environment) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int close = c == '$' && text.startsWith("${", i) ? text.indexOf('}', i) : -1;
      if (close > 0) {
        out.append(environment.getOrDefault(text.substring(i + 2, close), ""));
        i = close;
      } else {
        out.append(c);
        if (c == '$' && text.startsWith("$$", i)) {
          i++;
        }
      }
    }
    return out.toString();
  }
}
