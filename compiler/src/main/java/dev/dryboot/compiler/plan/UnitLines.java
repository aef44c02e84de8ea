package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Units;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Origin;
import dev.dryboot.source.Severity;
import java.util.ArrayList;
import java.util.List;

/** The lines that services and containers have in common. */
final class UnitLines {
  private final Draft draft;
  private final SystemdPlatform platform;

  UnitLines(Draft draft, SystemdPlatform platform) {
    this.draft = draft;
    this.platform = platform;
  }

  /** {@code [Unit]}: description and edges, as written. */
  void head(UnitText text, Units.Unit unit, String description) {
    if (unit.directive("Description").isEmpty()) {
      text.add(
          "Unit",
          "Description",
          unit.description().isEmpty() ? description : unit.description(),
          unit.origin());
    }
    for (Units.Edge edge : unit.edges()) {
      String section = edge.directive().endsWith("By") ? "Install" : "Unit";
      for (String name : UnitNames.of(edge.unit(), draft.host())) {
        text.addOnce(section, edge.directive(), name, edge.origin());
      }
    }
  }

  /** All directives of the unit, in the order they are written. */
  void directives(UnitText text, Units.Unit unit, List<Units.Directive> directives) {
    List<Text> secrets = new ArrayList<>();
    for (Units.Directive directive : directives) {
      boolean environment = directive.name().equals("Environment");
      if (environment && directive.value().isSecret()) {
        secrets.add(directive.value());
        continue;
      }
      Text value = withFacts(text, directive.value());
      text.add(
          directive.section(),
          directive.name(),
          environment ? Quoting.quoted(value) : value.mapCharacters(UnitLines::sizes),
          directive.origin());
    }
    if (!secrets.isEmpty()) {
      Origin origin = secrets.getFirst().origin();
      String path = environmentFile(draft, unit.name().value(), secrets);
      text.add("Service", "EnvironmentFile", path, origin);
    }
  }

  /** Writes variables that hold secrets into a file that root alone reads. */
  static String environmentFile(Draft draft, String name, List<Text> assignments) {
    Origin origin = assignments.getFirst().origin();
    Text text = Text.of("", origin);
    for (Text assignment : assignments) {
      text = text.plus(assignment).plus(Text.of("\n", assignment.origin()));
    }
    String path = "/etc/dryboot/" + name + ".env";
    draft.file(path, text, 0600, origin);
    return path;
  }

  /** systemd writes sizes as K, M, G and T. */
  private static String sizes(String value) {
    return value.matches("[0-9]+[KMGT]iB") ? value.replace("iB", "") : value;
  }

  /** {@code [Install]}, the stamp of {@code once}, and the author's own text. */
  void tail(UnitText text, Units.Unit unit) {
    if (unit.once().filter(o -> o.value()).isPresent()) {
      Origin origin = unit.once().get().origin();
      String stamp = "/var/lib/dryboot/" + unit.name().value() + ".done";
      text.add("Unit", "ConditionPathExists", "!" + stamp, origin);
      text.add("Service", "ExecStartPost", "/usr/bin/mkdir -p /var/lib/dryboot", origin);
      text.add("Service", "ExecStartPost", "/usr/bin/touch " + stamp, origin);
      draft
          .notes()
          .lowered(origin, "once", "a stamp in /var/lib/dryboot keeps it from a second run");
    }
    if (startsByItself(unit)) {
      text.addOnce(
          "Install",
          "WantedBy",
          "multi-user.target",
          unit.origin().because("a unit is wanted by multi-user.target unless it says otherwise"));
    }
    unit.systemd().forEach(text::verbatim);
  }

  /** Whether nothing else starts it. */
  static boolean startsByItself(Units.Unit unit) {
    return unit.timer().isEmpty()
        && unit.socket().isEmpty()
        && unit.enabled().map(e -> e.value()).orElse(true)
        && unit.edges().stream().noneMatch(e -> e.directive().endsWith("By"));
  }

  static boolean isEnabled(Units.Unit unit) {
    return unit.timer().isEmpty()
        && unit.socket().isEmpty()
        && unit.enabled().map(e -> e.value()).orElse(true);
  }

  /** A timer and a socket of the unit's name. */
  void triggers(Units.Unit unit) {
    String name = unit.name().value();
    boolean enabled = unit.enabled().map(e -> e.value()).orElse(true);
    unit.timer().ifPresent(t -> trigger(name, "timer", "Timer", "timers.target", t, enabled));
    unit.socket().ifPresent(s -> trigger(name, "socket", "Socket", "sockets.target", s, enabled));
  }

  private void trigger(
      String name,
      String suffix,
      String section,
      String target,
      Units.Trigger trigger,
      boolean enabled) {
    UnitText text = new UnitText();
    text.add("Unit", "Description", "Starts " + name + ".service", trigger.origin());
    trigger.directives().forEach(d -> text.add(d.section(), d.name(), d.value(), d.origin()));
    text.add(
        "Install",
        "WantedBy",
        target,
        trigger.origin().because("a %s is wanted by %s".formatted(suffix, target)));
    draft.unit(name + "." + suffix, text, enabled, trigger.origin());
  }

  /** Puts variables in the place of what only the machine knows, and pulls in who writes them. */
  Text withFacts(UnitText text, Text value) {
    if (value.facts().isEmpty()) {
      return value;
    }
    value.facts().forEach(draft::answered);
    String where = draft.host().identity().platform().map(Text::plain).orElse("");
    Text changed =
        value.mapParts(
            part ->
                part instanceof Text.Fact fact
                    ? platform
                        .facts()
                        .variable(fact.name(), where)
                        .map(v -> (Text.Part) new Text.Literal("${" + v + "}", fact.origin()))
                        .orElseGet(() -> unknown(fact, where))
                    : part);
    Origin origin = value.facts().getFirst().origin();
    if (!platform.facts().unit().isEmpty() && changed.facts().isEmpty()) {
      text.addOnce("Unit", "Requires", platform.facts().unit(), origin);
      text.addOnce("Unit", "After", platform.facts().unit(), origin);
      text.addOnce("Service", "EnvironmentFile", platform.facts().environmentFile(), origin);
    }
    return changed;
  }

  private Text.Part unknown(Text.Fact fact, String where) {
    draft
        .notes()
        .add(
            Diagnostic.of(
                    PlanRules.NOT_ON_THIS_TARGET,
                    Severity.ERROR,
                    fact.origin(),
                    where.isEmpty()
                        ? "${%s} needs to know the platform".formatted(fact.name())
                        : "nothing tells ${%s} on %s".formatted(fact.name(), where))
                .why("the variable that holds it is named after the platform")
                .help("say the platform in the host: platform aws"));
    return fact;
  }

  HostModel host() {
    return draft.host();
  }
}
