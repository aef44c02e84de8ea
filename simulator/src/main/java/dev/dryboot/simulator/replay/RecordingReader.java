package dev.dryboot.simulator.replay;

import dev.dryboot.simulator.config.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads recordings from their JSON; what is not one gives nothing. */
public final class RecordingReader {
  private RecordingReader() {}

  /** The recording that {@code json} holds. */
  public static Optional<Recording> read(String json) {
    Map<String, Object> root = map(Json.read(json).orElse(Map.of()));
    Map<String, Object> units = map(root.get("units"));
    if (units.isEmpty() || !root.containsKey("observed")) {
      return Optional.empty();
    }
    Map<String, String> texts = new LinkedHashMap<>();
    units.forEach((name, text) -> texts.put(name, String.valueOf(text)));
    List<Recording.Action> actions = new ArrayList<>();
    for (Object action : list(root.get("actions"))) {
      Map<String, Object> of = map(action);
      actions.add(new Recording.Action(strings(of.get("cmd")), milliseconds(of.get("nowait"))));
    }
    Map<Integer, Recording.Observed> observed = new LinkedHashMap<>();
    map(root.get("observed"))
        .forEach(
            (version, of) -> {
              if (version.matches("[0-9]{1,4}")) {
                observed.put(Integer.parseInt(version), observed(map(of)));
              }
            });
    return Optional.of(
        new Recording(
            String.valueOf(root.getOrDefault("name", "")),
            texts,
            String.valueOf(root.getOrDefault("default", "default.target")),
            actions,
            strings(root.get("observe")),
            milliseconds(root.get("settle")),
            observed));
  }

  private static Optional<Long> milliseconds(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof Double ms ? Optional.of(Math.round(ms)) : Optional.empty();
  }

  /** An outcome as recordings and recorders write it: a list of phases. */
  public static List<Phase> outcome(Object phases) {
    return list(phases).stream().map(p -> phase(map(p))).toList();
  }

  private static Recording.Observed observed(Map<String, Object> of) {
    List<List<Phase>> outcomes = new ArrayList<>();
    for (Object outcome : list(of.get("outcomes"))) {
      outcomes.add(
          outcome instanceof List<?> ? outcome(outcome) : List.of(transaction(map(outcome))));
    }
    List<Recording.JobTime> times = new ArrayList<>();
    List<Object> order = list(of.get("order"));
    if (!order.isEmpty()) {
      for (Object job : list(order.getFirst())) {
        Map<String, Object> fields = map(job);
        if (fields.get("finished") instanceof Double finished) {
          times.add(
              new Recording.JobTime(
                  String.valueOf(fields.get("unit")),
                  String.valueOf(fields.get("type")),
                  String.valueOf(fields.get("result")),
                  finished));
        }
      }
    }
    return new Recording.Observed(outcomes, times);
  }

  private static Phase phase(Map<String, Object> of) {
    Map<String, String> states = new LinkedHashMap<>();
    map(of.get("states")).forEach((unit, state) -> states.put(unit, String.valueOf(state)));
    return new Phase(
        strings(of.get("jobs")),
        states,
        of.get("rc") instanceof Double rc ? Optional.of((int) Math.round(rc)) : Optional.empty(),
        strings(of.get("deleted")));
  }

  /** A transaction that was refused has no jobs. */
  private static Phase transaction(Map<String, Object> of) {
    boolean refused = of.get("error") instanceof String;
    return new Phase(
        refused ? List.of() : strings(of.get("jobs")), Map.of(), Optional.empty(), List.of());
  }

  private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> of) {
      of.forEach((k, v) -> map.put(String.valueOf(k), v));
    }
    return map;
  }

  private static List<Object> list(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof List<?> of ? new ArrayList<>(of) : List.of();
  }

  private static List<String> strings(@org.jspecify.annotations.Nullable Object value) {
    return list(value).stream().map(String::valueOf).toList();
  }
}
