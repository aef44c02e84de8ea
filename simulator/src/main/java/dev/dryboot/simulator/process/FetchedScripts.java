package dev.dryboot.simulator.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What scripts do that many fetch and run, by the address they are fetched from. */
public final class FetchedScripts {
  private static final Map<String, String> BY_HOST =
      Map.of(
          // docker/docker-install, install.sh: adds the repository, then installs these.
          "get.docker.com", "apt-get install -y docker-ce docker-ce-cli containerd.io\n");

  private FetchedScripts() {}

  /** The script that one of {@code words} is the address of, if it is known. */
  public static Optional<String> of(List<String> words) {
    return words.stream()
        .map(w -> w.replaceFirst("^https?://", "").replaceFirst("[/?].*", ""))
        .map(BY_HOST::get)
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }
}
