package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.systemd.SystemdVersion;
import java.util.List;
import java.util.Optional;

/** What {@code systemctl is-enabled} says of units (install.c: unit_file_lookup_state). */
final class UnitFileStates {
  static final String CONFIG = "/etc/systemd/system";
  static final String RUNTIME = "/run/systemd/system";

  private final UnitPath path;
  private final UnitFileCache cache;
  private final SystemdVersion version;
  private final EnabledLinks links;

  UnitFileStates(
      VirtualFileSystem files, UnitPath path, UnitFileCache cache, SystemdVersion version) {
    this.path = path;
    this.cache = cache;
    this.version = version;
    this.links = EnabledLinks.read(files, List.of(CONFIG, RUNTIME));
  }

  /** Empty where there is no such unit. */
  Optional<String> of(String unit) {
    UnitName name = UnitName.parse(unit).orElse(null);
    UnitPath.Entry entry = name == null ? null : path.fragment(name);
    if (name == null || entry == null) {
      return Optional.empty();
    }
    if (entry.masked()) {
      return Optional.of(isBelow(entry.path(), RUNTIME) ? "masked-runtime" : "masked");
    }
    if (entry.target().isPresent()) {
      return Optional.of("alias");
    }
    if (entry.path().startsWith("/run/systemd/generator")) {
      return Optional.of("generated");
    }
    if (entry.path().startsWith("/run/systemd/transient")) {
      return Optional.of("transient");
    }
    InstallSection install =
        InstallSection.of(unit, path, cache, version)
            .orElseThrow(() -> new IllegalStateException("no file of " + unit));
    return Optional.of(ofLinks(entry, install, name));
  }

  private String ofLinks(UnitPath.Entry entry, InstallSection install, UnitName name) {
    // Instances other than the default one are enabled by a template, which is not itself.
    String itself = install.linked().text();
    for (String place : List.of(CONFIG, RUNTIME)) {
      String suffix = place.equals(RUNTIME) ? "-runtime" : "";
      if (links.in(place, name.text()) || name.isTemplate() && links.in(place, itself)) {
        return "enabled" + suffix;
      }
      if (name.isTemplate() && links.hasInstances(place, name.text())) {
        return "indirect";
      }
    }
    if (!path.source(entry).equals(entry.path())) {
      return isBelow(entry.path(), RUNTIME) ? "linked-runtime" : "linked";
    }
    if (install.isEmpty()) {
      return "static";
    }
    return install.linksNothing() ? "indirect" : "disabled";
  }

  private static boolean isBelow(String path, String directory) {
    return path.startsWith(directory + "/");
  }
}
