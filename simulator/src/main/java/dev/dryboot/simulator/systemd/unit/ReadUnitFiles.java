package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.foreign.unitfile.UnitFileReader;
import dev.dryboot.source.SourceText;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Unit files as they were read, for all machines of a process: those of a base image are the same
 * texts on each of them. Several threads may use it at once.
 */
public final class ReadUnitFiles {
  private static final int LIMIT = 20_000;

  private final Map<SourceText, UnitFile> files = new ConcurrentHashMap<>();

  /** The file with that text, which is read where it was not read before. */
  public UnitFile read(SourceText text) {
    UnitFile known = files.get(text);
    if (known != null) {
      return known;
    }
    if (files.size() >= LIMIT) {
      files.clear();
    }
    return files.computeIfAbsent(text, UnitFileReader::read);
  }
}
