package dev.dryboot.foreign.unitfile;

import dev.dryboot.source.Origin;
import dev.dryboot.source.OriginText;
import dev.dryboot.source.SourceText;

/**
 * Prints a unit file piece by piece, each with its origin: a blank line between sections, one
 * directive on a line. What it prints reads back as what was written.
 */
public final class UnitFileWriter {
  private final OriginText text = new OriginText();

  /** Prints {@code file} with every directive originating from where it stands. */
  public static SourceText print(String name, UnitFile file) {
    var writer = new UnitFileWriter();
    for (Section section : file.sections()) {
      writer.section(section.name(), Origin.written(section.span()));
      for (Directive directive : section.directives()) {
        writer.directive(
            directive.name(),
            Origin.written(directive.nameSpan()),
            directive.value(),
            Origin.written(directive.valueSpan()));
      }
    }
    return writer.build(name);
  }

  /** Opens a section. */
  public UnitFileWriter section(String name, Origin origin) {
    require(isSection(name), name);
    text.add((text.length() == 0 ? "[" : "\n[") + name + "]\n", origin);
    return this;
  }

  /** Adds a directive. */
  public UnitFileWriter directive(String name, String value, Origin origin) {
    return directive(name, origin, value, origin);
  }

  /** Adds a directive whose name and value come from different places. */
  public UnitFileWriter directive(String name, Origin nameOrigin, String value, Origin origin) {
    require(isName(name), name);
    require(isValue(value), value);
    text.add(name + "=", nameOrigin).add(value, origin).add("\n", origin);
    return this;
  }

  /** Adds comment lines, one for each line of {@code comment}. */
  public UnitFileWriter comment(String comment, Origin origin) {
    comment.lines().forEach(line -> text.add(("# " + line).stripTrailing() + "\n", origin));
    return this;
  }

  /** The text so far. */
  public SourceText build(String name) {
    return text.build(name);
  }

  /** Whether {@code value} can be written: it reads back as itself. */
  public static boolean isValue(String value) {
    return isLine(value);
  }

  /** Whether {@code name} can be written as a directive's name. */
  public static boolean isName(String name) {
    return isLine(name)
        && !name.isEmpty()
        && name.indexOf('=') < 0
        && "#;[\uFEFF".indexOf(name.charAt(0)) < 0;
  }

  /** Whether {@code name} can be written as a section's name. */
  public static boolean isSection(String name) {
    return name.chars().allMatch(c -> c >= ' ' && c != 0x7f && "\"'\\".indexOf(c) < 0);
  }

  private static boolean isLine(String value) {
    boolean escaped = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\n' || c == '\r' || c == '\0') {
        return false;
      }
      escaped = c == '\\' && !escaped;
    }
    boolean padded =
        !value.isEmpty() && (isBlank(value.charAt(0)) || isBlank(value.charAt(value.length() - 1)));
    return !escaped && !padded;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static void require(boolean writable, String what) {
    if (!writable) {
      throw new IllegalArgumentException("a unit file cannot hold this as it is: " + what);
    }
  }
}
