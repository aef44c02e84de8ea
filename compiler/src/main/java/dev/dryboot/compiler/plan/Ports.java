package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.Units;

/** Published ports as engines write them. */
final class Ports {
  private Ports() {}

  /** {@code 127.0.0.1:9000:9000/tcp}; a range is parted among the instances of a container. */
  static String of(Units.Publish publish, int replicas, int instance) {
    String address =
        publish.address().isEmpty()
            ? ""
            : (publish.address().contains(":") && !publish.address().startsWith("[")
                    ? "[" + publish.address() + "]"
                    : publish.address())
                + ":";
    boolean parted = replicas > 1 && publish.last() > publish.first();
    int first = parted ? Math.min(publish.first() + instance - 1, publish.last()) : publish.first();
    String here = parted ? "" + first : range(publish.first(), publish.last());
    String there =
        parted && publish.containerLast() > publish.container()
            ? "" + (publish.container() + instance - 1)
            : range(publish.container(), publish.containerLast());
    return address
        + here
        + ":"
        + there
        + (publish.protocol().equals("tcp") ? "" : "/" + publish.protocol());
  }

  private static String range(int first, int last) {
    return first == last ? "" + first : first + "-" + last;
  }
}
