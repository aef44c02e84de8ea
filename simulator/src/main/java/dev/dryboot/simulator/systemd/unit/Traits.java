package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.Section;
import dev.dryboot.foreign.value.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What section [Unit] says beside dependencies. Times are in microseconds.
 *
 * @param onFailureJobMode {@code OnFailureJobMode=}
 * @param jobTimeout {@code JobTimeoutSec=}
 * @param jobRunningTimeout {@code JobRunningTimeoutSec=}
 * @param failureActionExitStatus with which process 1 of a container ends on {@code
 *     FailureAction=exit}
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
    Optional<Integer> failureActionExitStatus,
    Optional<Integer> successActionExitStatus,
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
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /** Reads them from {@code settings}; values that systemd would ignore count as not there. */
  public static Traits read(
      Settings settings, UnitType type, Specifiers specifiers, ManagerDefaults defaults) {
    if (!defaults.equals(ManagerDefaults.USUAL)) {
      return read(settings, type, specifiers::expand, defaults);
    }
    Traits written =
        settings.derived(Traits.class, type, s -> read(s, type, word -> word, defaults));
    return written.hasSpecifiers() ? read(settings, type, specifiers::expand, defaults) : written;
  }

  private boolean hasSpecifiers() {
    return (!conditions.isEmpty() || !asserts.isEmpty())
        && Stream.concat(conditions.stream(), asserts.stream())
            .anyMatch(c -> c.parameter().indexOf('%') >= 0);
  }

  private static Traits read(
      Settings settings,
      UnitType type,
      UnaryOperator<String> specifiers,
      ManagerDefaults defaults) {
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
            isDevice && jobTimeout == Settings.INFINITY ? defaults.deviceTimeout() : jobTimeout),
        settings.text(UNIT, "JobTimeoutAction", "none"),
        startLimitInterval(settings, type, defaults),
        settings.number(
            lastPlace(settings, type, "StartLimitBurst"),
            "StartLimitBurst",
            defaults.startLimitBurst()),
        settings.text(lastPlace(settings, type, "StartLimitAction"), "StartLimitAction", "none"),
        settings.text(lastPlace(settings, type, "FailureAction"), "FailureAction", "none"),
        settings.text(UNIT, "SuccessAction", "none"),
        exitStatus(settings, "FailureActionExitStatus"),
        exitStatus(settings, "SuccessActionExitStatus"),
        conditions(settings, "Condition", specifiers),
        conditions(settings, "Assert", specifiers));
  }

  /** It may have its old name, in its old place too. */
  private static long startLimitInterval(
      Settings settings, UnitType type, ManagerDefaults defaults) {
    List<String> names = List.of("StartLimitIntervalSec", "StartLimitInterval");
    Place last = last(settings, type, names).orElse(new Place(UNIT, names.getFirst()));
    return settings.microseconds(last.section(), last.name(), defaults.startLimitInterval());
  }

  /** From 0 to 255; an empty assignment takes back those before it. */
  private static Optional<Integer> exitStatus(Settings settings, String name) {
    return settings.list(UNIT, name).reversed().stream()
        .flatMap(d -> Scalars.readNumber(d.value(), 0, 255).value().stream())
        .findFirst()
        .map(Long::intValue);
  }

  /** The section that has the last word: [Unit], or the type's own, where it once was. */
  private static String lastPlace(Settings settings, UnitType type, String name) {
    return last(settings, type, List.of(name)).map(Place::section).orElse(UNIT);
  }

  /** Old and new places are one setting, so the later line wins (load-fragment-gperf.gperf.in). */
  private static Optional<Place> last(Settings settings, UnitType type, List<String> names) {
    Optional<Place> last = Optional.empty();
    for (Fragment fragment : settings.fragments()) {
      for (Section section : fragment.file().sections()) {
        if (!section.name().equals(UNIT) && !section.name().equals(type.section())) {
          continue;
        }
        for (Directive directive : section.directives()) {
          if (names.contains(directive.name())) {
            last = Optional.of(new Place(section.name(), directive.name()));
          }
        }
      }
    }
    return last;
  }

  /** Where a setting is written. */
  private record Place(String section, String name) {}

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
