package dev.dryboot.simulator.rancher.config;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A RancherOS cloud-config. Maps keep the order of the document.
 *
 * @param bootcmd run by the bootstrap phase, early, without a console
 * @param runcmd run while the console starts; user docker waits for their end
 * @param services {@code rancher.services}: system services and services of user docker
 * @param bootstrap {@code rancher.bootstrap}: services of the bootstrap phase
 * @param cloudInitServices {@code rancher.cloud_init_services}
 * @param servicesInclude services by name or URL, and whether they are wanted
 * @param engines docker's options: {@code docker}, {@code system_docker}, {@code bootstrap_docker}
 * @param settings what the simulation does not look into, by dotted key, with its place
 */
public record RancherConfig(
    Optional<Located<String>> hostname,
    List<Located<String>> sshAuthorizedKeys,
    List<WriteFile> writeFiles,
    List<MountLine> mounts,
    List<Command> bootcmd,
    List<Command> runcmd,
    Optional<Located<String>> console,
    List<Service> services,
    List<Service> bootstrap,
    List<Service> cloudInitServices,
    Map<String, Located<Boolean>> servicesInclude,
    Map<String, Engine> engines,
    Network network,
    State state,
    Map<String, Located<String>> sysctl,
    List<Located<String>> modules,
    Map<String, Located<String>> environment,
    List<String> datasources,
    Optional<Long> shutdownTimeout,
    Map<String, Span> settings,
    Span at) {
  public RancherConfig {
    sshAuthorizedKeys = List.copyOf(sshAuthorizedKeys);
    writeFiles = List.copyOf(writeFiles);
    mounts = List.copyOf(mounts);
    bootcmd = List.copyOf(bootcmd);
    runcmd = List.copyOf(runcmd);
    services = List.copyOf(services);
    bootstrap = List.copyOf(bootstrap);
    cloudInitServices = List.copyOf(cloudInitServices);
    modules = List.copyOf(modules);
    datasources = List.copyOf(datasources);
  }

  /**
   * A file; {@code container} is the system container that it is written into.
   *
   * @param content decoded
   * @param mode in Unix bits; empty for 0644
   */
  public record WriteFile(
      Located<String> path,
      Located<String> content,
      String container,
      Optional<String> owner,
      Optional<Integer> mode,
      Span at) {}

  /** What {@code mount} is told: device, where, type, options. */
  public record MountLine(List<Located<String>> fields, Span at) {
    public MountLine {
      fields = List.copyOf(fields);
    }
  }

  /** A command: words, or one line for a shell. */
  public record Command(List<String> words, boolean shell, Span at) {
    public Command {
      words = List.copyOf(words);
    }

    /** What is executed. */
    public List<String> argv() {
      return shell ? List.of("/bin/sh", "-c", words.getFirst()) : words;
    }
  }

  /** Options of one of the docker daemons: scalars by key, lists joined with blanks. */
  public record Engine(Map<String, Located<String>> options, Span at) {}

  /** The network; {@code interfaces} by name or match, each with its scalars by key. */
  public record Network(
      Map<String, Map<String, Located<String>>> interfaces,
      List<Located<String>> nameservers,
      List<Located<String>> search,
      List<Command> preCmds,
      List<Command> postCmds) {
    public Network {
      nameservers = List.copyOf(nameservers);
      search = List.copyOf(search);
      preCmds = List.copyOf(preCmds);
      postCmds = List.copyOf(postCmds);
    }
  }

  /** Where the state is kept, and what may be formatted for it. */
  public record State(
      Optional<Located<String>> dev,
      Optional<String> fstype,
      boolean waited,
      boolean required,
      List<Located<String>> autoformat) {
    public State {
      autoformat = List.copyOf(autoformat);
    }
  }
}
