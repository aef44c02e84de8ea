package dev.dryboot.simulator.docker;

import dev.dryboot.simulator.config.Json;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The daemon's file of settings, {@code daemon.json}, beside the flags of its command line. What is
 * said by both is refused, even where both say the same (moby, daemon/config,
 * findConfigurationConflicts).
 *
 * @param refusal why the daemon does not start with it
 */
record DaemonConfig(Map<?, ?> settings, Optional<Refusal> refusal) {
  private static final String PATH = "/etc/docker/daemon.json";

  /** Its key may be given as a flag, too: what both say is put together. */
  private static final String BOTH = "runtimes";

  /**
   * @param place what of the file is refused
   */
  record Refusal(Span place, String what, String help) {}

  /** The file that a command line names. */
  static String path(List<String> argv) {
    return argv.stream()
        .filter(a -> a.startsWith("--config-file="))
        .map(a -> a.substring("--config-file=".length()))
        .findFirst()
        .orElse(PATH);
  }

  static DaemonConfig read(Optional<SourceText> file, List<String> argv) {
    if (file.isEmpty() || file.get().text().isBlank()) {
      return new DaemonConfig(Map.of(), Optional.empty());
    }
    SourceText text = file.get();
    OptionalInt fault = Json.fault(text.text());
    if (fault.isPresent()) {
      return refused(text, Map.of(), fault(text, fault.getAsInt()));
    }
    if (!(Json.read(text.text()).orElse("") instanceof Map<?, ?> settings)) {
      return refused(
          text,
          Map.of(),
          new Refusal(text.whole(), "daemon.json is no JSON object", "put it in braces"));
    }
    Optional<Refusal> refusal =
        wrongType(text, settings)
            .or(() -> unknown(text, settings))
            .or(() -> alsoFlag(text, settings, argv));
    return new DaemonConfig(settings, refusal);
  }

  private static DaemonConfig refused(SourceText text, Map<?, ?> settings, Refusal refusal) {
    return new DaemonConfig(settings, Optional.of(refusal));
  }

  private static Refusal fault(SourceText text, int at) {
    int from = Math.min(at, Math.max(0, text.text().length() - 1));
    return new Refusal(
        text.span(from, Math.min(from + 1, text.text().length())),
        "daemon.json is no JSON from here on",
        "write it as JSON: names and texts in double quotes, no comma behind the last entry, no"
            + " comments");
  }

  private static Optional<Refusal> wrongType(SourceText text, Map<?, ?> settings) {
    for (Map.Entry<?, ?> setting : settings.entrySet()) {
      String key = (String) setting.getKey();
      Optional<DaemonKeys.Kind> kind = DaemonKeys.kind(key);
      if (kind.isPresent() && !kind.get().takes(setting.getValue())) {
        return Optional.of(
            new Refusal(
                place(text, key),
                "in daemon.json, " + key + " takes " + kind.get().words(),
                "write it as " + kind.get().words()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> unknown(SourceText text, Map<?, ?> settings) {
    return settings.keySet().stream()
        .map(String.class::cast)
        .filter(key -> DaemonKeys.kind(key).isEmpty())
        .findFirst()
        .map(
            key ->
                new Refusal(
                    place(text, key),
                    "daemon.json has %s, which is no setting of it".formatted(key),
                    "remove it, or correct its name"));
  }

  private static Optional<Refusal> alsoFlag(
      SourceText text, Map<?, ?> settings, List<String> argv) {
    for (String word : argv) {
      Optional<String> key =
          DaemonKeys.ofFlag(word).filter(k -> !k.equals(BOTH) && settings.containsKey(k));
      if (key.isPresent()) {
        return Optional.of(
            new Refusal(
                place(text, key.get()),
                "daemon.json says %s, and so does the flag %s of its command line"
                    .formatted(key.get(), word.split("=", 2)[0]),
                "leave it out here, or bring along a command line without the flag: the ExecStart="
                    + " of docker.service, or the file of its EnvironmentFile="));
      }
    }
    return Optional.empty();
  }

  private static Span place(SourceText text, String key) {
    Matcher found = Pattern.compile("\"" + Pattern.quote(key) + "\"\\s*:").matcher(text.text());
    return found.find() ? text.span(found.start(), found.start() + key.length() + 2) : text.whole();
  }

  boolean isOn(String key) {
    return Boolean.TRUE.equals(settings.get(key));
  }

  Optional<String> text(String key) {
    return Optional.ofNullable(settings.get(key))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }
}
