package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Trace;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A process of a unit waits for the job of another, which waits for the unit of that process: a
 * command of cloud-init starts a unit that comes after cloud-init. The two jobs are of different
 * transactions, so systemd sees no cycle.
 */
final class CloudInitDeadlock implements ConflictRule {

  /** How a unit's wait for itself came to an end, if it did. */
  private enum End {
    NEVER,
    TIME_LIMIT,
    OTHERWISE
  }

  @Override
  public List<Diagnostic> findings(Sight sight) {
    List<Diagnostic> found = new ArrayList<>();
    List<Trace.Entry> entries = sight.boot().entries();
    Set<String> starting = new LinkedHashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      switch (entries.get(i).fact()) {
        case Fact.JobStarted job when job.type().equals("start") -> starting.add(job.unit());
        case Fact.JobFinished job -> starting.remove(job.unit());
        case Fact.Waiting wait when starting.contains(sight.canonical(wait.who())) -> {
          if (circular(sight, wait, entries.subList(i + 1, entries.size()))) {
            found.add(finding(sight, wait, end(sight, wait, entries.subList(i, entries.size()))));
          }
        }
        default -> {}
      }
    }
    return found;
  }

  /** A restart whose first half is done goes on as a start (systemd 257, job.c, job_finish). */
  private static boolean goesOn(Fact.JobFinished job) {
    return job.type().equals("restart") && job.result().equals("done");
  }

  /** Whether what is waited for waits for the waiter, and does not come until that has ended. */
  private static boolean circular(Sight sight, Fact.Waiting wait, List<Trace.Entry> later) {
    String owner = sight.canonical(wait.who());
    String unit = sight.canonical(wait.on());
    if (!unit.equals(owner) && !sight.comesAfter(unit, owner)) {
      return false;
    }
    boolean asked = sight.takesPart(unit);
    for (Trace.Entry entry : later) {
      switch (entry.fact()) {
        case Fact.JobStarted job
            when job.unit().equals(unit) && !unit.equals(owner) && job.type().equals("start") -> {
          return false;
        }
        case Fact.JobFinished job when job.unit().equals(owner) -> {
          return asked && !job.result().equals("canceled");
        }
        case Fact.JobFinished job when job.unit().equals(unit) && !goesOn(job) -> {
          return false;
        }
        case Fact.JobDeleted job when job.unit().equals(unit) -> {
          return false;
        }
        default -> {}
      }
    }
    return asked;
  }

  private static End end(Sight sight, Fact.Waiting wait, List<Trace.Entry> later) {
    String owner = sight.canonical(wait.who());
    boolean late = false;
    for (Trace.Entry entry : later) {
      switch (entry.fact()) {
        case Fact.UnitChanged change when change.unit().equals(owner) ->
            late |= change.result().equals("timeout");
        case Fact.JobFinished job when job.unit().equals(owner) -> {
          return late || job.result().equals("timeout") ? End.TIME_LIMIT : End.OTHERWISE;
        }
        default -> {}
      }
    }
    return End.NEVER;
  }

  private static Diagnostic finding(Sight sight, Fact.Waiting wait, End end) {
    String owner = sight.canonical(wait.who());
    String unit = sight.canonical(wait.on());
    Optional<Span> place =
        sight
            .writtenCommand(List.of(wait.forWhat().split(" ")))
            .or(() -> sight.unit(owner).flatMap(u -> command(sight, u, wait.forWhat())))
            .or(() -> sight.unit(owner).flatMap(sight::place))
            .or(() -> sight.unit(unit).flatMap(sight::place));
    Diagnostic diagnostic =
        new Diagnostic(
                ConflictRules.CLOUD_INIT_DEADLOCK,
                Severity.ERROR,
                unit.equals(owner)
                    ? "this waits for %s, of which it is a part itself".formatted(whole(wait))
                    : "this waits for %s, which waits for %s to end".formatted(unit, named(owner)),
                place,
                List.of(),
                "",
                "")
            .why(why(wait, owner, unit, end))
            .help(help(wait, unit));
    return after(sight, unit, owner)
        .map(s -> diagnostic.related(s, unit + " comes after " + owner + " by this"))
        .orElse(diagnostic);
  }

  private static String whole(Fact.Waiting wait) {
    return isForTheBoot(wait) ? "the end of the boot" : wait.on();
  }

  /** {@code systemctl is-system-running --wait}. */
  private static boolean isForTheBoot(Fact.Waiting wait) {
    return wait.forWhat().contains("is-system-running");
  }

  private static Optional<Span> command(Sight sight, UnitRecord unit, String words) {
    return unit.settings().stream()
        .filter(s -> s.name().startsWith("Exec") && s.value().contains(words))
        .map(UnitRecord.Setting::span)
        .filter(sight::isUsers)
        .findFirst();
  }

  private static String named(String owner) {
    return isCloudInit(owner) ? "cloud-init" : owner;
  }

  private static boolean isCloudInit(String owner) {
    return owner.matches("cloud-(init(-[a-z]+)?|config|final)\\.service");
  }

  private static String why(Fact.Waiting wait, String owner, String unit, End end) {
    String circle =
        isForTheBoot(wait)
            ? "The boot has ended when no job is left, and %s is one of its jobs.".formatted(owner)
            : unit.equals(owner)
                ? "%s runs inside %s, and does not return before that has ended."
                    .formatted(wait.forWhat(), owner)
                : "The command runs inside %s and returns when %s is there; that comes after %s."
                    .formatted(owner, unit, owner);
    String outcome =
        switch (end) {
          case NEVER ->
              isCloudInit(owner)
                  ? "Both wait for ever: cloud-init has no time limit."
                  : "Both wait for ever: %s has no time limit.".formatted(owner);
          case TIME_LIMIT ->
              "Both wait until the time limit of %s is over, and it has failed.".formatted(owner);
          case OTHERWISE -> "Nothing goes on until the command gives up.";
        };
    return circle
        + " systemd sees no cycle in it, as the command is not one of its jobs. "
        + outcome;
  }

  private static String help(Fact.Waiting wait, String unit) {
    if (isForTheBoot(wait)) {
      return "ask for what has to be there: After= a unit, or systemctl is-active; or wait in a"
          + " service of Type=exec, whose start does not last until its command ends";
    }
    return wait.forWhat().startsWith("systemctl")
        ? "use "
            + wait.forWhat().replaceFirst("^systemctl", "systemctl --no-block")
            + ", or enable "
            + unit
            + " and let the boot start it"
        : "run it where nothing waits for it: in a unit that comes after " + unit;
  }

  private static Optional<Span> after(Sight sight, String unit, String owner) {
    return sight.unit(unit).map(UnitRecord::edges).orElse(List.of()).stream()
        .filter(e -> e.kind().equals("After"))
        .filter(e -> sight.canonical(e.to()).equals(owner) || sight.comesAfter(e.to(), owner))
        .flatMap(e -> e.written().stream())
        .filter(sight::isUsers)
        .findFirst();
  }
}
