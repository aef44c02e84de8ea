package dev.dryboot.compiler.plan;

import dev.dryboot.source.Rule;
import java.util.List;

/** What is said about the way from a model to a target: limits and lowering. */
public final class PlanRules {
  public static final Rule NOT_ON_THIS_TARGET = new Rule("TG001", "not-on-this-target");
  public static final Rule LOWERED = new Rule("TG002", "lowered");
  public static final Rule OTHER_FORMAT = new Rule("TG003", "fragment-of-another-format");
  public static final Rule NEEDS_NEWER_FORMAT = new Rule("TG004", "needs-newer-format");
  public static final Rule READ_ONLY_PLACE = new Rule("TG005", "read-only-place");
  public static final Rule UNKNOWN_VERSION = new Rule("TG006", "unknown-version");
  public static final Rule FRAGMENT_UNREADABLE = new Rule("TG007", "fragment-unreadable");
  public static final Rule APPROXIMATED = new Rule("TG008", "approximated");

  /** All rules, in the order of their codes. */
  public static final List<Rule> ALL =
      List.of(
          NOT_ON_THIS_TARGET,
          LOWERED,
          OTHER_FORMAT,
          NEEDS_NEWER_FORMAT,
          READ_ONLY_PLACE,
          UNKNOWN_VERSION,
          FRAGMENT_UNREADABLE,
          APPROXIMATED);

  private PlanRules() {}
}
