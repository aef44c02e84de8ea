package dev.dryboot.foreign.unitname;

import java.util.Optional;

/** What the specifiers stand for that a unit's own name does not tell. */
@FunctionalInterface
public interface SpecifierContext {

  /**
   * What {@code specifier} stands for on this host: {@code H} for the host name, {@code m} for the
   * machine id, {@code t} for the runtime directory and so on; empty where it is not known.
   */
  Optional<String> value(char specifier);

  /** The directories of the system manager, and root as the user; the host is not known. */
  static SpecifierContext system() {
    return specifier ->
        Optional.ofNullable(
            switch (specifier) {
              case 'C' -> "/var/cache";
              case 'D' -> "/usr/share";
              case 'E' -> "/etc";
              case 'L' -> "/var/log";
              case 'S' -> "/var/lib";
              case 'T' -> "/tmp";
              case 'V' -> "/var/tmp";
              case 't' -> "/run";
              case 'g', 'u' -> "root";
              case 'G', 'U' -> "0";
              case 'h' -> "/root";
              case 's' -> "/bin/sh";
              default -> null;
            });
  }
}
