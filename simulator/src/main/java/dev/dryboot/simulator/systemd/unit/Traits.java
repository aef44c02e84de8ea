package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What section [Unit] says beside dependencies. Times are in microseconds.
 *
 * @param onFailureJobMode {@code OnFailureJobMode=}
 * @param jobTimeout {@code JobTimeoutSec=}
 * @param jobRunningTimeout {@code JobRunningTimeoutSec=}
 * @param collectFailed whether a failed unit may be unloaded: {@code
 *     CollectMode=inactive-or-failed}
 */
public record Traits(
    boolean defaultDependencies,
    boolean stopWhenUnneeded,
    boolean ignoreOnIsolate,
    boolean allowIsolate,
    boolean refuseManualStart,
    boolean refuseManualStop,
    boolean collectFailed,
    String onFailureJobMode,
    String onSuccessJobMode,
    long jobTimeout,
    long jobRunningTimeout,
    String jobTimeoutAction,
    long startLimitInterval,
    long startLimitBurst,
    String startLimitAction,
    String failureAction,
    String successAction,
    List<Condition> conditions,
    List<Condition> asserts) {

  private static final String UNIT = "Unit";

  public static final Traits NONE = defaults(false);

  public Traits {
    conditions = List.copyOf(conditions);
    asserts = List.copyOf(asserts);
  }

  /** The defaults of a unit of {@code type} without a file. */
  public static Traits of(UnitType type) {
    return defaults(type.ignoredOnIsolate());
  }

  private static Traits defaults(boolean ignoreOnIsolate) {
    return new Traits(
        true,
        false,
        ignoreOnIsolate,
        false,
        false,
        false,
        false,
        "replace",
        "fail",
        Settings.INFINITY,
        Settings.INFINITY,
        "none",
        10_000_000,
        5,
        "none",
        "none",
        "none",
        List.of(),
        List.of());
  }

  /** Reads them from {@code settings}; values that systemd would ignore count as not there. */
  public static Traits read(Settings settings, UnitType type, Specifiers specifiers) {
    Traits written = settings.derived(Traits.class, type, s -> read(s, type, word -> word));
    return written.hasSpecifiers() ? read(settings, type, specifiers::expand) : written;
  }

  private boolean hasSpecifiers() {
    return conditions.stream().anyMatch(c -> c.parameter().indexOf('%') >= 0)
        || asserts.stream().anyMatch(c -> c.parameter().indexOf('%') >= 0);
  }

  private static Traits read(Settings settings, UnitType type, UnaryOperator<String> specifiers) {
    long jobTimeout = settings.microseconds(UNIT, "JobTimeoutSec", Settings.INFINITY);
    boolean isDevice = type == UnitType.DEVICE;
    return new Traits(
        settings.isTrue(UNIT, "DefaultDependencies", true),
        settings.isTrue(UNIT, "StopWhenUnneeded", false),
        settings.isTrue(UNIT, "IgnoreOnIsolate", type.ignoredOnIsolate()),
        settings.isTrue(UNIT, "AllowIsolate", false),
        settings.isTrue(UNIT, "RefuseManualStart", false),
        settings.isTrue(UNIT, "RefuseManualStop", false),
        settings.text(UNIT, "CollectMode", "inactive").equals("inactive-or-failed"),
        settings.text(UNIT, "OnFailureJobMode", onFailureIsolate(settings)),
        settings.text(UNIT, "OnSuccessJobMode", "fail"),
        jobTimeout,
        settings.microseconds(
            UNIT,
            "JobRunningTimeoutSec",
            isDevice && jobTimeout == Settings.INFINITY ? 90_000_000 : jobTimeout),
        settings.text(UNIT, "JobTimeoutAction", "none"),
        limit(settings, type, "StartLimitInterval", "StartLimitIntervalSec", 10_000_000),
        settings.number(UNIT, "StartLimitBurst", burst(settings, type)),
        settings.text(UNIT, "StartLimitAction", "none"),
        settings.text(UNIT, "FailureAction", "none"),
        settings.text(UNIT, "SuccessAction", "none"),
        conditions(settings, "Condition", specifiers),
        conditions(settings, "Assert", specifiers));
  }

  /** Where the old name of the interval, or the old place of the limit, is used. */
  private static long limit(
      Settings settings, UnitType type, String old, String name, long otherwise) {
    long inOwn = settings.microseconds(type.section(), old, otherwise);
    return settings.microseconds(UNIT, name, settings.microseconds(UNIT, old, inOwn));
  }

  private static long burst(Settings settings, UnitType type) {
    return settings.number(type.section(), "StartLimitBurst", 5);
  }

  /** OnFailureIsolate= is what OnFailureJobMode= was called once. */
  private static String onFailureIsolate(Settings settings) {
    return settings.isTrue(UNIT, "OnFailureIsolate", false) ? "isolate" : "replace";
  }

  /** All conditions (or assertions); an empty assignment takes back those of every kind. */
  private static List<Condition> conditions(
      Settings settings, String word, UnaryOperator<String> specifiers) {
    List<Condition> conditions = new ArrayList<>(0);
    for (Fragment fragment : settings.fragments()) {
      for (Section section : fragment.file().sections()) {
        if (!section.name().equals(UNIT)) {
          continue;
        }
        for (Directive directive : section.directives()) {
          if (!directive.name().startsWith(word)) {
            continue;
          }
          if (directive.value().isEmpty()) {
            conditions.clear();
          } else {
            conditions.add(
                condition(directive.name().substring(word.length()), directive, specifiers));
          }
        }
      }
    }
    return conditions;
  }

  private static Condition condition(
      String kind, Directive directive, UnaryOperator<String> specifiers) {
    String value = directive.value();
    boolean trigger = value.startsWith("|");
    value = (trigger ? value.substring(1) : value).stripLeading();
    boolean negate = value.startsWith("!");
    value = (negate ? value.substring(1) : value).stripLeading();
    return new Condition(kind, trigger, negate, specifiers.apply(value), directive);
  }
}
