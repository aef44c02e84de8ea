package dev.dryboot.targets.image;

/** The units that systemd itself brings, on every system that runs it. */
public final class SystemdUnits {
  private static final FileBundle BUNDLE = FileBundle.resource(SystemdUnits.class, "systemd.files");

  private SystemdUnits() {}

  /** The units, with the links that enable them. */
  public static FileBundle bundle() {
    return BUNDLE;
  }
}
