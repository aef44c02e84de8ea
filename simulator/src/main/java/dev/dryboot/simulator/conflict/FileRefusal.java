package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.VirtualFileSystem.Written;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Rule;
import java.util.List;
import java.util.Optional;

/** A file of the user's that could not be written: below a file, or in a read-only place. */
final class FileRefusal implements ConflictRule {
  @Override
  public List<Diagnostic> findings(Sight sight) {
    return sight
        .boot()
        .facts(Fact.FileRefused.class)
        .map(refused -> finding(sight, refused))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Diagnostic> finding(Sight sight, Fact.FileRefused refused) {
    boolean readOnly = refused.reason().equals(Written.READ_ONLY.reason());
    Rule rule = readOnly ? ConflictRules.READ_ONLY_PLACE : ConflictRules.FILE_UNDER_FILE;
    String message =
        readOnly
            ? refused.path() + " lies in a place that is read-only on this system"
            : refused.path() + " cannot be made: " + refused.reason();
    return sight
        .written(refused.path())
        .map(
            span ->
                Diagnostic.error(rule, span, message)
                    .why(
                        refused.writer()
                            + " cannot write it, and gives up: the machine does not finish its first boot, or goes on without the file.")
                    .help(
                        readOnly
                            ? "write below /etc or /var; programs belong into /usr/local where that is writable, or /opt"
                            : "choose another path, or take the file above it away"));
  }
}
