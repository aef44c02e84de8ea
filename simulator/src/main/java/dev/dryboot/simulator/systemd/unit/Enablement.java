package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.foreign.value.Words;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Enabling, disabling, masking and presets: the links in /etc/systemd/system (install.c). */
public final class Enablement {
  private static final String CONFIG = "/etc/systemd/system";
  private static final String RUNTIME = "/run/systemd/system";
  private static final List<String> SUFFIXES = List.of(".wants", ".requires", ".upholds");

  private final VirtualFileSystem files;
  private final UnitPath path;
  private final UnitFileCache cache;

  public Enablement(VirtualFileSystem files, UnitPath path, UnitFileCache cache) {
    this.files = files;
    this.path = path;
    this.cache = cache;
  }

  /** What is to be linked. */
  private record Install(
      List<String> wantedBy,
      List<String> requiredBy,
      List<String> upheldBy,
      List<String> alias,
      List<String> also,
      Optional<String> defaultInstance) {
    static final Install NONE =
        new Install(List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

    boolean isEmpty() {
      return wantedBy.isEmpty()
          && requiredBy.isEmpty()
          && upheldBy.isEmpty()
          && alias.isEmpty()
          && also.isEmpty();
    }
  }

  private Optional<Install> install(String unit) {
    UnitName name = UnitName.parse(path.canonical(unit)).orElse(null);
    UnitPath.Entry entry = name == null ? null : path.fragment(name);
    if (name == null || entry == null || entry.masked() || entry.text() == null) {
      return Optional.empty();
    }
    UnitFile file = cache.read(entry.text());
    Settings settings = cache.settings(List.of(new Fragment(entry.path(), file, false)));
    if (settings.section("Install").isEmpty()) {
      return Optional.of(Install.NONE);
    }
    Specifiers specifiers = new Specifiers(name, java.util.Map.of());
    return Optional.of(
        new Install(
            words(settings, "WantedBy", specifiers),
            words(settings, "RequiredBy", specifiers),
            words(settings, "UpheldBy", specifiers),
            words(settings, "Alias", specifiers),
            words(settings, "Also", specifiers),
            settings.last("Install", "DefaultInstance").map(Directive::value)));
  }

  private static List<String> words(Settings settings, String directive, Specifiers specifiers) {
    List<String> words = new ArrayList<>(0);
    for (Directive each : settings.list("Install", directive)) {
      Words.split(each.value(), Words.Style.QUOTED_RETAIN)
          .words()
          .forEach(w -> words.add(specifiers.expand(w.text())));
    }
    return words;
  }

  /** Makes the links that [Install] asks for; 0, or 1 where a unit is not there or masked. */
  public int enable(List<String> units) {
    Set<String> done = new LinkedHashSet<>();
    int status = 0;
    for (String unit : units) {
      status = Math.max(status, enable(unit, done));
    }
    return status;
  }

  private int enable(String unit, Set<String> done) {
    if (!done.add(unit)) {
      return 0;
    }
    Optional<Install> install = install(unit);
    if (install.isEmpty()) {
      return 1;
    }
    String linked = instantiated(unit, install.get());
    String target = fragmentPath(unit);
    link(install.get().wantedBy(), ".wants", linked, target);
    link(install.get().requiredBy(), ".requires", linked, target);
    link(install.get().upheldBy(), ".upholds", linked, target);
    for (String alias : install.get().alias()) {
      write(CONFIG + "/" + alias, target);
    }
    int status = 0;
    for (String also : install.get().also()) {
      status = Math.max(status, enable(also, done));
    }
    return status;
  }

  private static String instantiated(String unit, Install install) {
    Optional<UnitName> name = UnitName.parse(unit);
    return name.filter(UnitName::isTemplate)
        .flatMap(n -> install.defaultInstance().map(n::instantiate))
        .orElse(unit);
  }

  private String fragmentPath(String unit) {
    UnitName name = UnitName.parse(path.canonical(unit)).orElseThrow();
    UnitPath.Entry entry = path.fragment(name);
    return entry == null ? unit : entry.path();
  }

  private void link(List<String> owners, String suffix, String unit, String target) {
    for (String owner : owners) {
      write(CONFIG + "/" + owner + suffix + "/" + unit, target);
    }
  }

  private void write(String at, String target) {
    files.write(at, new FileNode.SymbolicLink(target, SourceText.of(at, target)));
  }

  /** Takes away every link to the units below /etc/systemd/system. */
  public int disable(List<String> units) {
    Set<String> all = new LinkedHashSet<>(units);
    for (String unit : units) {
      install(unit).ifPresent(i -> all.addAll(i.also()));
    }
    for (String unit : all) {
      removeLinks(unit);
    }
    return 0;
  }

  private void removeLinks(String unit) {
    for (String name : files.list(CONFIG)) {
      String at = CONFIG + "/" + name;
      if (SUFFIXES.stream().anyMatch(name::endsWith)) {
        for (String entry : files.list(at)) {
          if (entry.equals(unit) || isInstanceOf(entry, unit)) {
            files.remove(at + "/" + entry);
          }
        }
      } else if (isAliasOf(at, unit)) {
        files.remove(at);
      }
    }
  }

  private static boolean isInstanceOf(String entry, String template) {
    return UnitName.parse(entry)
        .filter(n -> n.isInstance() && n.template().equals(template))
        .isPresent();
  }

  private boolean isAliasOf(String at, String unit) {
    return files.getNoFollow(at).orElse(null) instanceof FileNode.SymbolicLink link
        && !link.target().equals("/dev/null")
        && link.target().endsWith("/" + unit)
        && !at.endsWith("/" + unit);
  }

  /** Links the units to {@code /dev/null}; 1 where a file of the administrator is in the way. */
  public int mask(List<String> units) {
    int status = 0;
    for (String unit : units) {
      String at = CONFIG + "/" + unit;
      if (files.getNoFollow(at).orElse(null) instanceof FileNode.Regular) {
        status = 1;
      } else {
        write(at, "/dev/null");
      }
    }
    return status;
  }

  public int unmask(List<String> units) {
    for (String unit : units) {
      String at = CONFIG + "/" + unit;
      if (files.getNoFollow(at).orElse(null) instanceof FileNode.SymbolicLink link
          && link.target().equals("/dev/null")) {
        files.remove(at);
      }
    }
    return 0;
  }

  /** Enables or disables as the preset files say. */
  public int preset(List<String> units) {
    Presets presets = Presets.read(files);
    for (String unit : units) {
      Optional<Install> install = install(unit);
      if (install.isEmpty() || install.get().isEmpty()) {
        continue;
      }
      if (presets.enables(unit)) {
        presets.instances(unit).forEach(u -> enable(List.of(u)));
      } else {
        disable(List.of(unit));
      }
    }
    return 0;
  }

  /** What happens on a first boot, with {@code preset-mode=enable-only}: nothing is disabled. */
  public void presetEnableOnly() {
    Presets presets = Presets.read(files);
    for (String unit : List.copyOf(path.entries().keySet())) {
      UnitPath.Entry entry = path.entries().get(unit);
      boolean alias = entry == null || entry.target().isPresent() || entry.masked();
      if (!alias && presets.enables(unit)) {
        presets.instances(unit).forEach(u -> enable(List.of(u)));
      }
    }
  }

  public int presetAll() {
    return preset(List.copyOf(path.entries().keySet()));
  }

  public int setDefault(List<String> units) {
    if (units.size() != 1 || path.entry(units.getFirst()) == null) {
      return 1;
    }
    write(CONFIG + "/default.target", fragmentPath(units.getFirst()));
    return 0;
  }

  /** What {@code systemctl is-enabled} says; empty where there is no such unit. */
  public Optional<String> state(String unit) {
    return state(unit, EnabledLinks.read(files, List.of(CONFIG, RUNTIME)));
  }

  /** The same for many units, as things stand now. */
  public Function<String, Optional<String>> states() {
    EnabledLinks links = EnabledLinks.read(files, List.of(CONFIG, RUNTIME));
    return unit -> state(unit, links);
  }

  private Optional<String> state(String unit, EnabledLinks links) {
    UnitName name = UnitName.parse(unit).orElse(null);
    UnitPath.Entry entry = name == null ? null : path.fragment(name);
    if (name == null || entry == null) {
      return Optional.empty();
    }
    if (entry.masked()) {
      return Optional.of(entry.path().startsWith("/run/") ? "masked-runtime" : "masked");
    }
    if (entry.target().isPresent()) {
      return Optional.of("alias");
    }
    if (entry.path().startsWith("/run/systemd/generator")) {
      return Optional.of("generated");
    }
    if (links.in(CONFIG, unit)) {
      return Optional.of("enabled");
    }
    if (links.in(RUNTIME, unit)) {
      return Optional.of("enabled-runtime");
    }
    Install install = install(unit).orElse(null);
    if (install == null || install.isEmpty()) {
      return Optional.of("static");
    }
    boolean onlyAlso =
        install.wantedBy().isEmpty()
            && install.requiredBy().isEmpty()
            && install.upheldBy().isEmpty()
            && install.alias().isEmpty();
    return Optional.of(onlyAlso ? "indirect" : "disabled");
  }
}
