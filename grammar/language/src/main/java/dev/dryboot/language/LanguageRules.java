package dev.dryboot.language;

import dev.dryboot.source.Rule;
import java.util.List;

/** What the language itself finds: syntax, names, settings and their literals. */
public final class LanguageRules {
  public static final Rule SYNTAX = new Rule("DB001", "syntax");
  public static final Rule UNFINISHED_TEXT = new Rule("DB002", "unfinished-text");
  public static final Rule UNBALANCED_BRACE = new Rule("DB003", "unbalanced-brace");
  public static final Rule MISSING_VALUE = new Rule("DB004", "missing-value");
  public static final Rule UNQUOTED_TEXT = new Rule("DB005", "unquoted-text");
  public static final Rule STRAY_CHARACTER = new Rule("DB006", "stray-character");
  public static final Rule UNKNOWN_WORD = new Rule("DB007", "unknown-word");
  public static final Rule ESCAPE = new Rule("DB008", "unknown-escape-in-text");
  public static final Rule PLACEHOLDER = new Rule("DB009", "unknown-placeholder");
  public static final Rule TEXT_BLOCK = new Rule("DB010", "text-block-layout");
  public static final Rule ENCODING = new Rule("DB011", "not-utf-8");
  public static final Rule TOO_LARGE = new Rule("DB012", "file-too-large");
  public static final Rule TOO_DEEP = new Rule("DB013", "nested-too-deep");
  public static final Rule MISSING_FILE = new Rule("DB014", "missing-file");
  public static final Rule OUTSIDE_ROOT = new Rule("DB015", "outside-the-root");
  public static final Rule IMPORT_CYCLE = new Rule("DB016", "import-cycle");
  public static final Rule DUPLICATE = new Rule("DB017", "duplicate-name");
  public static final Rule UNRESOLVED = new Rule("DB018", "unknown-reference");
  public static final Rule UNKNOWN_SETTING = new Rule("DB019", "unknown-setting");
  public static final Rule MISPLACED_SETTING = new Rule("DB020", "misplaced-setting");
  public static final Rule ARITY = new Rule("DB021", "number-of-values");
  public static final Rule TYPE = new Rule("DB022", "kind-of-value");
  public static final Rule UNIT = new Rule("DB023", "unit-of-a-value");
  public static final Rule RANGE = new Rule("DB024", "out-of-range");
  public static final Rule CHOICE = new Rule("DB025", "unknown-choice");
  public static final Rule SHAPE = new Rule("DB026", "shape-of-setting");
  public static final Rule USES_CYCLE = new Rule("DB028", "profile-cycle");
  public static final Rule INCOMPLETE = new Rule("DB029", "incomplete-block");

  /** All rules, in the order of their codes. */
  public static final List<Rule> ALL =
      List.of(
          SYNTAX,
          UNFINISHED_TEXT,
          UNBALANCED_BRACE,
          MISSING_VALUE,
          UNQUOTED_TEXT,
          STRAY_CHARACTER,
          UNKNOWN_WORD,
          ESCAPE,
          PLACEHOLDER,
          TEXT_BLOCK,
          ENCODING,
          TOO_LARGE,
          TOO_DEEP,
          MISSING_FILE,
          OUTSIDE_ROOT,
          IMPORT_CYCLE,
          DUPLICATE,
          UNRESOLVED,
          UNKNOWN_SETTING,
          MISPLACED_SETTING,
          ARITY,
          TYPE,
          UNIT,
          RANGE,
          CHOICE,
          SHAPE,
          USES_CYCLE,
          INCOMPLETE);

  private LanguageRules() {}
}
