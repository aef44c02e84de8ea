package dev.dryboot.foreign.config;

import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a preset file (systemd.preset(5)).
 *
 * @param lines in order; the first that fits a unit decides
 * @param faults lines that systemd skips with a warning
 */
public record PresetFile(List<Line> lines, List<LineFault> faults) {

  /** What a line asks for. */
  public enum Action {
    ENABLE,
    DISABLE,
    /** Left as it is (systemd 256 and newer). */
    IGNORE
  }

  /**
   * A line.
   *
   * @param pattern of unit names, with {@code *}, {@code ?} and {@code […]}
   * @param instances of a template that are meant; none for those that the unit names itself
   */
  public record Line(Action action, String pattern, List<String> instances, Span span) {
    public Line {
      instances = List.copyOf(instances);
    }

    /** Whether it is about {@code unit}: the name fits, or it is an instance of the template. */
    public boolean fits(String unit) {
      return Glob.matches(pattern, unit)
          || instances.stream().anyMatch(i -> pattern.replace("@.", "@" + i + ".").equals(unit));
    }
  }

  public PresetFile {
    lines = List.copyOf(lines);
    faults = List.copyOf(faults);
  }

  /** Reads a file. Never fails. */
  public static PresetFile read(SourceText source) {
    List<Line> lines = new ArrayList<>();
    List<LineFault> faults = new ArrayList<>();
    for (ConfigLine line : ConfigLine.of(source, "#;")) {
      String[] words = line.text().split("[ \t]+");
      Optional<Action> action =
          switch (words[0]) {
            case "enable" -> Optional.of(Action.ENABLE);
            case "disable" -> Optional.of(Action.DISABLE);
            case "ignore" -> Optional.of(Action.IGNORE);
            default -> Optional.empty();
          };
      if (action.isEmpty() || words.length < 2) {
        faults.add(new LineFault(line.span(), "enable, disable or ignore and a unit are expected"));
      } else {
        lines.add(
            new Line(action.get(), words[1], List.of(words).subList(2, words.length), line.span()));
      }
    }
    return new PresetFile(lines, faults);
  }

  /** The first line about {@code unit}. */
  public Optional<Line> decision(String unit) {
    return lines.stream().filter(l -> l.fits(unit)).findFirst();
  }
}
