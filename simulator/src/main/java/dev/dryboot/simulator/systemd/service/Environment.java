package dev.dryboot.simulator.systemd.service;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.value.EnvironmentText;
import dev.dryboot.foreign.value.Words;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.simulator.systemd.unit.Settings;
import dev.dryboot.simulator.systemd.unit.Specifiers;
import dev.dryboot.simulator.systemd.unit.UnitType;
import dev.dryboot.source.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The variables of a unit's processes: PassEnvironment=, Environment=, EnvironmentFile=,
 * UnsetEnvironment=.
 *
 * @param type of the unit, whose section says them
 * @param handed those that the manager hands to all
 * @param own those that the manager has itself, for PassEnvironment=
 */
public record Environment(
    Settings settings,
    UnitType type,
    Specifiers specifiers,
    VirtualFileSystem files,
    Supplier<Map<String, String>> handed,
    Supplier<Map<String, String>> own) {

  /** What could not be had: the file that is missing, or the variables, which are the caller's. */
  public record Variables(Map<String, String> values, Optional<String> missingFile) {}

  /** The assignments of PassEnvironment=, Environment=, EnvironmentFile= and UnsetEnvironment=. */
  private record Written(
      List<Directive> passed,
      List<Directive> variables,
      List<Directive> files,
      List<Directive> unset) {
    static Written of(Settings settings, String section) {
      return new Written(
          settings.list(section, "PassEnvironment"),
          settings.list(section, "Environment"),
          settings.list(section, "EnvironmentFile"),
          settings.list(section, "UnsetEnvironment"));
    }
  }

  /** The same as other files give it. */
  Environment in(VirtualFileSystem other) {
    return new Environment(settings, type, specifiers, other, handed, own);
  }

  /** The variables as they are when a process is started. */
  public Variables now() {
    Map<String, String> values = new LinkedHashMap<>(handed.get());
    Written written = settings.derived(Written.class, type, s -> Written.of(s, type.section()));
    for (Directive directive : written.passed()) {
      for (String name : Words.split(directive.value(), Words.Style.COMMAND).texts()) {
        String variable = specifiers.expand(name);
        Optional.ofNullable(own.get().get(variable)).ifPresent(v -> values.put(variable, v));
      }
    }
    for (Directive directive : written.variables()) {
      values.putAll(
          EnvironmentText.readDirective(
                  directive.value(), word -> specifiers.read(word).value().orElse(""))
              .variables());
    }
    for (Directive directive : written.files()) {
      String path = specifiers.expand(directive.value());
      boolean optional = path.startsWith("-");
      Optional<SourceText> text = files.read(optional ? path.substring(1) : path);
      if (text.isEmpty() && !optional) {
        return new Variables(values, Optional.of(path));
      }
      text.ifPresent(t -> values.putAll(EnvironmentText.readFile(t.text()).variables()));
    }
    for (Directive directive : written.unset()) {
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
