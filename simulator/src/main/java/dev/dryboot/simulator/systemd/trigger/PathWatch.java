package dev.dryboot.simulator.systemd.trigger;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.systemd.core.Globs;
import dev.dryboot.simulator.systemd.unit.Settings;
import dev.dryboot.simulator.systemd.unit.Specifiers;
import java.util.ArrayList;
import java.util.List;

/** A path that is watched, and whether it was there when it was last looked at (PathSpec). */
final class PathWatch {
  private static final List<String> KINDS =
      List.of("PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty");

  private final String kind;
  private final String path;
  private boolean existed;

  private PathWatch(String kind, String path) {
    this.kind = kind;
    this.path = path;
  }

  /** The paths that section [Path] names. */
  static List<PathWatch> read(Settings settings, Specifiers specifiers) {
    List<PathWatch> watches = new ArrayList<>();
    for (String kind : KINDS) {
      for (Directive directive : settings.list("Path", kind)) {
        String path = VirtualFileSystem.normal(specifiers.expand(directive.value()));
        watches.add(new PathWatch(kind, path));
      }
    }
    return watches;
  }

  /** The directive. */
  String kind() {
    return kind;
  }

  String path() {
    return path;
  }

  boolean existed() {
    return existed;
  }

  /** Whether it waits for a change, and not for something to be there. */
  boolean changes() {
    return kind.equals("PathChanged") || kind.equals("PathModified");
  }

  /** Whether the unit is to start; a change counts once it is seen (path_spec_check_good). */
  boolean isGood(VirtualFileSystem files, boolean initial, boolean fromTrigger) {
    return switch (kind) {
      case "PathExists" -> files.exists(path);
      case "PathExistsGlob" -> Globs.matches(files, path);
      case "DirectoryNotEmpty" -> files.list(path).stream().anyMatch(n -> !n.startsWith("."));
      default -> {
        boolean exists = files.exists(path);
        boolean good = !initial && !fromTrigger && exists != existed;
        existed = exists;
        yield good;
      }
    };
  }
}
