package dev.dryboot.simulator.container;

import java.util.List;
import java.util.Optional;

/** The networks that an engine has. */
public final class Networks {
  private static final String KIND = "network";
  private static final List<String> BUILT_IN = List.of("bridge", "host", "none", "default");

  private static final String SHARED = "container:";

  private final Store store;

  Networks(Store store) {
    this.store = store;
  }

  public boolean has(String network) {
    return BUILT_IN.contains(network) || store.has(KIND, network);
  }

  public void add(String network) {
    store.add(KIND, network);
  }

  public void remove(String network) {
    store.drop(KIND, network);
  }

  /** The container whose network a container shares, by name or id. */
  static Optional<String> sharedWith(ContainerSpec spec) {
    return spec.networks().stream()
        .filter(network -> network.startsWith(SHARED))
        .map(network -> network.substring(SHARED.length()))
        .findFirst();
  }

  /** The first network that a container asks for and that is not there. */
  Optional<String> missing(ContainerSpec spec) {
    return spec.networks().stream()
        .map(network -> network.split(":")[0])
        .filter(network -> !isMode(network) && !has(network))
        .findFirst();
  }

  /** Whether it names a way of networking, and no network. */
  private static boolean isMode(String network) {
    return network.equals("container")
        || network.equals("ns")
        || network.equals("private")
        || network.equals("pasta")
        || network.startsWith("slirp4netns");
  }
}
