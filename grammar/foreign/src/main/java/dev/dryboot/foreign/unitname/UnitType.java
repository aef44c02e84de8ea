package dev.dryboot.foreign.unitname;

import java.util.Locale;
import java.util.Optional;

/** A type of systemd unit, by the suffix of its name, in the order that systemd numbers them. */
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

  /** The suffix without its dot: {@code service}. */
  public String suffix() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of units whose names end in {@code suffix} (without the dot). */
  public static Optional<UnitType> of(String suffix) {
    for (UnitType type : values()) {
      if (type.suffix().equals(suffix)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The section of a unit file that is for this type alone; empty for targets and devices. */
  public Optional<String> section() {
    return this == TARGET || this == DEVICE
        ? Optional.empty()
        : Optional.of(name().charAt(0) + suffix().substring(1));
  }
}
