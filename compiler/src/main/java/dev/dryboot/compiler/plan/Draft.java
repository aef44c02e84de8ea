package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.Files;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Text;
import dev.dryboot.compiler.model.Traced;
import dev.dryboot.source.Origin;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A plan in the making. */
public final class Draft {
  private final HostModel host;
  private final Notes notes = new Notes();
  private final List<Files.RegularFile> files = new ArrayList<>();
  private final List<Files.Directory> directories = new ArrayList<>();
  private final List<Files.Link> links = new ArrayList<>();
  private final Map<String, Plan.PlannedUnit> units = new LinkedHashMap<>();
  private final List<Traced<String>> packages = new ArrayList<>();
  private final Set<Text.Fact> answered = new LinkedHashSet<>();

  public Draft(HostModel host) {
    this.host = host;
    files.addAll(host.files().files());
    directories.addAll(host.files().directories());
    links.addAll(host.files().links());
  }

  public HostModel host() {
    return host;
  }

  public Notes notes() {
    return notes;
  }

  /** Adds a file, unless the host has one of its own at that path. */
  public void file(String path, Text text, int mode, Origin origin) {
    if (files.stream().noneMatch(f -> f.path().plain().equals(path))) {
      files.add(Files.RegularFile.of(path, text, mode, origin));
    }
  }

  /** Adds a file, unless the host has one of its own at that path. */
  public void file(Files.RegularFile file) {
    if (files.stream().noneMatch(f -> f.path().plain().equals(file.path().plain()))) {
      files.add(file);
    }
  }

  public void file(String path, SourceText text, int mode, Origin origin) {
    file(path, parts(text, origin), mode, origin);
  }

  private static Text parts(SourceText text, Origin origin) {
    List<Text.Part> parts = new ArrayList<>();
    text.provenance()
        .stretches()
        .forEach(
            s ->
                parts.add(new Text.Literal(text.text().substring(s.start(), s.end()), s.origin())));
    return new Text(parts, origin);
  }

  public void link(Files.Link link) {
    if (links.stream().noneMatch(l -> l.path().plain().equals(link.path().plain()))) {
      links.add(link);
    }
  }

  /** Adds a unit, or adds to what is planned for it. */
  public void unit(Plan.PlannedUnit unit) {
    units.merge(unit.name(), unit, Draft::joined);
  }

  private static Plan.PlannedUnit joined(Plan.PlannedUnit a, Plan.PlannedUnit b) {
    List<Plan.PlannedDropin> dropins = new ArrayList<>(a.dropins());
    dropins.addAll(b.dropins());
    return new Plan.PlannedUnit(
        a.name(),
        b.contents().isPresent() ? b.contents() : a.contents(),
        b.enabled().isPresent() ? b.enabled() : a.enabled(),
        b.mask().isPresent() ? b.mask() : a.mask(),
        a.generated() || b.generated(),
        dropins,
        a.origin());
  }

  /** Adds a unit file, enabled or not. */
  void unit(String name, UnitText text, boolean enabled, Origin origin) {
    unit(name, text.build(name), enabled, origin);
  }

  /** Adds a unit file, enabled or not. */
  public void unit(String name, SourceText text, boolean enabled, Origin origin) {
    unit(
        new Plan.PlannedUnit(
            name,
            Optional.of(text),
            Optional.of(new Traced<>(enabled, origin)).filter(Traced::value),
            Optional.empty(),
            false,
            List.of(),
            origin));
  }

  /** Says that a unit of the system is to be enabled. */
  public void enable(String name, Origin origin) {
    unit(
        new Plan.PlannedUnit(
            name,
            Optional.empty(),
            Optional.of(new Traced<>(true, origin)),
            Optional.empty(),
            false,
            List.of(),
            origin));
  }

  void dropin(String unit, String name, UnitText text, Origin origin) {
    unit(
        new Plan.PlannedUnit(
            unit,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of(new Plan.PlannedDropin(name, text.build(unit + ".d/" + name), origin)),
            origin));
  }

  /** A unit that a generator makes of a file. */
  public void generated(String name, Origin origin) {
    unit(
        new Plan.PlannedUnit(
            name, Optional.empty(), Optional.empty(), Optional.empty(), true, List.of(), origin));
  }

  public void packaged(String name, Origin origin) {
    if (packages.stream().noneMatch(p -> p.value().equals(name))) {
      packages.add(new Traced<>(name, origin));
    }
  }

  public boolean hasPackage(String pattern) {
    return packages.stream().anyMatch(p -> p.value().matches(pattern));
  }

  /** Remembers that something was done about what only the machine knows. */
  void answered(Text.Fact fact) {
    answered.add(fact);
  }

  /** The plan; what only the machine knows and nothing could be done about is among the notes. */
  public Plan plan() {
    host.facts().stream().filter(f -> !answered.contains(f)).forEach(notes::machineOnly);
    return new Plan(host, files, directories, links, List.copyOf(units.values()), packages);
  }
}
