package dev.dryboot.simulator.replay;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * What came of many recorded cases.
 *
 * @param cases in the order in which they were run
 */
public record ReplaySummary(List<ReplayedCase> cases) {
  public ReplaySummary {
    cases = List.copyOf(cases);
  }

  public long agree() {
    return count(ReplayedCase::agrees);
  }

  /** How many cases agree in restart counts and exit statuses, too. */
  public long wholly() {
    return count(ReplayedCase::wholly);
  }

  /** How many cases agree already as the usual schedule has it. */
  public long usual() {
    return count(ReplayedCase::canonical);
  }

  public List<String> disagreeing() {
    return cases.stream().filter(c -> !c.agrees() && !c.crashed()).map(ReplayedCase::name).toList();
  }

  public List<String> crashed() {
    return cases.stream().filter(ReplayedCase::crashed).map(ReplayedCase::name).toList();
  }

  /** How many cases were compared with which release. */
  public Map<Integer, Integer> versions() {
    Map<Integer, Integer> versions = new TreeMap<>();
    cases.forEach(c -> versions.merge(c.version(), 1, Integer::sum));
    return versions;
  }

  /** The cases with several observed outcomes: those of which the outcome is open. */
  public ReplaySummary open() {
    return new ReplaySummary(cases.stream().filter(c -> c.outcomes().observed() > 1).toList());
  }

  public int observed() {
    return sum(ReplayedCase.OutcomeCount::observed);
  }

  public int predicted() {
    return sum(ReplayedCase.OutcomeCount::predicted);
  }

  /** How many of the observed outcomes were predicted. */
  public int found() {
    return sum(ReplayedCase.OutcomeCount::found);
  }

  private int sum(ToIntFunction<ReplayedCase.OutcomeCount> of) {
    return cases.stream().mapToInt(c -> of.applyAsInt(c.outcomes())).sum();
  }

  private long count(Predicate<ReplayedCase> test) {
    return cases.stream().filter(test).count();
  }

  /** The figures as one line of JSON. */
  public String json() {
    StringBuilder json = new StringBuilder("{");
    field(json, "cases", cases.size());
    field(json, "agree", agree());
    field(json, "jobs", count(c -> c.same().jobs()));
    field(json, "states", count(c -> c.same().states()));
    field(json, "deleted", count(c -> c.same().deleted()));
    field(json, "disagreeing", names(disagreeing()));
    field(json, "crashed", names(crashed()));
    field(json, "restarts", count(c -> c.same().restarts()));
    field(json, "exitStatuses", count(c -> c.same().exitStatuses()));
    field(json, "wholly", wholly());
    field(json, "usual", usual());
    field(
        json,
        "givenUp",
        "{\"observed\": %d, \"agree\": %d}"
            .formatted(count(ReplayedCase::givesUp), count(c -> c.givesUp() && c.agrees())));
    field(json, "outcomes", outcomes());
    field(
        json,
        "open",
        "{\"cases\": " + open().cases().size() + ", " + open().outcomes().substring(1));
    field(json, "cut", count(c -> c.outcomes().cut()));
    StringBuilder versions = new StringBuilder("{");
    versions().forEach((version, number) -> field(versions, String.valueOf(version), number));
    field(json, "systemd", versions + "}");
    return json + "}";
  }

  private String outcomes() {
    return "{\"observed\": %d, \"predicted\": %d, \"found\": %d}"
        .formatted(observed(), predicted(), found());
  }

  private static void field(StringBuilder json, String name, Object value) {
    json.append(json.length() > 1 ? ", " : "")
        .append('"')
        .append(name)
        .append("\": ")
        .append(value);
  }

  private static String names(List<String> names) {
    return names.isEmpty() ? "[]" : "[\"" + String.join("\", \"", names) + "\"]";
  }
}
