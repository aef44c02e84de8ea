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
  private final Type type;
  private final String path;
  private boolean existed;

  /** What is waited for (PathType). */
  private enum Type {
    EXISTS("PathExists"),
    EXISTS_GLOB("PathExistsGlob"),
    CHANGED("PathChanged"),
    MODIFIED("PathModified"),
    DIRECTORY_NOT_EMPTY("DirectoryNotEmpty");

    private final String directive;

    Type(String directive) {
      this.directive = directive;
    }
  }

  private PathWatch(Type type, String path) {
    this.type = type;
    this.path = path;
  }

  /** The paths that section [Path] names. */
  static List<PathWatch> read(Settings settings, Specifiers specifiers) {
    List<PathWatch> watches = new ArrayList<>();
    for (Type type : Type.values()) {
      for (Directive directive : settings.list("Path", type.directive)) {
        String path = VirtualFileSystem.normal(specifiers.expand(directive.value()));
        watches.add(new PathWatch(type, path));
      }
    }
    return watches;
  }

  String path() {
    return path;
  }

  /** Whether MakeDirectory= makes it (path_spec_mkdir). */
  boolean maybeMade() {
    return type != Type.EXISTS && type != Type.EXISTS_GLOB;
  }

  /** Whether what happened at {@code other} is the change that is waited for. */
  boolean isChangedBy(String other) {
    boolean changes = type == Type.CHANGED || type == Type.MODIFIED;
    return changes && existed && (other + "/").startsWith(path + "/");
  }

  /** Whether what happened at {@code other} is a reason to look at the path. */
  boolean isConcernedBy(String other) {
    return type == Type.EXISTS_GLOB
        || (other + "/").startsWith(path + "/")
        || path.startsWith(other + "/");
  }

  /** Whether the unit is to start; a change counts once it is seen (path_spec_check_good). */
  boolean isGood(VirtualFileSystem files, boolean initial, boolean fromTrigger) {
    return switch (type) {
      case EXISTS -> files.exists(path);
      case EXISTS_GLOB -> Globs.matches(files, path);
      case DIRECTORY_NOT_EMPTY -> files.list(path).stream().anyMatch(n -> !n.startsWith("."));
      case CHANGED, MODIFIED -> {
        boolean exists = files.exists(path);
        boolean good = !initial && !fromTrigger && exists != existed;
        existed = exists;
        yield good;
      }
    };
  }
}
