package dev.dryboot.cli;

import dev.dryboot.source.Rule;
import java.util.List;

/** What the command line finds about what it is given. */
public final class CommandRules {
  public static final Rule MISSING = new Rule("IO001", "no-such-file");
  public static final Rule TOO_LARGE = new Rule("IO002", "input-too-large");
  public static final Rule OUTSIDE_ROOT = new Rule("IO004", "input-outside-the-root");
  public static final Rule UNKNOWN_FORM = new Rule("IO005", "unknown-form-of-input");
  public static final Rule CANNOT_WRITE = new Rule("IO006", "cannot-write");
  public static final Rule NO_GRAPHVIZ = new Rule("IO007", "no-graphviz");
  public static final Rule NO_SUCH_TARGET = new Rule("IO008", "no-such-target");
  public static final Rule NOTHING_TO_COMPARE = new Rule("IO009", "nothing-to-compare");
  public static final Rule NOTHING_TO_DO = new Rule("IO010", "nothing-to-do");

  /** All rules, in the order of their codes. */
  public static final List<Rule> ALL =
      List.of(
          MISSING,
          TOO_LARGE,
          OUTSIDE_ROOT,
          UNKNOWN_FORM,
          CANNOT_WRITE,
          NO_GRAPHVIZ,
          NO_SUCH_TARGET,
          NOTHING_TO_COMPARE,
          NOTHING_TO_DO);

  private CommandRules() {}
}
