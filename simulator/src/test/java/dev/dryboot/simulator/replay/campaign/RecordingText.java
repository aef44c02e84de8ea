package dev.dryboot.simulator.replay.campaign;

import dev.dryboot.simulator.replay.Phase;
import dev.dryboot.simulator.replay.Recording;
import java.util.Collection;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes recordings as JSON: whole ones to be kept, and cases for the harness. */
final class RecordingText {
  private RecordingText() {}

  /** The case.json that the harness reads. */
  static String forHarness(Recording one) {
    return "{\"default\": %s, \"own\": %s, \"settle_ms\": %d, \"cap_s\": 12, \"actions\": %s}\n"
        .formatted(
            text(one.defaultTarget()),
            texts(one.observe()),
            one.settle().orElse(400L),
            actions(one));
  }

  /** A recording in the form that is read. */
  static String whole(Recording one) {
    String units =
        new TreeMap<>(one.units())
            .entrySet().stream()
                .map(e -> "    " + text(e.getKey()) + ": " + text(e.getValue()))
                .collect(Collectors.joining(",\n"));
    String observed =
        one.observed().entrySet().stream()
            .map(
                e ->
                    "    \""
                        + e.getKey()
                        + "\": {\"outcomes\": [\n"
                        + outcomes(e.getValue())
                        + "]}")
            .collect(Collectors.joining(",\n"));
    return "{\n  \"name\": %s,\n  \"default\": %s,\n  \"observe\": %s,\n  \"settle\": %d,\n  \"actions\": %s,\n  \"units\": {\n%s},\n  \"observed\": {\n%s}\n}\n"
        .formatted(
            text(one.name()),
            text(one.defaultTarget()),
            texts(one.observe()),
            one.settle().orElse(400L),
            actions(one),
            units,
            observed);
  }

  private static String outcomes(Recording.Observed observed) {
    return observed.outcomes().stream()
        .map(
            phases ->
                "      ["
                    + phases.stream()
                        .map(RecordingText::phase)
                        .collect(Collectors.joining(",\n       "))
                    + "]")
        .collect(Collectors.joining(",\n"));
  }

  private static String phase(Phase phase) {
    String states =
        phase.states().entrySet().stream()
            .map(e -> text(e.getKey()) + ": " + text(e.getValue()))
            .collect(Collectors.joining(", "));
    return "{\"jobs\": %s, \"states\": {%s}, \"rc\": %s, \"deleted\": %s}"
        .formatted(
            texts(phase.jobs()),
            states,
            phase.exitStatus().map(String::valueOf).orElse("null"),
            texts(phase.deleted()));
  }

  private static String actions(Recording one) {
    return one.actions().stream()
        .map(
            a ->
                "{\"cmd\": "
                    + texts(a.command())
                    + a.noWait().map(ms -> ", \"nowait\": " + ms).orElse("")
                    + "}")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String texts(Collection<String> all) {
    return all.stream().map(RecordingText::text).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String text(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        default -> out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
