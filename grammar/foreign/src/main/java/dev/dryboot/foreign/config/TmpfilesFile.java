package dev.dryboot.foreign.config;

import dev.dryboot.foreign.value.WordReader;
import dev.dryboot.foreign.value.Words;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a file in {@code tmpfiles.d} (tmpfiles.d(5)).
 *
 * @param lines in order
 * @param faults lines that systemd-tmpfiles skips
 */
public record TmpfilesFile(List<Line> lines, List<LineFault> faults) {

  /**
   * A line. Fields that are left out or a dash are absent.
   *
   * @param type the letter: {@code d}, {@code f}, {@code L}, …
   * @param flags what follows it: {@code !}, {@code +}, {@code -}, {@code =}, {@code ~}, {@code ^}
   */
  public record Line(
      char type,
      String flags,
      String path,
      Optional<String> mode,
      Optional<String> user,
      Optional<String> group,
      Optional<String> age,
      Optional<String> argument,
      Span span) {

    /** Whether it is only done at boot. */
    public boolean atBootOnly() {
      return flags.contains("!");
    }
  }

  private static final String TYPES = "fFwdDevqQpLcbCxXrRzZtThHaA";

  public TmpfilesFile {
    lines = List.copyOf(lines);
    faults = List.copyOf(faults);
  }

  /** Reads a file. Never fails. */
  public static TmpfilesFile read(SourceText source) {
    List<Line> lines = new ArrayList<>();
    List<LineFault> faults = new ArrayList<>();
    for (ConfigLine line : ConfigLine.of(source, "#")) {
      List<String> fields = new ArrayList<>();
      var words = new WordReader(line.text(), Words.Style.COMMAND);
      for (int i = 0; i < 6; i++) {
        words.next().flatMap(w -> w.value()).ifPresent(w -> fields.add(w.text()));
      }
      String rest = line.text().substring(words.offset());
      boolean typed =
          fields.size() >= 2
              && fields.getFirst().matches("[A-Za-z][!+\\-=~^$?]*")
              && TYPES.indexOf(fields.getFirst().charAt(0)) >= 0;
      if (!typed || !(fields.get(1).startsWith("/") || fields.get(1).startsWith("%"))) {
        faults.add(new LineFault(line.span(), "a type and an absolute path are expected"));
        continue;
      }
      lines.add(
          new Line(
              fields.getFirst().charAt(0),
              fields.getFirst().substring(1),
              fields.get(1),
              field(fields, 2),
              field(fields, 3),
              field(fields, 4),
              field(fields, 5),
              rest.isEmpty() || rest.equals("-") ? Optional.empty() : Optional.of(rest),
              line.span()));
    }
    return new TmpfilesFile(lines, faults);
  }

  private static Optional<String> field(List<String> fields, int at) {
    return at < fields.size() && !fields.get(at).equals("-")
        ? Optional.of(fields.get(at))
        : Optional.empty();
  }
}
