package dev.dryboot.simulator.cloudinit;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A cloud-config: what cloud-init's modules are told. Keys that the simulation does not act on are
 * in {@code noted}.
 *
 * @param identity host name, time zone, locale and the like
 * @param bootcmd commands of every boot, early
 * @param runcmd commands of the first boot, late
 * @param snapCommands commands of the snap module
 * @param writeFiles files, in order
 * @param users users and groups
 * @param storage disks, file systems, mounts and swap
 * @param packages what the package manager is to do
 * @param files files that modules other than write_files make of their keys: apt sources, yum
 *     repositories, wireguard interfaces, resolv.conf
 * @param powerState what happens to the machine at the end
 * @param modules module lists of the user's own; empty lists mean the usual ones
 * @param noted keys that are recognised and not acted on, with their module
 * @param at the whole document
 */
public record CloudConfig(
    Identity identity,
    List<Command> bootcmd,
    List<Command> runcmd,
    List<Command> snapCommands,
    List<WriteFile> writeFiles,
    Users users,
    CloudStorage storage,
    Packages packages,
    List<ModuleFile> files,
    Optional<PowerState> powerState,
    Modules modules,
    List<NotedKey> noted,
    Span at) {
  public CloudConfig {
    bootcmd = List.copyOf(bootcmd);
    runcmd = List.copyOf(runcmd);
    snapCommands = List.copyOf(snapCommands);
    writeFiles = List.copyOf(writeFiles);
    files = List.copyOf(files);
    noted = List.copyOf(noted);
  }

  /**
   * A command: one word list that is executed as it is, or one line for a shell.
   *
   * @param words the arguments; a single one where {@code shell}
   * @param shell whether a shell reads it
   */
  public record Command(List<String> words, boolean shell, Span at) {
    public Command {
      words = List.copyOf(words);
    }

    /** What is executed. */
    public List<String> argv() {
      return shell ? List.of("/bin/sh", "-c", words.getFirst()) : words;
    }
  }

  /**
   * Who the machine is.
   *
   * @param manageEtcHosts {@code true}, {@code localhost}, {@code template}, or empty for no
   */
  public record Identity(
      Optional<Located<String>> hostname,
      Optional<Located<String>> fqdn,
      boolean preferFqdn,
      boolean preserveHostname,
      boolean createHostnameFile,
      Optional<String> manageEtcHosts,
      Optional<Located<String>> timezone,
      Optional<Located<String>> locale,
      Optional<Located<String>> keyboard,
      Optional<Ntp> ntp,
      Optional<CaCerts> caCerts) {}

  /** Time servers, for whichever client the operating system has. */
  public record Ntp(
      boolean enabled,
      List<Located<String>> servers,
      List<Located<String>> pools,
      Optional<String> client,
      Span at) {
    public Ntp {
      servers = List.copyOf(servers);
      pools = List.copyOf(pools);
    }
  }

  /** Certificate authorities to trust. */
  public record CaCerts(boolean removeDefaults, List<Located<String>> trusted, Span at) {
    public CaCerts {
      trusted = List.copyOf(trusted);
    }
  }

  /**
   * A file of {@code write_files}.
   *
   * @param content decoded; empty text where nothing is said
   * @param sourceUri where the contents come from instead
   * @param owner {@code user:group}
   * @param mode in Unix bits; empty for 0644
   */
  public record WriteFile(
      Located<String> path,
      Located<String> content,
      Optional<Located<String>> sourceUri,
      Optional<Located<String>> owner,
      Optional<Located<Integer>> mode,
      boolean append,
      boolean defer,
      Span at) {}

  /** A file that a module makes of its keys; {@code content} points into the keys. */
  public record ModuleFile(String module, String path, Located<String> content, int mode) {}

  /** What is installed, and whether lists are fetched and everything is upgraded before. */
  public record Packages(
      boolean update,
      boolean upgrade,
      boolean rebootIfRequired,
      List<Located<String>> names,
      List<Located<String>> snaps) {
    public static final Packages NONE = new Packages(false, false, false, List.of(), List.of());

    public Packages {
      names = List.copyOf(names);
      snaps = List.copyOf(snaps);
    }
  }

  /**
   * The end of it all.
   *
   * @param mode {@code poweroff}, {@code reboot} or {@code halt}
   * @param delayMinutes minutes until then
   * @param timeoutSeconds how long cloud-init's own end is waited for
   * @param condition {@code true}, {@code false}, or a command whose success decides
   */
  public record PowerState(
      String mode,
      long delayMinutes,
      long timeoutSeconds,
      boolean wanted,
      Optional<Command> condition,
      Span at) {}

  /** Module lists that replace the operating system's; empty ones leave them. */
  public record Modules(List<String> init, List<String> config, List<String> end) {
    public static final Modules USUAL = new Modules(List.of(), List.of(), List.of());

    public Modules {
      init = List.copyOf(init);
      config = List.copyOf(config);
      end = List.copyOf(end);
    }
  }

  /** A key that is recognised and not acted on. */
  public record NotedKey(String module, String key, Span at) {}
}
