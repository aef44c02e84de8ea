package dev.dryboot.foreign.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program that a command line comes down to, behind shells and wrappers.
 *
 * @param argv the program and its arguments
 * @param environment variables that wrappers set for it
 * @param link how it hangs on the invocation in front of it
 * @param background whether nobody waits for it
 * @param wrappers the wrappers that it runs in, outermost first: {@code sh}, {@code env}, …
 */
public record Invocation(
    List<String> argv,
    Map<String, String> environment,
    ShellCommand.Link link,
    boolean background,
    List<String> wrappers) {
  private static final int DEEPEST = 8;
  private static final List<String> SHELLS = List.of("sh", "bash", "dash", "ash", "zsh", "ksh");

  public Invocation {
    argv = List.copyOf(argv);
    environment = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    wrappers = List.copyOf(wrappers);
  }

  /** The programs that {@code argv} runs, in order; itself where it is no wrapper. */
  public static List<Invocation> of(List<String> argv) {
    List<Invocation> found = new ArrayList<>();
    unwrap(
        new Invocation(argv, Map.of(), ShellCommand.Link.THEN, false, List.of()), found, DEEPEST);
    return found;
  }

  /** The programs that a shell script runs, in order. */
  public static List<Invocation> ofScript(String script) {
    List<Invocation> found = new ArrayList<>();
    script(
        script,
        new Invocation(List.of(), Map.of(), ShellCommand.Link.THEN, false, List.of()),
        found,
        DEEPEST);
    return found;
  }

  /** The program's name without its folder; empty where there is none. */
  public String program() {
    return argv.isEmpty() ? "" : baseName(argv.getFirst());
  }

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static void unwrap(Invocation invocation, List<Invocation> found, int depth) {
    if (invocation.argv.isEmpty()) {
      return;
    }
    String program = invocation.program();
    int script = SHELLS.contains(program) ? scriptAt(invocation.argv) : -1;
    if (script > 0 && depth > 0) {
      script(invocation.argv.get(script), invocation.inside(program), found, depth - 1);
      return;
    }
    Map<String, String> environment = new LinkedHashMap<>(invocation.environment);
    int inner = Wrappers.commandAt(program, invocation.argv, environment);
    if (inner > 0 && inner < invocation.argv.size() && depth > 0) {
      unwrap(
          new Invocation(
              invocation.argv.subList(inner, invocation.argv.size()),
              environment,
              invocation.link,
              invocation.background,
              invocation.inside(program).wrappers),
          found,
          depth - 1);
      return;
    }
    found.add(invocation);
  }

  private Invocation inside(String wrapper) {
    List<String> more = new ArrayList<>(wrappers);
    more.add(wrapper);
    return new Invocation(argv, environment, link, background, more);
  }

  private static void script(String script, Invocation around, List<Invocation> found, int depth) {
    boolean first = true;
    for (ShellCommand command : ShellLine.read(script).commands()) {
      Map<String, String> environment = new LinkedHashMap<>(around.environment);
      environment.putAll(command.environment());
      unwrap(
          new Invocation(
              command.argv(),
              environment,
              first ? around.link : command.link(),
              around.background || command.background(),
              around.wrappers),
          found,
          depth);
      first = false;
    }
  }

  /** Where the script of {@code sh -c} stands, or -1. */
  private static int scriptAt(List<String> argv) {
    for (int i = 1; i < argv.size(); i++) {
      String word = argv.get(i);
      if (!word.startsWith("-") && !word.startsWith("+")) {
        return -1;
      }
      if (!word.startsWith("--") && word.endsWith("c") || word.matches("-[a-z]*c[a-z]*")) {
        return i + 1 < argv.size() ? i + 1 : -1;
      }
      if (word.equals("-o") || word.equals("--rcfile") || word.equals("--init-file")) {
        i++;
      }
    }
    return -1;
  }
}
