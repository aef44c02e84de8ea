package dev.dryboot.simulator.machine;

import dev.dryboot.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be run.
 *
 * @param argv program and arguments, at least one; the program as it is looked up
 * @param environment variables, in a defined order
 * @param owner who runs it: a unit's or container's name
 * @param controlGroup path of its control group, such as {@code /system.slice/web.service}
 * @param user name or number
 * @param written where the command was written
 */
public record ProcessSpec(
    List<String> argv,
    Map<String, String> environment,
    String owner,
    String controlGroup,
    String user,
    Optional<Span> written) {
  public ProcessSpec {
    argv = List.copyOf(argv);
    environment = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(environment));
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("a process without a program, for " + owner);
    }
  }

  public String program() {
    return argv.getFirst();
  }

  /** The program's name without its directory. */
  public String programName() {
    return program().substring(program().lastIndexOf('/') + 1);
  }

  public ProcessSpec withArgv(List<String> other) {
    return new ProcessSpec(other, environment, owner, controlGroup, user, written);
  }
}
