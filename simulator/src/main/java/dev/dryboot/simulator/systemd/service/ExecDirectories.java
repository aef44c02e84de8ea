package dev.dryboot.simulator.systemd.service;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.value.Scalars;
import dev.dryboot.foreign.value.Words;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.systemd.unit.Settings;
import dev.dryboot.simulator.systemd.unit.Specifiers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The directories that a unit asks for ({@code StateDirectory=} and its like): made before its
 * first process runs; those below {@code /run} go when it ends (systemd 257, exec-invoke.c:
 * setup_exec_directory; execute.c: exec_context_destroy_runtime_directory).
 */
final class ExecDirectories {
  private static final Map<String, String> PLACES = new LinkedHashMap<>();

  static {
    PLACES.put("RuntimeDirectory", "/run/");
    PLACES.put("StateDirectory", "/var/lib/");
    PLACES.put("CacheDirectory", "/var/cache/");
    PLACES.put("LogsDirectory", "/var/log/");
    PLACES.put("ConfigurationDirectory", "/etc/");
  }

  /** Paths by kind: {@code runtime}, {@code state}, {@code cache}, … */
  private final Map<String, List<String>> byKind = new LinkedHashMap<>();

  private final String user;
  private final String preserve;

  private ExecDirectories(String user, String preserve) {
    this.user = user;
    this.preserve = preserve;
  }

  static ExecDirectories read(Settings settings, String section, Specifiers specifiers) {
    var directories =
        new ExecDirectories(
            settings.text(section, "User", "root"),
            settings.text(section, "RuntimeDirectoryPreserve", "no"));
    PLACES.forEach(
        (name, above) -> {
          for (Directive directive : settings.list(section, name)) {
            for (var word : Words.split(directive.value(), Words.Style.QUOTED).words()) {
              String path = above + specifiers.expand(word.text()).replaceFirst(":.*$", "");
              String kind = name.replace("Directory", "").toLowerCase(Locale.ROOT);
              directories.byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(path);
            }
          }
        });
    return directories;
  }

  /** Makes those that are not there yet. */
  void make(VirtualFileSystem files) {
    for (List<String> paths : byKind.values()) {
      for (String path : paths) {
        if (!files.exists(path)) {
          files.write(path, new FileNode.Directory(0755, user, user));
        }
      }
    }
  }

  /** Paths by kind, such as {@code state}. */
  Map<String, List<String>> byKind() {
    return byKind;
  }

  /** Takes away what does not outlive the unit. */
  void end(VirtualFileSystem files, boolean restarts) {
    boolean kept =
        preserve.equals("restart") ? restarts : Scalars.readBoolean(preserve).value().orElse(false);
    if (!kept) {
      byKind.getOrDefault("runtime", List.of()).forEach(files::remove);
    }
  }
}
