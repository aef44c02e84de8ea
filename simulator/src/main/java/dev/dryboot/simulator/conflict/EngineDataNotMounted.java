package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The container engine may start before the disk that holds its data is mounted: it then fills the
 * directory below, and its images and volumes seem lost.
 */
final class EngineDataNotMounted implements ConflictRule {
  @Override
  public List<Diagnostic> findings(Sight sight) {
    List<Diagnostic> found = new ArrayList<>();
    for (UnitRecord engine : sight.boot().units()) {
      String data = dataDirectory(sight, engine.name());
      if (!data.isEmpty() && sight.takesPart(engine.name())) {
        for (UnitRecord mount : Mounts.above(sight, data)) {
          if (!sight.comesAfter(engine.name(), mount.name())) {
            finding(sight, engine, mount, data).ifPresent(found::add);
          }
        }
      }
    }
    return found;
  }

  private static String dataDirectory(Sight sight, String unit) {
    return switch (unit) {
      case "docker.service" -> Mounts.dockerDataRoot(sight.boot().files());
      case "containerd.service" -> "/var/lib/containerd";
      case "crio.service" -> "/var/lib/containers";
      default -> "";
    };
  }

  private static Optional<Diagnostic> finding(
      Sight sight, UnitRecord engine, UnitRecord mount, String data) {
    return sight
        .place(mount)
        .map(
            span ->
                Diagnostic.error(
                        ConflictRules.ENGINE_DATA_NOT_MOUNTED,
                        span,
                        "%s may start before %s is mounted"
                            .formatted(engine.name(), Mounts.where(mount)))
                    .why(
                        "Nothing orders the one after the other. When the engine is first, it makes a"
                            + " new "
                            + data
                            + " on the disk below; the mount then hides it, or hides the images and"
                            + " volumes of the boots before.")
                    .help(
                        "add a drop-in to %s with RequiresMountsFor=%s, and mount without nofail"
                            .formatted(engine.name(), data)));
  }
}
