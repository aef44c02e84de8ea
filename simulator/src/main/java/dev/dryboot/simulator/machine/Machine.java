package dev.dryboot.simulator.machine;

import dev.dryboot.simulator.kernel.Kernel;
import dev.dryboot.simulator.machine.VirtualFileSystem.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One machine during one boot: its kernel's clock, its files, its processes. Programs offer what
 * they can be told to do as ports, and make known what happened as facts.
 */
public final class Machine {
  private final Kernel kernel;
  private final VirtualFileSystem files;
  private final Processes processes = new Processes(this);
  private final Trace trace;
  private final KernelCommandLine commandLine;
  private final String architecture;
  private final List<ProcessModel> models;
  private final List<Generator> generators = new ArrayList<>();
  private final Map<Class<?>, Object> ports = new LinkedHashMap<>();
  private final List<Consumer<Fact>> listeners = new ArrayList<>();

  /**
   * @param models asked in order what a command does; the last one must know every command
   */
  public Machine(
      Kernel kernel,
      VirtualFileSystem files,
      KernelCommandLine commandLine,
      String architecture,
      List<ProcessModel> models,
      Trace trace) {
    this.kernel = kernel;
    this.files = files;
    this.commandLine = commandLine;
    this.architecture = architecture;
    this.models = List.copyOf(models);
    this.trace = trace;
  }

  public Kernel kernel() {
    return kernel;
  }

  public VirtualFileSystem files() {
    return files;
  }

  public Processes processes() {
    return processes;
  }

  public KernelCommandLine commandLine() {
    return commandLine;
  }

  /** As systemd names it: {@code x86-64}, {@code arm64}. */
  public String architecture() {
    return architecture;
  }

  public Trace trace() {
    return trace;
  }

  /** Makes known that something happened now; listeners hear of it at once, in order. */
  public void publish(Fact fact) {
    trace.add(kernel.now(), fact);
    for (int i = 0; i < listeners.size(); i++) {
      listeners.get(i).accept(fact);
    }
  }

  /** Writes a file, a directory or a link, and makes known what came of it. */
  public Written write(String path, FileNode node, String writer) {
    Written written = files.write(path, node);
    publish(
        written == Written.DONE
            ? new Fact.FileWritten(path, writer)
            : new Fact.FileRefused(path, writer, written.reason()));
    return written;
  }

  public void listen(Consumer<Fact> listener) {
    listeners.add(listener);
  }

  /** Offers a port: what a program can be told to do by others. */
  public <P> void offer(Class<P> type, P port) {
    ports.put(type, port);
  }

  /** The port of that type, where a program offers it. */
  public <P> Optional<P> port(Class<P> type) {
    return Optional.ofNullable(type.cast(ports.get(type)));
  }

  /** Adds a generator; they are kept in the order of their names. */
  public void add(Generator generator) {
    generators.add(generator);
    generators.sort(java.util.Comparator.comparing(Generator::name));
  }

  /** What writes units for a service manager, in the order in which it runs them. */
  public List<Generator> generators() {
    return java.util.Collections.unmodifiableList(generators);
  }

  /** What a command does: the behaviour of the first model that knows it. */
  public ProcessModel.Behaviour behaviourOf(ProcessSpec spec) {
    for (ProcessModel model : models) {
      Optional<ProcessModel.Behaviour> behaviour = model.recognise(spec, this);
      if (behaviour.isPresent()) {
        return behaviour.get();
      }
    }
    throw new IllegalStateException("no process model knows " + spec.argv());
  }
}
