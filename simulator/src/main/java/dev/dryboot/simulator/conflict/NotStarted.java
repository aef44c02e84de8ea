package dev.dryboot.simulator.conflict;

import dev.dryboot.foreign.unitname.UnitEscape;
import dev.dryboot.simulator.conflict.MissedStarts.Miss;
import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A unit of the user's that was to start and did not, without having failed itself: what it needs
 * did not come, or systemd refused its start. Told once for what is at the root of it.
 */
final class NotStarted implements ConflictRule {
  private static final long SECOND = 1_000_000;
  private static final long LATE = 30 * SECOND;

  @Override
  public List<Diagnostic> findings(Sight sight) {
    List<Diagnostic> found = new ArrayList<>();
    MissedStarts.byRoot(MissedStarts.of(sight))
        .forEach((root, misses) -> finding(sight, root, misses).ifPresent(found::add));
    return found;
  }

  private static Optional<Diagnostic> finding(Sight sight, Miss root, List<Miss> misses) {
    if (failedItself(sight, root) && isUsers(sight, root)) {
      return Optional.empty(); // UnitFailed tells it, with what it brought about
    }
    List<Miss> users = misses.stream().filter(m -> isMissed(sight, m)).toList();
    return users.isEmpty()
        ? Optional.empty()
        : place(sight, users.getFirst()).map(at -> told(sight, root, misses, users, at));
  }

  private static Diagnostic told(
      Sight sight, Miss root, List<Miss> misses, List<Miss> users, Span at) {
    Miss first = users.getFirst();
    String message =
        "%s is not started in boot %d: %s"
            .formatted(first.unit(), sight.boot().number(), reason(sight, root))
            .replace(": " + first.unit() + " is to ", ": it is to ")
            .replace("an assertion of " + first.unit(), "an assertion of it");
    return new Diagnostic(
        ConflictRules.NOT_STARTED,
        users.stream().allMatch(m -> mayFail(sight, m)) ? Severity.WARNING : Severity.ERROR,
        message,
        Optional.of(at),
        List.of(),
        why(sight, root, misses),
        help(sight, root));
  }

  /** Whether it is the user's and is not up after all. */
  private static boolean isMissed(Sight sight, Miss miss) {
    return isUsers(sight, miss)
        && sight.unit(miss.unit()).map(u -> !u.active().equals("active")).orElse(true);
  }

  private static boolean isUsers(Sight sight, Miss miss) {
    return sight.unit(miss.unit()).flatMap(sight::place).isPresent();
  }

  private static boolean failedItself(Sight sight, Miss miss) {
    return sight
        .boot()
        .facts(Fact.UnitChanged.class)
        .anyMatch(f -> f.unit().equals(miss.unit()) && f.active().equals("failed"));
  }

  /** {@code nofail} says that the machine can do without the mount. */
  private static boolean mayFail(Sight sight, Miss miss) {
    return miss.unit().endsWith(".mount")
        && sight
            .unit(miss.unit())
            .flatMap(u -> u.last("Mount", "Options"))
            .map(o -> Set.of(o.value().split(",")).contains("nofail"))
            .orElse(false);
  }

  /** Where the user wrote that the unit needs what did not come, or what is asserted. */
  private static Optional<Span> place(Sight sight, Miss miss) {
    Optional<UnitRecord> unit = sight.unit(miss.unit());
    Optional<Span> at =
        miss.cause().isPresent()
            ? unit.flatMap(u -> needed(sight, u, miss.cause().get().unit()))
            : unit.flatMap(NotStarted::refused).map(UnitRecord.Setting::span);
    return at.filter(sight::isUsers).or(() -> unit.flatMap(sight::place));
  }

  private static Optional<Span> needed(Sight sight, UnitRecord unit, String other) {
    if (other.endsWith(".device") && unit.name().endsWith(".mount")) {
      return unit.last("Mount", "What").map(UnitRecord.Setting::span);
    }
    if (other.endsWith(".device") && unit.name().endsWith(".swap")) {
      return unit.last("Swap", "What").map(UnitRecord.Setting::span);
    }
    return unit.edges().stream()
        .filter(e -> List.of("Requires", "BindsTo", "Requisite").contains(e.kind()))
        .filter(e -> sight.canonical(e.to()).equals(other))
        .flatMap(e -> e.written().stream())
        .findFirst();
  }

  /** The setting for which systemd refuses the start of a unit. */
  private static Optional<UnitRecord.Setting> refused(UnitRecord unit) {
    return unit.settings().stream()
        .filter(s -> s.name().startsWith("Assert") || s.name().equals("Unit"))
        .reduce((a, b) -> b);
  }

  /** What is at the root of it. */
  static String reason(Sight sight, Miss root) {
    return switch (root.result()) {
      case "timeout" ->
          (root.unit().endsWith(".device")
                  ? "%s does not appear within %d s"
                  : "the job that starts %s is not done within %d s")
              .formatted(device(root), root.waited() / SECOND);
      case "assert" -> "an assertion of %s does not hold".formatted(root.unit());
      case "unsupported" -> root.unit() + " is of a kind that this machine does not support";
      case "condition" -> root.unit() + " is skipped, as a condition of it is not met";
      case "dependency" -> "a unit that %s needs is not active".formatted(root.unit());
      default ->
          missing(sight, root)
              .map(m -> "%s is to start %s, which does not exist".formatted(root.unit(), m))
              .orElse(root.unit() + " fails");
    };
  }

  /** The unit that a timer, socket or path is to start, where it cannot be loaded. */
  private static Optional<String> missing(Sight sight, Miss root) {
    return sight.unit(root.unit()).map(u -> u.edges("Triggers")).orElse(List.of()).stream()
        .map(UnitRecord.Edge::to)
        .filter(t -> sight.unit(t).map(u -> !u.load().equals("loaded")).orElse(true))
        .findFirst();
  }

  /** The device as it is written in settings; other units by their names. */
  private static String device(Miss root) {
    return root.unit().endsWith(".device")
        ? UnitEscape.undoPath(root.unit().replaceFirst("\\.device$", "")).orElse(root.unit())
        : root.unit();
  }

  private static String why(Sight sight, Miss root, List<Miss> misses) {
    String chain =
        misses.stream()
            .filter(m -> !m.equals(root))
            .map(Miss::unit)
            .distinct()
            .map(u -> " → " + u)
            .collect(Collectors.joining());
    String late =
        delaysGoal(sight, root)
            ? " What is ordered after it waits as long: the boot comes to its goal only after %d s."
                .formatted(goal(sight) / SECOND)
            : "";
    return (chain.isEmpty()
            ? "systemd refuses the start before anything runs."
            : "The chain: %s (%s)%s.".formatted(root.unit(), word(root), chain))
        + late;
  }

  private static String word(Miss root) {
    return root.result().equals("timeout")
        ? "timed out after %d s".formatted(root.waited() / SECOND)
        : root.result();
  }

  /** Whether the boot's goal is late by what was waited for. */
  static boolean delaysGoal(Sight sight, Miss root) {
    return root.waited() >= LATE && goal(sight) >= root.at();
  }

  static long goal(Sight sight) {
    return sight.boot().goal().map(g -> g - sight.boot().began()).orElse(-1L);
  }

  static String help(Sight sight, Miss root) {
    if (root.unit().endsWith(".device")) {
      return "compare the name with blkid or lsblk on the machine; the simulated one has the disks"
          + " of the system and those that the artifact names. Where the machine can do without"
          + " the device, say nofail, or a short x-systemd.device-timeout=, in fstab, or"
          + " Wants= instead of Requires=";
    }
    return switch (root.result()) {
      case "assert" -> "use Condition…= where the unit is to be passed over without an error";
      case "condition" ->
          "use Wants= and After= if the unit can do without "
              + root.unit()
              + ", or see to the"
              + " condition";
      case "timeout" -> "look at what " + root.unit() + " waits for, or give it more time";
      default ->
          missing(sight, root)
              .map(m -> "write " + m + ", or name the right unit with Unit=")
              .orElse("'dryboot boot' shows in its timeline what had happened before");
    };
  }
}
