package dev.dryboot.simulator.systemd.service;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.value.EnvironmentText;
import dev.dryboot.foreign.value.Words;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.systemd.unit.Settings;
import dev.dryboot.simulator.systemd.unit.Specifiers;
import dev.dryboot.source.SourceText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of a unit's processes: Environment=, EnvironmentFile=, UnsetEnvironment=.
 *
 * @param defaults DefaultEnvironment= of the manager
 */
public record Environment(
    Settings settings,
    String section,
    Specifiers specifiers,
    VirtualFileSystem files,
    Map<String, String> defaults) {

  /** What could not be had: the file that is missing, or the variables, which are the caller's. */
  public record Variables(Map<String, String> values, Optional<String> missingFile) {}

  /** The same as other files give it. */
  Environment in(VirtualFileSystem other) {
    return new Environment(settings, section, specifiers, other, defaults);
  }

  /** The variables as they are when a process is started. */
  public Variables now() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin");
    values.putAll(defaults);
    for (Directive directive : settings.list(section, "Environment")) {
      values.putAll(
          EnvironmentText.readDirective(
                  directive.value(), word -> specifiers.read(word).value().orElse(""))
              .variables());
    }
    for (Directive directive : settings.list(section, "EnvironmentFile")) {
      String path = specifiers.expand(directive.value());
      boolean optional = path.startsWith("-");
      Optional<SourceText> text = files.read(optional ? path.substring(1) : path);
      if (text.isEmpty() && !optional) {
        return new Variables(values, Optional.of(path));
      }
      text.ifPresent(t -> values.putAll(EnvironmentText.readFile(t.text()).variables()));
    }
    for (Directive directive : settings.list(section, "UnsetEnvironment")) {
      for (String word : Words.split(directive.value(), Words.Style.COMMAND).texts()) {
        unset(values, specifiers.expand(word));
      }
    }
    return new Variables(values, Optional.empty());
  }

  /** A name takes the variable away, an assignment does so only where the value is the same. */
  private static void unset(Map<String, String> values, String word) {
    int equals = word.indexOf('=');
    if (equals < 0) {
      values.remove(word);
    } else {
      values.remove(word.substring(0, equals), word.substring(equals + 1));
    }
  }
}
