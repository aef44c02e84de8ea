package dev.dryboot.compiler.plan;

import java.util.Optional;

/**
 * What a planner must know of a system that systemd runs.
 *
 * @param defaultEngine the engine of containers where the host names none
 * @param quadlets whether podman's generator makes units of quadlets
 * @param quadletNetworks whether a quadlet may name another container's quadlet as its network
 *     (podman 5.3)
 * @param dockerStartsAtBoot whether docker.service is enabled as it comes, not only its socket
 * @param mountUnits whether filesystems need mount units, because nothing else mounts them
 * @param facts variables that hold what only the machine knows
 */
public record SystemdPlatform(
    String defaultEngine,
    boolean quadlets,
    boolean quadletNetworks,
    boolean dockerStartsAtBoot,
    boolean mountUnits,
    Facts facts) {

  /** Where units find what only the machine knows. */
  public interface Facts {
    /** The variable for a fact such as {@code machine.private-ipv4} on a platform. */
    Optional<String> variable(String fact, String platform);

    /** The unit that writes the variables. */
    String unit();

    /** The file they are in. */
    String environmentFile();

    /** Knows none. */
    Facts NONE =
        new Facts() {
          @Override
          public Optional<String> variable(String fact, String platform) {
            return Optional.empty();
          }

          @Override
          public String unit() {
            return "";
          }

          @Override
          public String environmentFile() {
            return "";
          }
        };
  }
}
