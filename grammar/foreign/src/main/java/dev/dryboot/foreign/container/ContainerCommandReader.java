package dev.dryboot.foreign.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes the words of a container command apart. */
final class ContainerCommandReader {
  private static final Set<String> GROUPS =
      Set.of(
          "container",
          "image",
          "volume",
          "network",
          "pod",
          "system",
          "secret",
          "kube",
          "play",
          "generate",
          "machine",
          "swarm",
          "service",
          "stack",
          "node",
          "plugin",
          "config",
          "context",
          "manifest",
          "trust",
          "builder",
          "buildx",
          "healthcheck");

  private final List<String> argv;
  private final List<ContainerOption> options = new ArrayList<>();
  private final List<ContainerOption> globals = new ArrayList<>();
  private final List<Integer> operands = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private int at = 1;

  ContainerCommandReader(List<String> argv) {
    this.argv = argv;
  }

  Optional<ContainerCommand> read() {
    Optional<Engine> engine = argv.isEmpty() ? Optional.empty() : Engine.of(argv.getFirst());
    if (engine.isEmpty()) {
      return Optional.empty();
    }
    String verb = verb();
    options(tableOf(verb), options);
    return Optional.of(
        new ContainerCommand(engine.get(), verb, globals, options, operands, argv, unknown));
  }

  private static OptionTable tableOf(String verb) {
    return verb.startsWith("compose") ? OptionTables.COMPOSE_VERB : OptionTables.of(verb);
  }

  private String verb() {
    if (argv.getFirst().endsWith("-compose")) {
      options(OptionTables.COMPOSE, globals);
      return "compose" + wordAfter();
    }
    options(OptionTables.GLOBAL, globals);
    String first = operand();
    if (first.equals("compose")) {
      options(OptionTables.COMPOSE, globals);
      return "compose" + wordAfter();
    }
    if (!GROUPS.contains(first)) {
      return first;
    }
    String second = operand();
    return canonical(first, second);
  }

  private String wordAfter() {
    String word = operand();
    return word.isEmpty() ? "" : " " + word;
  }

  /** {@code container run} is {@code run}; a group of its own keeps its name. */
  private static String canonical(String group, String verb) {
    return switch (group) {
      case "container" -> verb.equals("ls") || verb.equals("list") ? "ps" : verb;
      case "image" ->
          switch (verb) {
            case "pull", "push", "build", "tag", "save", "load", "import", "history" -> verb;
            case "rm", "remove" -> "rmi";
            default -> "image " + verb;
          };
      case "play" -> "kube play";
      default -> verb.equals("remove") ? group + " rm" : (group + " " + verb).stripTrailing();
    };
  }

  /** The next word, if it is no option. */
  private String operand() {
    return at < argv.size() && !argv.get(at).startsWith("-") ? argv.get(at++) : "";
  }

  private void options(OptionTable table, List<ContainerOption> into) {
    boolean more = true;
    while (more && at < argv.size()) {
      String word = argv.get(at);
      if (word.equals("--")) {
        at++;
        more = false;
      } else if (word.startsWith("--")) {
        longOption(table, into);
      } else if (word.startsWith("-") && word.length() > 1) {
        shortOptions(table, into);
      } else if (table.interspersed()) {
        operands.add(at++);
      } else {
        more = false;
      }
    }
    if (into == options) {
      while (at < argv.size()) {
        operands.add(at++);
      }
    }
  }

  private void longOption(OptionTable table, List<ContainerOption> into) {
    String word = argv.get(at).substring(2);
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    if (!table.knows(name)) {
      unknown.add("--" + name);
    }
    if (equals < 0 && table.valued().contains(name) && at + 1 < argv.size()) {
      into.add(new ContainerOption(name, argv.get(at + 1), at, at + 1));
      at += 2;
    } else {
      into.add(new ContainerOption(name, equals < 0 ? "" : word.substring(equals + 1), at, at));
      at++;
    }
  }

  /** A bundle such as {@code -dit} or {@code -p80:80}. */
  private void shortOptions(OptionTable table, List<ContainerOption> into) {
    int word = at++;
    String bundle = argv.get(word);
    for (int i = 1; i < bundle.length(); i++) {
      String name = table.names().get(bundle.charAt(i));
      if (name == null) {
        unknown.add("-" + bundle.charAt(i));
      } else if (table.valued().contains(name)) {
        boolean glued = i + 1 < bundle.length();
        int skip = glued && bundle.charAt(i + 1) == '=' ? 2 : 1;
        String value = glued ? bundle.substring(i + skip) : at < argv.size() ? argv.get(at) : "";
        into.add(new ContainerOption(name, value, word, glued ? word : Math.min(at, word + 1)));
        at += glued || at == argv.size() ? 0 : 1;
        return;
      } else if (i + 1 < bundle.length() && bundle.charAt(i + 1) == '=') {
        into.add(new ContainerOption(name, bundle.substring(i + 2), word, word));
        return;
      } else {
        into.add(new ContainerOption(name, "", word, word));
      }
    }
  }
}
