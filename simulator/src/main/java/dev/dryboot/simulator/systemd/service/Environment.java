package dev.dryboot.simulator.systemd.service;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.systemd.unit.Settings;
import dev.dryboot.simulator.systemd.unit.Specifiers;
import dev.dryboot.simulator.systemd.unit.Values;
import dev.dryboot.source.SourceText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The variables of a unit's processes: Environment=, EnvironmentFile=, UnsetEnvironment=. */
record Environment(
    Settings settings, String section, Specifiers specifiers, VirtualFileSystem files) {

  /** What could not be had: the file that is missing, or the variables. */
  record Variables(Map<String, String> values, Optional<String> missingFile) {}

  /** The same as other files give it. */
  Environment in(VirtualFileSystem other) {
    return new Environment(settings, section, specifiers, other);
  }

  /** The variables as they are when a process is started. */
  Variables now() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin");
    for (Directive directive : settings.list(section, "Environment")) {
      for (Values.Word word : Values.words(directive.value())) {
        put(values, specifiers.expand(word.text()));
      }
    }
    for (Directive directive : settings.list(section, "EnvironmentFile")) {
      String path = specifiers.expand(directive.value());
      boolean optional = path.startsWith("-");
      Optional<SourceText> text = files.read(optional ? path.substring(1) : path);
      if (text.isEmpty() && !optional) {
        return new Variables(values, Optional.of(path));
      }
      text.ifPresent(t -> t.text().lines().forEach(l -> putLine(values, l.strip())));
    }
    for (Directive directive : settings.list(section, "UnsetEnvironment")) {
      Values.words(directive.value()).forEach(w -> values.remove(w.text()));
    }
    return new Variables(values, Optional.empty());
  }

  private static void putLine(Map<String, String> values, String line) {
    if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
      return;
    }
    int equals = line.indexOf('=');
    if (equals > 0) {
      String value = line.substring(equals + 1).strip();
      boolean quoted =
          value.length() > 1
              && (value.startsWith("\"") && value.endsWith("\"")
                  || value.startsWith("'") && value.endsWith("'"));
      values.put(
          line.substring(0, equals).strip(),
          quoted ? value.substring(1, value.length() - 1) : value);
    }
  }

  private static void put(Map<String, String> values, String assignment) {
    int equals = assignment.indexOf('=');
    if (equals > 0) {
      values.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }
  }
}
