package dev.dryboot.simulator.container;

import java.util.List;
import java.util.Optional;

/** The networks that an engine has. */
public final class Networks {
  private static final String KIND = "network";
  private static final List<String> BUILT_IN = List.of("bridge", "host", "none", "default");

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
        || network.equals("pasta")
        || network.startsWith("slirp4netns");
  }
}
