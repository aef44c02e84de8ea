package dev.dryboot.simulator.machine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a package manager installs.
 *
 * @param name as the package manager knows it
 * @param bytes how much has to be fetched, dependencies included
 * @param files path to node
 * @param enables units that are enabled when the package is configured
 * @param starts units that are then started, one call for each, as maintainer scripts do
 */
public record SoftwarePackage(
    String name,
    long bytes,
    Map<String, FileNode> files,
    List<String> enables,
    List<String> starts) {
  public SoftwarePackage {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    enables = List.copyOf(enables);
    starts = List.copyOf(starts);
  }
}
