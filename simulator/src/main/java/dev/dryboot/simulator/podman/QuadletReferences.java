package dev.dryboot.simulator.podman;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The other quadlets that a quadlet names: their services are needed and waited for. */
final class QuadletReferences {
  private final Map<String, Quadlet> all;
  private final List<String> needed = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  /**
   * @param all the quadlets of the machine by their files' names
   */
  QuadletReferences(Map<String, Quadlet> all) {
    this.all = all;
  }

  /** What a value is in podman: itself, or what the quadlet that it names is called there. */
  String resolve(String value) {
    if (!Quadlet.isNameOfOne(value) || value.contains("/")) {
      return value;
    }
    Quadlet other = all.get(value);
    if (other == null) {
      missing.add(value);
      return value;
    }
    needed.add(other.serviceName());
    return other.resourceName();
  }

  /** The services of the quadlets that were named. */
  List<String> needed() {
    return needed;
  }

  /** The names for which there is no quadlet. */
  List<String> missing() {
    return missing;
  }
}
