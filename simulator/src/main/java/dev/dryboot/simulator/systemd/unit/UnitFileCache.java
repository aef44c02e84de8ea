package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.directive.SystemdVersion;
import dev.dryboot.foreign.directive.TakenFile;
import dev.dryboot.foreign.directive.UnitChecks;
import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.Section;
import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.SourceText;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Unit files that were read before, and what systemd takes of them: booting the same files again
 * does not read them again. Not for use by several threads at once.
 */
public final class UnitFileCache {
  private static final int LIMIT = 20_000;

  private final ReadUnitFiles shared;
  private final Map<SourceText, UnitFile> files = new IdentityHashMap<>();
  private final Map<UnitFile, Readings> readings = new IdentityHashMap<>();
  private final Map<UnitFile, Settings> settings = new IdentityHashMap<>();
  private final Map<Settings, ByReader<Optional<Diagnostic>>> refusals = new IdentityHashMap<>();

  /**
   * Whom a file is read for.
   *
   * @param name the unit; empty where it does not matter
   */
  private record Reader(UnitType type, SystemdVersion version, String name) {}

  /** What is known for each reader. One asks mostly, again and again, so it is kept apart. */
  private static final class ByReader<T> {
    private final Map<Reader, T> all = new HashMap<>(2);
    private @Nullable Reader reader;
    private @Nullable T last;

    T get(UnitName name, boolean named, SystemdVersion version, Supplier<T> made) {
      String text = named ? name.text() : "";
      T known = last;
      if (known != null
          && reader != null
          && reader.type == name.type()
          && reader.version == version
          && reader.name.equals(text)) {
        return known;
      }
      Reader now = new Reader(name.type(), version, text);
      known = all.computeIfAbsent(now, r -> made.get());
      reader = now;
      last = known;
      return known;
    }
  }

  /** What is taken of one file, and whether that depends on the unit's name. */
  private static final class Readings {
    final boolean named;
    final ByReader<TakenFile> taken = new ByReader<>();

    Readings(UnitFile file) {
      named = hasSpecifiers(file);
    }
  }

  /** One for a machine that shares its files with no other. */
  public UnitFileCache() {
    this(new ReadUnitFiles());
  }

  /**
   * @param shared the files of other machines
   */
  public UnitFileCache(ReadUnitFiles shared) {
    this.shared = shared;
  }

  public UnitFile read(SourceText text) {
    UnitFile known = files.get(text);
    if (known == null) {
      known = shared.read(text);
      if (files.size() >= LIMIT) {
        files.clear();
        readings.clear();
        settings.clear();
        refusals.clear();
      }
      files.put(text, known);
    }
    return known;
  }

  /** What systemd takes of {@code written} for the unit {@code name}. */
  TakenFile taken(UnitFile written, UnitName name, SystemdVersion version) {
    Readings of = readings.computeIfAbsent(written, Readings::new);
    return of.taken.get(
        name,
        of.named,
        version,
        () -> TakenFile.of(written, name.type().fileKind(), Optional.of(name.inFiles()), version));
  }

  private static boolean hasSpecifiers(UnitFile file) {
    for (Section section : file.sections()) {
      for (Directive directive : section.directives()) {
        if (directive.value().indexOf('%') >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Why systemd refuses the unit {@code name} that has {@code settings}, taken as a whole. */
  Optional<Diagnostic> refusal(Settings settings, UnitName name, SystemdVersion version) {
    if (settings.fragments().size() != 1) {
      return check(settings, name, version);
    }
    return refusals
        .computeIfAbsent(settings, s -> new ByReader<>())
        .get(name, true, version, () -> check(settings, name, version));
  }

  private static Optional<Diagnostic> check(
      Settings settings, UnitName name, SystemdVersion version) {
    return UnitChecks.check(settings, name.text(), name.type().fileKind(), version).stream()
        .findFirst();
  }

  /** What {@code fragments} say together. */
  Settings settings(List<Fragment> fragments) {
    if (fragments.isEmpty()) {
      return Settings.EMPTY;
    }
    UnitFile first = fragments.getFirst().file();
    Settings known = settings.get(first);
    if (known == null || !areThose(known.fragments(), fragments)) {
      known = new Settings(fragments);
      settings.put(first, known);
    }
    return known;
  }

  /** The same files at the same places, without looking into them. */
  private static boolean areThose(List<Fragment> known, List<Fragment> fragments) {
    for (int i = 0; i < fragments.size(); i++) {
      if (known.size() != fragments.size()
          || known.get(i).file() != fragments.get(i).file()
          || !known.get(i).path().equals(fragments.get(i).path())) {
        return false;
      }
    }
    return true;
  }
}
