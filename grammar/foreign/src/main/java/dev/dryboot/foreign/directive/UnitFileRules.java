package dev.dryboot.foreign.directive;

import dev.dryboot.source.Rule;
import java.util.List;

/** The rules about the text of unit files (family UF). */
public final class UnitFileRules {
  public static final Rule UNKNOWN_DIRECTIVE = new Rule("UF001", "unknown-directive");
  public static final Rule WRONG_SECTION = new Rule("UF002", "directive-in-wrong-section");
  public static final Rule UNKNOWN_SECTION = new Rule("UF003", "unknown-section");
  public static final Rule VALUE_IGNORED = new Rule("UF004", "value-ignored");
  public static final Rule UNIT_REFUSED = new Rule("UF005", "value-refuses-unit");
  public static final Rule OUTSIDE_SECTION = new Rule("UF006", "line-outside-section");
  public static final Rule MISSING_EQUALS = new Rule("UF007", "line-without-assignment");
  public static final Rule BROKEN_HEADER = new Rule("UF008", "broken-section-header");
  public static final Rule LINE_TOO_LONG = new Rule("UF009", "line-too-long");
  public static final Rule NO_COMMAND = new Rule("UF010", "service-without-command");
  public static final Rule SEVERAL_COMMANDS = new Rule("UF011", "several-start-commands");
  public static final Rule LEGACY_DIRECTIVE = new Rule("UF012", "legacy-directive");
  public static final Rule NEWER_DIRECTIVE = new Rule("UF013", "newer-directive");
  public static final Rule ONESHOT_RESTART = new Rule("UF014", "oneshot-restart");
  public static final Rule INCOMPLETE_UNIT = new Rule("UF015", "incomplete-unit");
  public static final Rule WRONG_MOUNT_NAME = new Rule("UF016", "mount-name-mismatch");
  public static final Rule DEPENDENCY_RESET = new Rule("UF017", "dependency-reset");
  public static final Rule UNKNOWN_ESCAPE = new Rule("UF018", "unknown-escape");
  public static final Rule NO_SHELL = new Rule("UF019", "no-shell-here");

  /** All of them, by their codes. */
  public static final List<Rule> ALL =
      List.of(
          UNKNOWN_DIRECTIVE,
          WRONG_SECTION,
          UNKNOWN_SECTION,
          VALUE_IGNORED,
          UNIT_REFUSED,
          OUTSIDE_SECTION,
          MISSING_EQUALS,
          BROKEN_HEADER,
          LINE_TOO_LONG,
          NO_COMMAND,
          SEVERAL_COMMANDS,
          LEGACY_DIRECTIVE,
          NEWER_DIRECTIVE,
          ONESHOT_RESTART,
          INCOMPLETE_UNIT,
          WRONG_MOUNT_NAME,
          DEPENDENCY_RESET,
          UNKNOWN_ESCAPE,
          NO_SHELL);

  private UnitFileRules() {}
}
