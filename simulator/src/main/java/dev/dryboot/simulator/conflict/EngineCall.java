package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.UnitRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A call of a container engine's client in a unit's command, such as {@code docker run --rm --name
 * web nginx}.
 *
 * @param engine {@code docker}, {@code podman} or {@code nerdctl}
 * @param verb {@code run}, {@code start}, {@code stop}, …
 * @param options name and value, in order; flags have the value {@code true}
 * @param arguments what follows the options: an image and its command, or names of containers
 */
record EngineCall(
    UnitRecord.Command command,
    String engine,
    String verb,
    List<Option> options,
    List<String> arguments) {
  private static final Set<String> ENGINES = new TreeSet<>(List.of("docker", "podman", "nerdctl"));

  /** Options of run and create that take no value. */
  private static final Set<String> FLAGS =
      new TreeSet<>(
          List.of(
              "--detach", "-d", "--init", "--interactive", "-i", "--no-healthcheck",
              "--oom-kill-disable", "--privileged", "--publish-all", "-P", "--quiet", "-q",
              "--read-only", "--replace", "--rm", "--sig-proxy", "--tty", "-t", "--tls-verify",
              "--attach", "-a", "--force", "-f", "--all", "--volumes", "-v", "--link", "-l",
              "--disable-content-trust", "--rmi", "--ignore", "--cidfile-ignore", "--latest"));

  private static final Set<String> FLAGS_OF_RUN = new TreeSet<>(FLAGS);

  static {
    FLAGS_OF_RUN.removeAll(List.of("--attach", "-a", "-v", "--volumes", "--link", "-l", "-f"));
  }

  /** An option with its value. */
  record Option(String name, String value) {}

  EngineCall {
    options = List.copyOf(options);
    arguments = List.copyOf(arguments);
  }

  /** The call that {@code command} makes, if it is one, also through {@code sh -c} or the like. */
  static Optional<EngineCall> of(UnitRecord.Command command) {
    List<String> argv = unwrapped(command.argv());
    if (argv.size() < 2 || !ENGINES.contains(programName(argv.getFirst()))) {
      return Optional.empty();
    }
    int at = 1;
    while (at < argv.size() && argv.get(at).startsWith("-")) {
      boolean joined = argv.get(at).contains("=") || globalFlag(argv.get(at));
      at += joined ? 1 : 2;
    }
    if (at < argv.size() && argv.get(at).equals("container") && at + 1 < argv.size()) {
      at++;
    }
    if (at >= argv.size()) {
      return Optional.empty();
    }
    return Optional.of(
        parsed(command, programName(argv.getFirst()), argv.get(at), argv.subList(at + 1, argv.size())));
  }

  /** All calls in the commands of {@code unit}. */
  static List<EngineCall> all(UnitRecord unit) {
    return unit.commands().stream().map(EngineCall::of).flatMap(Optional::stream).toList();
  }

  boolean isRun() {
    return verb.equals("run");
  }

  boolean makesContainer() {
    return verb.equals("run") || verb.equals("create");
  }

  /** The value of an option by any of its names; the last one counts. */
  Optional<String> option(String... names) {
    List<String> wanted = List.of(names);
    return options.stream()
        .filter(o -> wanted.contains(o.name()))
        .map(Option::value)
        .reduce((a, b) -> b);
  }

  List<String> every(String... names) {
    List<String> wanted = List.of(names);
    return options.stream().filter(o -> wanted.contains(o.name())).map(Option::value).toList();
  }

  boolean has(String... names) {
    return option(names).map(v -> !v.equals("false")).orElse(false);
  }

  boolean detached() {
    return has("--detach", "-d");
  }

  /** Whether the client stays as long as the container runs. */
  boolean attached() {
    return (isRun() && !detached()) || (verb.equals("start") && has("--attach", "-a")) || verb.equals("attach");
  }

  Optional<String> containerName() {
    return makesContainer() ? option("--name") : arguments.stream().findFirst();
  }

  /** The restart policy that the engine is told to follow; empty for none. */
  Optional<String> restartPolicy() {
    return option("--restart").filter(p -> !p.equals("no") && !p.equals("none") && !p.isEmpty());
  }

  private static List<String> unwrapped(List<String> argv) {
    String program = argv.isEmpty() ? "" : programName(argv.getFirst());
    boolean shell = program.equals("sh") || program.equals("bash");
    if (shell && argv.size() >= 3 && argv.get(1).matches("-[a-z]*c")) {
      return List.of(argv.get(2).replaceFirst("^exec +", "").strip().split("\\s+"));
    }
    if ((program.equals("env") || program.equals("sudo")) && argv.size() > 1) {
      int at = 1;
      while (at < argv.size() && (argv.get(at).contains("=") || argv.get(at).startsWith("-"))) {
        at++;
      }
      return argv.subList(Math.min(at, argv.size() - 1), argv.size());
    }
    return argv;
  }

  private static boolean globalFlag(String option) {
    return option.equals("-D") || option.equals("--debug") || option.equals("--tls");
  }

  private static EngineCall parsed(
      UnitRecord.Command command, String engine, String verb, List<String> rest) {
    boolean makes = verb.equals("run") || verb.equals("create");
    Set<String> flags = makes ? FLAGS_OF_RUN : FLAGS;
    List<Option> options = new ArrayList<>();
    int at = 0;
    while (at < rest.size() && rest.get(at).startsWith("-") && rest.get(at).length() > 1) {
      String word = rest.get(at);
      int equals = word.indexOf('=');
      if (equals > 0) {
        options.add(new Option(word.substring(0, equals), word.substring(equals + 1)));
      } else if (flags.contains(word)) {
        options.add(new Option(word, "true"));
      } else if (word.matches("-[ditqPfav]{2,}")) {
        word.chars().skip(1).forEach(c -> options.add(new Option("-" + (char) c, "true")));
      } else if (!word.startsWith("--") && word.length() > 2) {
        options.add(new Option(word.substring(0, 2), word.substring(2)));
      } else if (at + 1 < rest.size()) {
        options.add(new Option(word, rest.get(++at)));
      }
      at++;
    }
    return new EngineCall(command, engine, verb, options, rest.subList(Math.min(at, rest.size()), rest.size()));
  }

  private static String programName(String program) {
    return program.substring(program.lastIndexOf('/') + 1);
  }
}
