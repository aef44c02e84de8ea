package dev.dryboot.targets.os;

import dev.dryboot.targets.os.fedoracoreos.FedoraCoreOsTarget;
import dev.dryboot.targets.os.rancheros.RancherOsTarget;
import dev.dryboot.targets.os.ubuntu.UbuntuTarget;
import java.util.List;
import java.util.Optional;

/** The targets there are. */
public record Targets(List<Target> all) {
  public Targets {
    all = List.copyOf(all);
  }

  /** All that Dryboot knows. */
  public static Targets known() {
    return new Targets(
        List.of(new FedoraCoreOsTarget(), new UbuntuTarget(), new RancherOsTarget()));
  }

  public Optional<Target> find(String id) {
    return all.stream().filter(t -> t.id().equals(id)).findFirst();
  }
}
