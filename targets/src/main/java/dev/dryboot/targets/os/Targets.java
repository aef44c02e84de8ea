package dev.dryboot.targets.os;

import java.util.List;
import java.util.Optional;

/** The targets there are. */
public record Targets(List<Target> all) {
  public Targets {
    all = List.copyOf(all);
  }

  public Optional<Target> find(String id) {
    return all.stream().filter(t -> t.id().equals(id)).findFirst();
  }
}
