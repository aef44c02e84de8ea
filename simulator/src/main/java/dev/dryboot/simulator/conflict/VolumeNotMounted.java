package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A container uses a directory of the host that may not be mounted yet: the engine makes an empty
 * one in its place.
 */
final class VolumeNotMounted implements ConflictRule {
  @Override
  public List<Diagnostic> findings(Sight sight) {
    List<Diagnostic> found = new ArrayList<>();
    for (UnitRecord unit : sight.usersUnits()) {
      for (EngineCall call : EngineCall.all(unit)) {
        if (call.makesContainer() && sight.takesPart(unit.name())) {
          for (String source : sources(call)) {
            check(sight, unit, call, source, found);
          }
        }
      }
    }
    return found;
  }

  private static void check(
      Sight sight, UnitRecord unit, EngineCall call, String source, List<Diagnostic> found) {
    for (UnitRecord mount : Mounts.above(sight, source)) {
      if (!sight.comesAfter(unit.name(), mount.name())) {
        finding(sight, unit, call, source, mount).ifPresent(found::add);
      }
    }
  }

  /** The directories of the host that the container is given. */
  static List<String> sources(EngineCall call) {
    List<String> sources = new ArrayList<>();
    for (String volume : call.call().volumes()) {
      sources.add(volume.split(":", 2)[0]);
    }
    for (String mount : call.call().mounts()) {
      for (String part : mount.split(",", -1)) {
        if (part.startsWith("source=") || part.startsWith("src=")) {
          sources.add(part.substring(part.indexOf('=') + 1));
        }
      }
    }
    return sources.stream().filter(s -> s.startsWith("/")).toList();
  }

  private static Optional<Diagnostic> finding(
      Sight sight, UnitRecord unit, EngineCall call, String source, UnitRecord mount) {
    return sight
        .place(unit, call.command())
        .map(
            span -> {
              Diagnostic diagnostic =
                  Diagnostic.error(
                          ConflictRules.VOLUME_NOT_MOUNTED,
                          span,
                          "the container of %s may start before %s is mounted"
                              .formatted(unit.name(), Mounts.where(mount)))
                      .why(
                          "Nothing orders it after the mount. When it is first, the engine makes an"
                              + " empty "
                              + source
                              + " on the disk below, and the container works on that.")
                      .help("add RequiresMountsFor=" + source + " to " + unit.name());
              return sight
                  .place(mount)
                  .map(s -> diagnostic.related(s, "mounted by " + mount.name()))
                  .orElse(diagnostic);
            });
  }
}
