package dev.dryboot.cli;

import java.util.Optional;

/**
 * Which hosts are meant, and for which of their targets; all, unless the user chose.
 *
 * @param target its id, or its id and version
 */
record HostChoice(Optional<String> host, Optional<String> target) {
  boolean isAll() {
    return host.isEmpty() && target.isEmpty();
  }

  boolean includes(HostProject.Job job) {
    return host.map(job.host()::equals).orElse(true)
        && target.map(job.target()::isCalled).orElse(true);
  }
}
