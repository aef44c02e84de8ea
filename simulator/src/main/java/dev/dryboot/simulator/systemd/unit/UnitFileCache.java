package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.directive.SystemdVersion;
import dev.dryboot.foreign.directive.TakenFile;
import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.Section;
import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
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
  private final Map<SourceText, KnownUnits> units = new IdentityHashMap<>();

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
        units.clear();
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

  /**
   * The unit {@code name} as its files describe it.
   *
   * @param own its own file or its template's; null where it has none
   * @param dropIns as they are written, in the order they apply
   */
  WrittenUnit unit(
      UnitName name, UnitPath.@Nullable Entry own, List<Fragment> dropIns, SystemdVersion version) {
    SourceText text = own == null ? null : own.text();
    if (text == null && dropIns.isEmpty()) {
      return WrittenUnit.NONE;
    }
    SourceText first = text == null ? dropIns.getFirst().file().source() : text;
    KnownUnits known = units.get(first);
    if (known == null) {
      known = new KnownUnits();
      units.put(first, known);
    }
    String path = own == null || text == null ? "" : own.path();
    WrittenUnit there = known.get(name.text(), version, path, dropIns);
    if (there == null) {
      List<Fragment> files = new ArrayList<>(dropIns.size() + 1);
      if (text != null) {
        files.add(new Fragment(path, read(text), false));
      }
      files.addAll(dropIns);
      there = WrittenUnit.of(files, name, version, this);
      known.put(new KnownUnit(name.text(), version, path, dropIns, there));
    }
    return there;
  }

  /** A unit that was read before, and which files it was read from. */
  private record KnownUnit(
      String name, SystemdVersion version, String path, List<Fragment> dropIns, WrittenUnit unit) {
    boolean is(String other, SystemdVersion as, String at, List<Fragment> with) {
      return version == as
          && name.equals(other)
          && path.equals(at)
          && (dropIns == with || areThose(dropIns, with));
    }
  }

  /** The units that begin with one file: one, or the instances of a template. */
  private static final class KnownUnits {
    private @Nullable KnownUnit last;
    private final Map<String, KnownUnit> others = new HashMap<>(1);

    @Nullable WrittenUnit get(
        String name, SystemdVersion version, String path, List<Fragment> dropIns) {
      KnownUnit one = last;
      if (one != null && one.is(name, version, path, dropIns)) {
        return one.unit();
      }
      one = others.get(name);
      return one != null && one.is(name, version, path, dropIns) ? one.unit() : null;
    }

    void put(KnownUnit unit) {
      if (last != null) {
        others.put(last.name(), last);
      }
      last = unit;
    }
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
    if (known.size() != fragments.size()) {
      return false;
    }
    for (int i = 0; i < fragments.size(); i++) {
      if (known.get(i).file() != fragments.get(i).file()
          || !known.get(i).path().equals(fragments.get(i).path())) {
        return false;
      }
    }
    return true;
  }
}
