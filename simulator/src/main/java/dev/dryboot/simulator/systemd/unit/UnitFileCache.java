package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.foreign.unitfile.UnitFileReader;
import dev.dryboot.source.SourceText;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Unit files that were read before: booting the same files again does not read them again. Not for
 * use by several threads at once.
 */
public final class UnitFileCache {
  private static final int LIMIT = 20_000;

  private final Map<SourceText, UnitFile> files = new IdentityHashMap<>();
  private final Map<UnitFile, Settings> settings = new IdentityHashMap<>();

  public UnitFile read(SourceText text) {
    UnitFile known = files.get(text);
    if (known == null) {
      known = UnitFileReader.read(text);
      if (files.size() >= LIMIT) {
        files.clear();
        settings.clear();
      }
      files.put(text, known);
    }
    return known;
  }

  /** What {@code fragments} say together. */
  Settings settings(List<Fragment> fragments) {
    if (fragments.isEmpty()) {
      return Settings.EMPTY;
    }
    if (fragments.size() > 1) {
      return new Settings(fragments);
    }
    Fragment only = fragments.getFirst();
    Settings known = settings.get(only.file());
    if (known == null || !known.fragments().getFirst().path().equals(only.path())) {
      known = new Settings(fragments);
      settings.put(only.file(), known);
    }
    return known;
  }
}
