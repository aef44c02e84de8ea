package dev.dryboot.foreign.container;

import java.util.List;
import java.util.Optional;

/**
 * A command line of Docker or Podman.
 *
 * @param engine which of the two
 * @param verb what to do, in its short form: {@code run}, {@code rm}, {@code network create},
 *     {@code compose up}; empty where none is written
 * @param globals options in front of the verb
 * @param options options behind it, in order
 * @param operands indexes in {@code argv} of the words that are no options
 * @param argv all words
 * @param unknown options that neither engine knows: the command then fails with status 125
 */
public record ContainerCommand(
    Engine engine,
    String verb,
    List<ContainerOption> globals,
    List<ContainerOption> options,
    List<Integer> operands,
    List<String> argv,
    List<String> unknown) {
  public ContainerCommand {
    globals = List.copyOf(globals);
    options = List.copyOf(options);
    operands = List.copyOf(operands);
    argv = List.copyOf(argv);
    unknown = List.copyOf(unknown);
  }

  /** Reads a command line; empty where it calls no container engine. */
  public static Optional<ContainerCommand> read(List<String> argv) {
    return new ContainerCommandReader(argv).read();
  }

  /** Whether it makes a container: {@code run} or {@code create}. */
  public boolean makesContainer() {
    return verb.equals("run") || verb.equals("create");
  }

  /** The texts of the words that are no options. */
  public List<String> words() {
    return operands.stream().map(argv::get).toList();
  }

  /**
   * The image as written: of {@code run} and {@code create} the first word, of {@code pull} too.
   */
  public Optional<String> image() {
    boolean named = makesContainer() || verb.equals("pull") || verb.equals("rmi");
    return named ? words().stream().findFirst() : Optional.empty();
  }

  /** Where the image stands in {@code argv}. */
  public Optional<Integer> imageIndex() {
    return image().isPresent() ? Optional.of(operands.getFirst()) : Optional.empty();
  }

  /** What follows the image of {@code run} and {@code create}, or the container of {@code exec}. */
  public List<String> arguments() {
    boolean runs = makesContainer() || verb.equals("exec");
    return runs && operands.size() > 1 ? words().subList(1, operands.size()) : List.of();
  }

  /** The containers that {@code start}, {@code stop}, {@code rm} and their kin are about. */
  public List<String> containers() {
    return switch (verb) {
      case "start",
          "stop",
          "restart",
          "kill",
          "rm",
          "wait",
          "pause",
          "unpause",
          "logs",
          "attach",
          "inspect",
          "init",
          "checkpoint",
          "restore" ->
          words();
      case "exec", "rename", "update", "port", "top" -> words().stream().limit(1).toList();
      default -> List.of();
    };
  }

  /** The name that a new container gets. */
  public Optional<String> name() {
    return last("name");
  }

  /** Whether the command returns while the container goes on. */
  public boolean detached() {
    return isOn("detach");
  }

  /** Whether the container is removed when it ends. */
  public boolean removed() {
    return isOn("rm");
  }

  /** Whether an old container of the same name gives way (Podman). */
  public boolean replaces() {
    return isOn("replace");
  }

  /** Whether {@code start} stays until the container ends. */
  public boolean attached() {
    return options.stream()
            .anyMatch(o -> o.name().equals("attach") && (o.isOn() || verb.equals("run")))
        || isOn("interactive");
  }

  /** The restart policy as written. */
  public Optional<String> restart() {
    return last("restart");
  }

  public List<String> publishes() {
    return all("publish");
  }

  public List<String> volumes() {
    return all("volume");
  }

  public List<String> mounts() {
    return all("mount");
  }

  public List<String> networks() {
    return options.stream()
        .filter(o -> o.name().equals("network") || o.name().equals("net"))
        .map(ContainerOption::value)
        .toList();
  }

  public List<String> environment() {
    return all("env");
  }

  /** The signal of {@code kill} or {@code stop} as written. */
  public Optional<String> signal() {
    return last("signal");
  }

  /** Seconds that {@code stop}, {@code restart} or {@code rm} wait, as written. */
  public Optional<String> stopTime() {
    return last("time").or(() -> last("timeout"));
  }

  /** All values of an option by its long name, in order. */
  public List<String> all(String option) {
    return options.stream()
        .filter(o -> o.name().equals(option))
        .map(ContainerOption::value)
        .toList();
  }

  /** The value of an option that counts: the last one. */
  public Optional<String> last(String option) {
    return all(option).stream().reduce((a, b) -> b);
  }

  /** Whether a flag is set. */
  public boolean isOn(String flag) {
    return options.stream()
        .filter(o -> o.name().equals(flag))
        .reduce((a, b) -> b)
        .filter(ContainerOption::isOn)
        .isPresent();
  }
}
