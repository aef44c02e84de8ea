package dev.dryboot.simulator.conflict;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.UnitRecord;
import dev.dryboot.simulator.runner.BootEvidence;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One boot as the rules see it: its units by name, who comes after whom, and what is the user's.
 */
final class Sight {
  private final BootEvidence evidence;
  private final BootEvidence.Boot boot;
  private final Predicate<SourceText> users;
  private final Map<String, UnitRecord> units = new LinkedHashMap<>();
  private final Map<String, Set<String>> before = new LinkedHashMap<>();
  private final Set<String> started = new LinkedHashSet<>();

  /**
   * @param users whether a text is one of the user's own; the rest comes with the operating system
   */
  Sight(BootEvidence evidence, BootEvidence.Boot boot, Predicate<SourceText> users) {
    this.evidence = evidence;
    this.boot = boot;
    this.users = users;
    for (UnitRecord unit : boot.units()) {
      unit.aliases().forEach(alias -> units.put(alias, unit));
      units.put(unit.name(), unit);
    }
    boot.facts(Fact.JobInstalled.class).map(Fact.JobInstalled::unit).forEach(started::add);
    boot.units().stream()
        .filter(u -> u.active().equals("active"))
        .forEach(u -> started.add(u.name()));
    for (UnitRecord unit : boot.units()) {
      unit.edges("After").forEach(e -> orders(e.to(), unit.name()));
      unit.edges("Before").forEach(e -> orders(unit.name(), e.to()));
    }
  }

  BootEvidence evidence() {
    return evidence;
  }

  BootEvidence.Boot boot() {
    return boot;
  }

  Optional<UnitRecord> unit(String name) {
    return Optional.ofNullable(units.get(name));
  }

  Set<String> unitNames() {
    return units.keySet();
  }

  boolean isUsers(Span span) {
    return users.test(span.written().source());
  }

  /** Units that the user wrote, wholly or in part. */
  List<UnitRecord> usersUnits() {
    return boot.units().stream().filter(u -> place(u).isPresent()).toList();
  }

  /** Where the user wrote of {@code unit}: its first setting that is the user's own. */
  Optional<Span> place(UnitRecord unit) {
    return unit.settings().stream()
        .map(UnitRecord.Setting::span)
        .filter(this::isUsers)
        .findFirst()
        .or(() -> unit.texts().stream().map(SourceText::whole).filter(this::isUsers).findFirst());
  }

  /** Where a setting was written, or else where the unit was. */
  Optional<Span> place(UnitRecord unit, String section, String setting) {
    return unit.last(section, setting)
        .map(UnitRecord.Setting::span)
        .filter(this::isUsers)
        .or(() -> place(unit));
  }

  /** Where a command was written, or else where its unit was. */
  Optional<Span> place(UnitRecord unit, UnitRecord.Command command) {
    return command.written().filter(this::isUsers).or(() -> place(unit));
  }

  /** Whether the unit was to be started in this boot. */
  boolean takesPart(String unit) {
    return started.contains(canonical(unit));
  }

  /**
   * Whether {@code unit} is started only after {@code other} has been, in every schedule: along
   * units that both have jobs (systemd.unit(5), Before=, After=).
   */
  boolean comesAfter(String unit, String other) {
    return predecessors(unit).contains(canonical(other));
  }

  /** All units that are started before {@code unit}, in every schedule. */
  Set<String> predecessors(String unit) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(canonical(unit)));
    while (!open.isEmpty()) {
      for (String earlier : before.getOrDefault(open.poll(), Set.of())) {
        if (started.contains(earlier) && found.add(earlier)) {
          open.add(earlier);
        }
      }
    }
    return found;
  }

  /** The text of the artifacts that holds {@code words} first, if one does. */
  Optional<Span> written(String words) {
    List<SourceText> texts = new ArrayList<>(evidence.image().artifacts().values());
    for (SourceText text : texts) {
      int at = text.text().indexOf(words);
      if (at >= 0) {
        return Optional.of(text.span(at, at + words.length()));
      }
    }
    return Optional.empty();
  }

  /** Where an artifact has {@code key} as the first thing on a line, or behind a brace. */
  Optional<Span> writtenKey(String key) {
    Pattern pattern =
        Pattern.compile("(?m)(?:^|[{,])\\s*[\"']?(" + Pattern.quote(key) + ")[\"']?\\s*:");
    for (SourceText text : evidence.image().artifacts().values()) {
      Matcher matcher = pattern.matcher(text.text());
      if (matcher.find()) {
        return Optional.of(text.span(matcher.start(1), matcher.end(1)));
      }
    }
    return Optional.empty();
  }

  /**
   * Where the artifacts hold a command, in any of the ways in which it can be written: {@code a b},
   * {@code [a, b]}, {@code ["a", "b"]}.
   */
  Optional<Span> writtenCommand(List<String> command) {
    Pattern pattern =
        Pattern.compile(
            "(?<![\\w.-])"
                + command.stream().map(Pattern::quote).collect(Collectors.joining("[\\s\"',]+"))
                + "(?![\\w@-])");
    for (SourceText text : evidence.image().artifacts().values()) {
      Matcher matcher = pattern.matcher(text.text());
      if (matcher.find()) {
        return Optional.of(text.span(matcher.start(), matcher.end()));
      }
    }
    return Optional.empty();
  }

  String canonical(String name) {
    UnitRecord unit = units.get(name);
    return unit == null ? name : unit.name();
  }

  private void orders(String earlier, String later) {
    before.computeIfAbsent(canonical(later), n -> new LinkedHashSet<>()).add(canonical(earlier));
  }
}
