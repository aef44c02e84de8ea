package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.unitname.UnitType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of file in the form of unit files, and the sections that belong in it.
 *
 * @param suffix without its dot: {@code service}, {@code container}, {@code network}
 * @param sections in the order that one writes them
 * @param quadlet whether podman turns it into a service
 */
public record UnitFileKind(String suffix, List<String> sections, boolean quadlet) {
  private static final List<String> NETWORKD = List.of("network", "netdev", "link");
  private static final List<String> QUADLETS =
      List.of("container", "pod", "volume", "kube", "image", "build");

  public UnitFileKind {
    sections = List.copyOf(sections);
  }

  /** The kind of a unit of systemd. */
  public static UnitFileKind of(UnitType type) {
    List<String> sections = new ArrayList<>();
    sections.add("Unit");
    type.section().ifPresent(sections::add);
    sections.add("Install");
    return new UnitFileKind(type.suffix(), sections, false);
  }

  /** The kind of podman's file with this suffix: {@code container}, {@code network}, … */
  public static UnitFileKind quadlet(String suffix) {
    String section = suffix.substring(0, 1).toUpperCase(Locale.ROOT) + suffix.substring(1);
    return new UnitFileKind(
        suffix, List.of("Unit", section, "Quadlet", "Service", "Install"), true);
  }

  /** Any file of systemd-networkd or systemd-udevd. */
  public static UnitFileKind network(String suffix) {
    List<String> sections = new ArrayList<>(DirectiveTable.known().sections());
    for (UnitType type : UnitType.values()) {
      type.section().ifPresent(sections::remove);
    }
    sections.removeAll(List.of("Unit", "Install", "Container", "Pod", "Kube", "Image", "Build"));
    return new UnitFileKind(suffix, sections, false);
  }

  /**
   * The kind by a file's name. A name that ends in {@code .network} is one of networkd; ask {@link
   * #quadlet} for podman's.
   */
  public static Optional<UnitFileKind> ofName(String fileName) {
    String suffix = fileName.substring(fileName.lastIndexOf('.') + 1);
    if (QUADLETS.contains(suffix)) {
      return Optional.of(quadlet(suffix));
    }
    return NETWORKD.contains(suffix)
        ? Optional.of(network(suffix))
        : UnitType.of(suffix).map(UnitFileKind::of);
  }

  /** The name that the table has for {@code section}: podman's [Network] is not networkd's. */
  String inTable(String section) {
    return quadlet && section.equals("Network") ? "Network:podman" : section;
  }

  boolean isNetworkd() {
    return !quadlet && NETWORKD.contains(suffix);
  }
}
