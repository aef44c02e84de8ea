package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A provisioner's stage that failed: Ignition's ends the boot, cloud-init goes on. */
final class ProvisionerFailed implements ConflictRule {
  private static final Pattern LINKED =
      Pattern.compile("the mount point (\\S+) leads through a symbolic link, to (\\S+)");

  private static final Pattern NAMED = Pattern.compile("(?:group|user) (\\S+)");

  private static final Pattern COMMAND = Pattern.compile("`([^`]+)`");

  @Override
  public List<Diagnostic> findings(Sight sight) {
    return sight
        .boot()
        .facts(Fact.StageEnded.class)
        .filter(ended -> !isToldByFile(sight, ended))
        .flatMap(ended -> ended.problem().map(p -> finding(sight, ended, p)).stream())
        .toList();
  }

  /** Ignition stops at the first file that it cannot write: {@link FileRefusal} says why. */
  private static boolean isToldByFile(Sight sight, Fact.StageEnded ended) {
    return ended.provisioner().equals("ignition")
        && sight
            .boot()
            .facts(Fact.FileRefused.class)
            .anyMatch(
                refused ->
                    ended.problem().orElse("").contains(refused.path() + ": " + refused.reason())
                        && sight.written(refused.path()).isPresent());
  }

  private static Diagnostic finding(Sight sight, Fact.StageEnded ended, String problem) {
    boolean ignition = ended.provisioner().equals("ignition");
    return new Diagnostic(
        ConflictRules.PROVISIONER_FAILED,
        ignition ? Severity.ERROR : Severity.WARNING,
        "%s's stage %s fails: %s".formatted(ended.provisioner(), ended.stage(), problem),
        place(sight, problem),
        List.of(),
        ignition
            ? "Ignition does everything or nothing: the machine stops in an emergency shell in its"
                + " initial RAM disk, and does not come up at its first boot."
            : "cloud-init goes on with its next module, and says at the end that it had errors:"
                + " what the module was to do is not done, or half done.",
        help(problem));
  }

  /** Fedora CoreOS has links in the places of folders: what is mounted there goes below /var. */
  private static String help(String problem) {
    Matcher linked = LINKED.matcher(problem);
    return linked.find()
        ? "%s is a link on this system: mount it at %s".formatted(linked.group(1), linked.group(2))
        : "";
  }

  /** Where the first path, or else the first group or user, of the problem stands. */
  private static Optional<Span> place(Sight sight, String problem) {
    Matcher command = COMMAND.matcher(problem);
    if (command.find()) {
      return sight.writtenCommand(List.of(command.group(1).split("\\s+")));
    }
    return Stream.of(problem.split("[\\s:,]+", -1))
        .filter(word -> word.startsWith("/") && word.length() > 1)
        .map(sight::written)
        .flatMap(Optional::stream)
        .findFirst()
        .or(
            () ->
                NAMED
                    .matcher(problem)
                    .results()
                    .flatMap(named -> sight.written("\"" + named.group(1) + "\"").stream())
                    .findFirst());
  }
}
