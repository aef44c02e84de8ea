package dev.dryboot.targets.os.fedoracoreos;

import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.plan.Draft;
import dev.dryboot.compiler.plan.SystemdPlanner;
import dev.dryboot.source.Origin;
import dev.dryboot.targets.encode.Lines;
import java.util.List;
import java.util.stream.Collectors;

/** The update policy as zincati's configuration. */
final class Zincati {
  private static final List<String> EVERY_DAY =
      List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  private Zincati() {}

  static void plan(Draft draft, HostModel.Updates updates) {
    Origin origin = updates.origin();
    Lines lines = new Lines(origin);
    updates.group().ifPresent(g -> lines.add(fixed("[identity]", g)).add(pair("group", g)));
    updates.server().ifPresent(s -> lines.add(fixed("[cincinnati]", s)).add(pair("base_url", s)));
    updates.strategy().ifPresent(s -> strategy(draft, lines, updates, s));
    draft.file("/etc/zincati/config.d/55-updates-strategy.toml", lines.text(), 0644, origin);
    SystemdPlanner.healthGate(draft, updates.healthy());
  }

  private static Text fixed(String text, Text at) {
    return Text.of(text, at.origin());
  }

  private static Text pair(String key, Text value) {
    return fixed(key + " = \"", value)
        .plus(value.mapCharacters(c -> c.replace("\\", "\\\\").replace("\"", "\\\"")))
        .plus(fixed("\"", value));
  }

  private static void strategy(Draft draft, Lines lines, HostModel.Updates updates, Text strategy) {
    lines.add(fixed("[updates]", strategy));
    switch (strategy.plain()) {
      case "off" -> lines.add(fixed("enabled = false", strategy));
      case "periodic" -> {
        lines.add(fixed("strategy = \"periodic\"", strategy));
        updates.windows().forEach(w -> window(lines, w));
      }
      case "fleet-lock" -> {
        lines.add(fixed("strategy = \"fleet_lock\"", strategy));
        updates
            .lockUrl()
            .ifPresent(u -> lines.add(fixed("[updates.fleet_lock]", u)).add(pair("base_url", u)));
      }
      case "reboot" -> {
        lines.add(fixed("strategy = \"immediate\"", strategy));
        draft
            .notes()
            .approximated(strategy.origin(), "strategy reboot", "zincati calls it immediate");
      }
      case String other -> lines.add(fixed("strategy = \"" + other + "\"", strategy));
    }
  }

  private static void window(Lines lines, HostModel.Window window) {
    Origin origin = window.origin();
    List<String> days = window.days().isEmpty() ? EVERY_DAY : window.days();
    String list =
        days.stream().map(d -> "\"" + d + "\"").collect(Collectors.joining(", ", "[ ", " ]"));
    lines
        .add(Text.of("[[updates.periodic.window]]", origin))
        .add(Text.of("days = " + list, origin))
        .add(Text.of("start_time = \"" + window.time() + "\"", origin))
        .add(Text.of("length_minutes = " + window.minutes(), origin));
  }
}
