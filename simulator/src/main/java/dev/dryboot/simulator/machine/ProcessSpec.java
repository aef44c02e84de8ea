package dev.dryboot.simulator.machine;

import dev.dryboot.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be run. Never changes. */
public final class ProcessSpec {
  private final List<String> argv;
  private final String programName;
  private final Map<String, String> environment;
  private final String owner;
  private final String controlGroup;
  private final String user;
  private final Optional<Span> written;
  private final Purpose purpose;
  private final String workingDirectory;

  /**
   * What a process is started for.
   *
   * @param role the directive: {@code ExecStart}, {@code ExecStartPre}, {@code ExecStop}, …; {@code
   *     container} for the process of a container, {@code call} for what another program runs
   * @param type the service's type, in systemd's words: {@code simple}, {@code notify}, …
   * @param pidFile what {@code PIDFile=} names
   * @param busName what {@code BusName=} names
   */
  public record Purpose(
      String role, String type, Optional<String> pidFile, Optional<String> busName) {
    /** The main process of a simple service. */
    public static final Purpose SIMPLE = of("ExecStart", "simple");

    /** A command that another program runs and waits for. */
    public static final Purpose CALL = of("call", "oneshot");

    public static Purpose of(String role, String type) {
      return new Purpose(role, type, Optional.empty(), Optional.empty());
    }
  }

  /**
   * @param argv program and arguments, at least one; the program as it is looked up
   * @param environment variables, in a defined order
   * @param owner who runs it: a unit's or container's name
   * @param controlGroup path of its control group, such as {@code /system.slice/web.service}
   * @param user name or number
   * @param written where the command was written
   * @param purpose what its starter expects of it, for the models of programs that nobody knows
   */
  public ProcessSpec(
      List<String> argv,
      Map<String, String> environment,
      String owner,
      String controlGroup,
      String user,
      Optional<Span> written,
      Purpose purpose) {
    this(argv, environment, owner, controlGroup, user, written, purpose, "/");
  }

  private ProcessSpec(
      List<String> argv,
      Map<String, String> environment,
      String owner,
      String controlGroup,
      String user,
      Optional<Span> written,
      Purpose purpose,
      String workingDirectory) {
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("a process without a program, for " + owner);
    }
    this.argv = List.copyOf(argv);
    this.programName = program().substring(program().lastIndexOf('/') + 1);
    this.environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    this.owner = owner;
    this.controlGroup = controlGroup;
    this.user = user;
    this.written = written;
    this.purpose = purpose;
    this.workingDirectory = workingDirectory;
  }

  /** The main process of a simple service. */
  public ProcessSpec(
      List<String> argv,
      Map<String, String> environment,
      String owner,
      String controlGroup,
      String user,
      Optional<Span> written) {
    this(argv, environment, owner, controlGroup, user, written, Purpose.SIMPLE);
  }

  public List<String> argv() {
    return argv;
  }

  public String program() {
    return argv.getFirst();
  }

  /** The program's name without its directory. */
  public String programName() {
    return programName;
  }

  public Map<String, String> environment() {
    return environment;
  }

  public String owner() {
    return owner;
  }

  public String controlGroup() {
    return controlGroup;
  }

  public String user() {
    return user;
  }

  public Optional<Span> written() {
    return written;
  }

  public Purpose purpose() {
    return purpose;
  }

  /** Where it works: an absolute path, {@code /} where nothing else is said. */
  public String workingDirectory() {
    return workingDirectory;
  }

  public ProcessSpec withArgv(List<String> other) {
    return new ProcessSpec(
        other, environment, owner, controlGroup, user, written, purpose, workingDirectory);
  }

  public ProcessSpec withPurpose(Purpose other) {
    return new ProcessSpec(
        argv, environment, owner, controlGroup, user, written, other, workingDirectory);
  }

  public ProcessSpec in(String directory) {
    return new ProcessSpec(
        argv, environment, owner, controlGroup, user, written, purpose, directory);
  }
}
