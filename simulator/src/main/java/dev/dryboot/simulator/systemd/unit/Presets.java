package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What is to be enabled by default (systemd.preset(5)). The first rule that matches wins. */
public final class Presets {
  private static final List<String> DIRECTORIES =
      List.of(
          "/etc/systemd/system-preset",
          "/run/systemd/system-preset",
          "/usr/local/lib/systemd/system-preset",
          "/usr/lib/systemd/system-preset",
          "/lib/systemd/system-preset");

  private final List<PresetRule> rules;

  private record PresetRule(boolean enable, Pattern pattern, List<String> instances) {}

  private Presets(List<PresetRule> rules) {
    this.rules = rules;
  }

  /** Reads all preset files, by name; of equal names the earliest directory wins. */
  public static Presets read(VirtualFileSystem files) {
    TreeMap<String, SourceText> texts = new TreeMap<>();
    for (String directory : DIRECTORIES) {
      for (String name : files.list(directory)) {
        if (name.endsWith(".preset") && !texts.containsKey(name)) {
          files.read(directory + "/" + name).ifPresent(t -> texts.put(name, t));
        }
      }
    }
    List<PresetRule> rules = new ArrayList<>();
    for (SourceText text : texts.values()) {
      text.text().lines().forEach(l -> addRule(l.strip(), rules));
    }
    return new Presets(rules);
  }

  private static void addRule(String line, List<PresetRule> rules) {
    String[] words = line.split("\\s+");
    boolean enable = words[0].equals("enable");
    if (words.length >= 2 && (enable || words[0].equals("disable"))) {
      rules.add(
          new PresetRule(
              enable,
              dev.dryboot.simulator.systemd.core.Globs.toPattern(words[1]),
              List.of(words).subList(2, words.length)));
    }
  }

  /** Whether a unit is to be enabled; so it is where no rule matches. */
  public boolean enables(String unit) {
    for (PresetRule rule : rules) {
      if (rule.pattern().matcher(unit).matches()) {
        return rule.enable();
      }
    }
    return true;
  }

  /** The instances of a template that are to be enabled; the unit itself where none are named. */
  public List<String> instances(String unit) {
    for (PresetRule rule : rules) {
      if (rule.pattern().matcher(unit).matches()) {
        return UnitName.parse(unit)
            .filter(n -> n.isTemplate() && !rule.instances().isEmpty())
            .map(n -> rule.instances().stream().map(n::instantiate).toList())
            .orElse(List.of(unit));
      }
    }
    return List.of(unit);
  }
}
