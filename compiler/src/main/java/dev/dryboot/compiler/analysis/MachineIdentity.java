package dev.dryboot.compiler.analysis;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.foreign.identity.HostName;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The host's name is one that Linux takes, and its time zone one that there is. */
final class MachineIdentity {
  private MachineIdentity() {}

  static List<Diagnostic> check(HostModel host) {
    List<Diagnostic> found = new ArrayList<>();
    known(host.identity().hostname()).forEach(name -> hostName(name, found));
    known(host.identity().timezone()).forEach(zone -> timeZone(zone, found));
    return found;
  }

  /** What only the machine knows, or what could not be resolved, cannot be looked at here. */
  private static List<Text> known(Optional<Text> text) {
    return text
        .filter(t -> t.facts().isEmpty() && !t.isSecret())
        .filter(t -> !t.plain().isEmpty() || isWrittenEmpty(t))
        .stream()
        .toList();
  }

  private static boolean isWrittenEmpty(Text text) {
    return text.origin().span().filter(at -> at.text().matches("\"\"|''")).isPresent();
  }

  private static void hostName(Text name, List<Diagnostic> found) {
    HostName.read(name.plain())
        .fault()
        .ifPresent(
            fault ->
                found.add(
                    Diagnostic.of(
                            ModelRules.HOST_NAME,
                            Severity.ERROR,
                            name.origin(),
                            "%s cannot be a host's name: %s"
                                .formatted(quoted(name.plain()), fault.message()))
                        .why("the machine would come up with another name, or with none")
                        .help("letters, digits and dashes, with dots between the parts")));
  }

  private static void timeZone(Text zone, List<Diagnostic> found) {
    String name = zone.plain();
    if (TimeZones.has(name)) {
      return;
    }
    found.add(
        Diagnostic.of(
                ModelRules.TIME_ZONE,
                Severity.ERROR,
                zone.origin(),
                "there is no time zone %s".formatted(quoted(name)))
            .why("the machine's clock would stay on UTC, and so would its timers")
            .help(
                TimeZones.nearest(name)
                    .map("did you mean %s?"::formatted)
                    .orElse("zones are called after cities, such as Europe/Berlin; or UTC")));
  }

  private static String quoted(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.isBlank() ? "`" + line + "`" : line;
  }
}
