package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.systemd.SystemdVersion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Enabling, disabling, linking, masking and presets: the links in /etc/systemd/system (install.c).
 * Everything answers with the exit code of {@code systemctl}.
 */
public final class Enablement {
  private static final List<String> SUFFIXES = List.of(".wants", ".requires", ".upholds");

  private final VirtualFileSystem files;
  private final UnitFileCache cache;
  private final SystemdVersion version;
  private final UnitFileLinks links;
  private UnitPath path;

  /** Links that stay over reboots. */
  public Enablement(
      VirtualFileSystem files, UnitPath path, UnitFileCache cache, SystemdVersion version) {
    this(files, path, cache, version, false);
  }

  /**
   * @param runtime whether links are to go with the next reboot: {@code --runtime}
   */
  public Enablement(
      VirtualFileSystem files,
      UnitPath path,
      UnitFileCache cache,
      SystemdVersion version,
      boolean runtime) {
    this.files = files;
    this.path = path;
    this.cache = cache;
    this.version = version;
    this.links = new UnitFileLinks(files, runtime);
  }

  private Optional<InstallSection> install(String unit) {
    return InstallSection.of(unit, path, cache, version);
  }

  private void lookAgain() {
    path = new UnitPath(files, path.directories());
  }

  /**
   * Makes the links that [Install] asks for. Where one of the units is not there or masked, nothing
   * is done.
   *
   * @param units names, or paths of files, which are linked first
   */
  public int enable(List<String> units) {
    List<String> names = new ArrayList<>();
    for (String unit : units) {
      if (unit.startsWith("/") && linkFile(unit) != 0) {
        return 1;
      }
      names.add(unit.substring(unit.lastIndexOf('/') + 1));
    }
    if (units.stream().anyMatch(u -> u.startsWith("/"))) {
      lookAgain();
    }
    if (names.stream().anyMatch(n -> install(n).isEmpty())) {
      return 1;
    }
    Set<String> done = new LinkedHashSet<>();
    int status = 0;
    for (String name : names) {
      status = Math.max(status, enable(name, done));
    }
    return status;
  }

  /** What [Install] says beside the unit itself may be missing. */
  private int enable(String unit, Set<String> done) {
    Optional<InstallSection> install = install(unit);
    if (!done.add(unit) || install.isEmpty()) {
      return 0;
    }
    int status = alias(install.get());
    for (String suffix : SUFFIXES) {
      for (String owner : install.get().owners().getOrDefault(suffix, List.of())) {
        status = Math.max(status, link(owner, suffix, install.get()));
      }
    }
    for (String also : install.get().also()) {
      status = Math.max(status, enable(also, done));
    }
    return status;
  }

  private int alias(InstallSection install) {
    int status = 0;
    for (String alias : install.alias()) {
      if (alias.equals(install.name().text())) {
        continue;
      }
      boolean may = UnitName.parse(alias).filter(install::mayBeCalled).isPresent();
      if (may && !links.isFile(alias)) {
        links.add(alias, install.path());
      } else {
        status = 1;
      }
    }
    return status;
  }

  /** A template without an instance is only for other templates. */
  private int link(String owner, String suffix, InstallSection install) {
    Optional<UnitName> of = UnitName.parse(owner);
    UnitName linked = install.linked();
    if (of.isEmpty() || linked.isTemplate() && !of.get().isTemplate()) {
      return 1;
    }
    links.add(owner + suffix + "/" + linked.text(), install.path());
    return 0;
  }

  /** Puts files of other directories into the search path. */
  public int link(List<String> paths) {
    int status = 0;
    for (String file : paths) {
      status = Math.max(status, file.startsWith("/") ? linkFile(file) : 1);
    }
    return status;
  }

  private int linkFile(String file) {
    if (!(files.get(file).orElse(null) instanceof FileNode.Regular)) {
      return 1;
    }
    String name = file.substring(file.lastIndexOf('/') + 1);
    boolean known = path.directories().stream().anyMatch(d -> file.equals(d + "/" + name));
    if (!known) {
      links.add(name, file);
    }
    return 0;
  }

  /** {@code add-wants} and {@code add-requires}. */
  public int addDependency(String suffix, String owner, List<String> units) {
    if (path.entry(path.canonical(owner)) == null
        || units.stream().anyMatch(u -> install(u).isEmpty())) {
      return 1;
    }
    for (String unit : units) {
      InstallSection install = install(unit).orElseThrow();
      links.add(owner + suffix + "/" + install.linked().text(), install.path());
    }
    return 0;
  }

  /** Takes away every link to the units; 1 where one of them is not there. */
  public int disable(List<String> units) {
    Set<String> all = new LinkedHashSet<>();
    int status = 0;
    for (String unit : units) {
      UnitName name = UnitName.parse(path.canonical(unit)).orElse(null);
      UnitPath.Entry entry = name == null ? null : path.fragment(name);
      if (name == null || entry == null) {
        status = 1;
        all.add(unit);
      } else if (!entry.masked()) {
        all.addAll(List.of(unit, name.text()));
        install(unit).ifPresent(i -> all.addAll(i.also()));
      }
    }
    all.forEach(links::remove);
    return status;
  }

  /** Disables and enables; a unit that was only linked is then not there any more. */
  public int reenable(List<String> units) {
    int status = disable(units);
    lookAgain();
    return Math.max(status, enable(units));
  }

  /** Enables or disables as the preset files say; 1 where a unit is not there or masked. */
  public int preset(List<String> units) {
    Presets presets = Presets.read(files);
    int status = 0;
    for (String unit : units) {
      Optional<InstallSection> install = install(unit);
      if (install.isEmpty()) {
        status = 1;
      } else if (install.get().isEmpty()) {
        continue;
      } else if (presets.enables(unit)) {
        presets.instances(unit).forEach(u -> enable(List.of(u)));
      } else {
        disable(List.of(unit));
      }
    }
    return status;
  }

  /** What happens on a first boot, with {@code preset-mode=enable-only}: nothing is disabled. */
  public void presetEnableOnly() {
    Presets presets = Presets.read(files);
    for (String unit : ownUnits()) {
      if (presets.enables(unit)) {
        presets.instances(unit).forEach(u -> enable(List.of(u)));
      }
    }
  }

  private List<String> ownUnits() {
    List<String> units = new ArrayList<>();
    path.entries()
        .forEach(
            (name, entry) -> {
              if (entry.target().isEmpty() && !entry.masked()) {
                units.add(name);
              }
            });
    return units;
  }

  /** Links the units to {@code /dev/null}; 1 where a file of the administrator is in the way. */
  public int mask(List<String> units) {
    return links.mask(units);
  }

  public int unmask(List<String> units) {
    return links.unmask(units);
  }

  /** Back to what came with the system: drop-ins go, and files that stand before others. */
  public int revert(List<String> units) {
    for (String unit : units) {
      boolean vendors =
          path.directories().stream()
              .filter(d -> d.contains("/lib/systemd/"))
              .anyMatch(d -> files.exists(d + "/" + unit));
      links.revert(unit, vendors);
    }
    return 0;
  }

  public int presetAll() {
    preset(ownUnits());
    return 0;
  }

  public int setDefault(List<String> units) {
    Optional<InstallSection> target =
        units.size() == 1 ? install(units.getFirst()) : Optional.empty();
    target.ifPresent(t -> links.add("default.target", t.path()));
    return target.isPresent() ? 0 : 1;
  }

  /** What {@code systemctl is-enabled} says; empty where there is no such unit. */
  public Optional<String> state(String unit) {
    return states().apply(unit);
  }

  /** The same for many units, as things stand now. */
  public Function<String, Optional<String>> states() {
    return new UnitFileStates(files, path, cache, version)::of;
  }
}
