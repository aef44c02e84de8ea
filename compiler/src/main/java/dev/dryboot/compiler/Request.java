package dev.dryboot.compiler;

import dev.dryboot.compiler.model.TargetChoice;
import java.util.Optional;

/**
 * Which artifacts are wanted.
 *
 * @param host name of the host
 * @param target one that the host names
 * @param replica number of the host in its fleet, from 1
 * @param format version of the target's format, such as {@code 3.3} for Ignition; empty for the
 *     target's own choice
 */
public record Request(String host, TargetChoice target, int replica, Optional<String> format) {
  public static Request of(String host, TargetChoice target) {
    return new Request(host, target, 1, Optional.empty());
  }
}
