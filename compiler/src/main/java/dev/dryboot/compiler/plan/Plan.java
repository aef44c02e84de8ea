package dev.dryboot.compiler.plan;

import dev.dryboot.compiler.model.Files;
import dev.dryboot.compiler.model.HostModel;
import dev.dryboot.compiler.model.Traced;
import dev.dryboot.source.Origin;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What a host comes to. People, storage and network stay as the model has them, for formats that
 * know them; files, units and packages are complete.
 */
public record Plan(
    HostModel host,
    List<Files.RegularFile> files,
    List<Files.Directory> directories,
    List<Files.Link> links,
    List<PlannedUnit> units,
    List<Traced<String>> packages) {
  public Plan {
    files = List.copyOf(files);
    directories = List.copyOf(directories);
    links = List.copyOf(links);
    units = List.copyOf(units);
    packages = List.copyOf(packages);
  }

  /**
   * A unit of systemd.
   *
   * @param contents its file; empty where only drop-ins or its state are said
   * @param enabled empty where nothing is said
   * @param generated whether a generator makes it from another file, so that it can be started but
   *     not enabled
   */
  public record PlannedUnit(
      String name,
      Optional<SourceText> contents,
      Optional<Traced<Boolean>> enabled,
      Optional<Traced<Boolean>> mask,
      boolean generated,
      List<PlannedDropin> dropins,
      Origin origin) {
    public PlannedUnit {
      dropins = List.copyOf(dropins);
    }
  }

  public record PlannedDropin(String name, SourceText contents, Origin origin) {}
}
