package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.value.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The paths that a unit's files name and whose mounts it therefore needs, specifiers included
 * (unit_add_exec_dependencies, RequiresMountsFor=, the paths of path units).
 *
 * @param required those without whose mounts the unit cannot be
 * @param wanted those of WantsMountsFor=
 * @param optional WorkingDirectory= with a dash
 */
record WrittenPaths(List<String> required, List<String> wanted, List<String> optional) {
  private static final List<String> EXEC_PATHS =
      List.of("WorkingDirectory", "RootDirectory", "RootImage");
  private static final List<List<String>> EXEC_DIRECTORIES =
      List.of(
          List.of("StateDirectory", "/var/lib"),
          List.of("CacheDirectory", "/var/cache"),
          List.of("LogsDirectory", "/var/log"),
          List.of("ConfigurationDirectory", "/etc"),
          List.of("RuntimeDirectory", "/run"));

  WrittenPaths {
    required = List.copyOf(required);
    wanted = List.copyOf(wanted);
    optional = List.copyOf(optional);
  }

  static WrittenPaths of(Unit unit) {
    return unit.settings().derived(WrittenPaths.class, unit.type(), s -> read(s, unit.type()));
  }

  boolean isEmpty() {
    return required.isEmpty() && wanted.isEmpty() && optional.isEmpty();
  }

  private static WrittenPaths read(Settings settings, UnitType type) {
    List<String> required = new ArrayList<>(0);
    addWords(settings, "Unit", "RequiresMountsFor", "", required);
    switch (type) {
      case SERVICE, SOCKET, SWAP -> addExecPaths(settings, type.section(), required);
      case PATH -> addPathSpecs(settings, required);
      case MOUNT, AUTOMOUNT, TARGET, DEVICE, TIMER, SLICE, SCOPE -> {}
    }
    List<String> wanted = new ArrayList<>(0);
    addWords(settings, "Unit", "WantsMountsFor", "", wanted);
    String directory = settings.text(type.section(), "WorkingDirectory", "");
    boolean optional = directory.startsWith("-/") && directory.length() > 2;
    return new WrittenPaths(
        required, wanted, optional ? List.of(directory.substring(1)) : List.of());
  }

  private static void addWords(
      Settings settings, String section, String name, String above, List<String> paths) {
    for (Directive directive : settings.list(section, name)) {
      Words.split(directive.value(), Words.Style.QUOTED)
          .words()
          .forEach(word -> paths.add(above + word.text()));
    }
  }

  private static void addExecPaths(Settings settings, String section, List<String> paths) {
    for (String name : EXEC_PATHS) {
      String path = settings.text(section, name, "");
      if ((path.startsWith("/") || path.startsWith("%")) && path.length() > 1) {
        paths.add(path);
      }
    }
    for (List<String> directory : EXEC_DIRECTORIES) {
      addWords(settings, section, directory.get(0), directory.get(1) + "/", paths);
    }
    if (settings.isTrue(section, "PrivateTmp", false)) {
      paths.add("/tmp");
      paths.add("/var/tmp");
    }
    for (Directive directive : settings.list(section, "ListenStream")) {
      if (directive.value().startsWith("/")) {
        paths.add(directive.value());
      }
    }
  }

  private static void addPathSpecs(Settings settings, List<String> paths) {
    for (String name :
        List.of(
            "PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty")) {
      settings.list("Path", name).forEach(directive -> paths.add(directive.value()));
    }
  }
}
