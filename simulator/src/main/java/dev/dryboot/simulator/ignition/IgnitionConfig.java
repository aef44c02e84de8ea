package dev.dryboot.simulator.ignition;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A config of Ignition's specification 3, after everything that it brings along itself was merged.
 *
 * @param version as written, such as {@code 3.4.0}
 * @param remote configs that have to be fetched while booting: their contents are not known
 * @param certificateAuthorities further authorities for fetching
 * @param httpTotal seconds after which fetching one resource is given up; 0 or absent for never
 * @param storage disks, file systems and what is on them
 * @param units systemd units
 * @param passwd users and groups
 * @param kernelArguments what the kernel's command line is to have and not to have
 * @param at the whole document
 */
public record IgnitionConfig(
    Located<String> version,
    List<Resource> remote,
    List<Resource> certificateAuthorities,
    Optional<Located<Long>> httpTotal,
    Storage storage,
    List<Unit> units,
    Passwd passwd,
    KernelArguments kernelArguments,
    Span at) {
  public IgnitionConfig {
    remote = List.copyOf(remote);
    certificateAuthorities = List.copyOf(certificateAuthorities);
    units = List.copyOf(units);
  }

  /** The minor number of the specification: 4 for {@code 3.4.0}. */
  public int minor() {
    String[] parts = version.value().split("[.-]", -1);
    return parts.length > 1 && parts[1].matches("[0-9]{1,3}") ? Integer.parseInt(parts[1]) : 0;
  }

  /**
   * A systemd unit.
   *
   * @param name with its suffix
   * @param enabled empty where presets decide
   * @param mask empty where nothing is said
   * @param contents empty where the unit comes from the operating system
   * @param dropins in the order written
   */
  public record Unit(
      Located<String> name,
      Optional<Located<Boolean>> enabled,
      Optional<Located<Boolean>> mask,
      Optional<Located<String>> contents,
      List<Dropin> dropins,
      Span at) {
    public Unit {
      dropins = List.copyOf(dropins);
    }
  }

  /** A drop-in of a unit. */
  public record Dropin(Located<String> name, Optional<Located<String>> contents, Span at) {}

  /** Kernel arguments, each one word. */
  public record KernelArguments(
      List<Located<String>> shouldExist, List<Located<String>> shouldNotExist) {
    public KernelArguments {
      shouldExist = List.copyOf(shouldExist);
      shouldNotExist = List.copyOf(shouldNotExist);
    }
  }
}
