package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.directive.UnitFileKind;
import java.util.Optional;

/** The types of units, in the order of systemd's UnitType, which is that of the run queue. */
public enum UnitType {
  SERVICE,
  MOUNT,
  SWAP,
  SOCKET,
  TARGET,
  DEVICE,
  AUTOMOUNT,
  TIMER,
  PATH,
  SLICE,
  SCOPE;

  private static final UnitType[] VALUES = values();

  private final String word = name().toLowerCase(java.util.Locale.ROOT);
  private final String suffix = "." + word;
  private final UnitFileKind fileKind = UnitFileKind.of(inFiles());
  private final String section = Character.toUpperCase(word.charAt(0)) + word.substring(1);

  /** With its dot: {@code .service}. */
  public String suffix() {
    return suffix;
  }

  /** The word without a dot: {@code service}. */
  public String word() {
    return word;
  }

  /** The section that holds its own settings, such as {@code Service}. */
  public String section() {
    return section;
  }

  /** As those know it who read unit files. */
  dev.dryboot.foreign.unitname.UnitType inFiles() {
    return dev.dryboot.foreign.unitname.UnitType.valueOf(name());
  }

  /** The kind of file that says something about units of this type. */
  UnitFileKind fileKind() {
    return fileKind;
  }

  public static Optional<UnitType> of(String name) {
    for (UnitType type : VALUES) {
      if (name.endsWith(type.suffix)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** IgnoreOnIsolate= where it is not set (unit_vtable: mounts, swaps, devices, slices, …). */
  public boolean ignoredOnIsolate() {
    return switch (this) {
      case MOUNT, SWAP, AUTOMOUNT, DEVICE, SLICE, SCOPE -> true;
      case SERVICE, SOCKET, TARGET, TIMER, PATH -> false;
    };
  }

  /** Whether units of this type have a control group, and so a slice. */
  public boolean hasControlGroup() {
    return switch (this) {
      case SERVICE, MOUNT, SWAP, SOCKET, SLICE, SCOPE -> true;
      case TARGET, DEVICE, AUTOMOUNT, TIMER, PATH -> false;
    };
  }

  /** Whether a unit of this type needs a file of its own to be loaded. */
  public boolean needsFragment() {
    return switch (this) {
      case SERVICE, SOCKET, TARGET, AUTOMOUNT, TIMER, PATH, SCOPE -> true;
      case MOUNT, SWAP, DEVICE, SLICE -> false;
    };
  }
}
