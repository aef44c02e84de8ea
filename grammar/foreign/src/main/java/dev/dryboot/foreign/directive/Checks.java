package dev.dryboot.foreign.directive;

import java.util.List;

/**
 * The checks of values for one file.
 *
 * @param names expands specifiers
 */
record Checks(Expansion names) {

  /** Tells what systemd does not take in a value that is not empty. */
  @FunctionalInterface
  interface ValueCheck {
    List<Rejection> check(KnownDirective directive, String value, Checks checks);
  }

  SystemdVersion version() {
    return names.version();
  }

  PathChecks paths() {
    return new PathChecks(names);
  }

  MountChecks mounts() {
    return new MountChecks(names, paths());
  }

  DataChecks data() {
    return new DataChecks(names);
  }

  ResourceChecks resources() {
    return new ResourceChecks(names, paths());
  }

  AddressChecks addresses() {
    return new AddressChecks(names, paths());
  }

  SandboxChecks sandbox() {
    return new SandboxChecks(names);
  }

  WordChecks words() {
    return new WordChecks(names);
  }
}
