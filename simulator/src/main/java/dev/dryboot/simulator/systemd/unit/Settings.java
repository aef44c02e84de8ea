package dev.dryboot.simulator.systemd.unit;

import dev.dryboot.foreign.directive.TakenSettings;
import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.Section;
import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.foreign.value.Scalars;
import dev.dryboot.foreign.value.TimeSpan;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a unit's fragment and drop-ins say together: every assignment, by section and name, in the
 * order in which systemd reads them.
 */
public final class Settings implements TakenSettings {
  public static final Settings EMPTY = new Settings(List.of());

  /** Microseconds that stand for {@code infinity}. */
  public static final long INFINITY = Long.MAX_VALUE;

  private final List<Fragment> fragments;
  private final Map<String, Map<String, List<Directive>>> sections = new LinkedHashMap<>();
  private final Set<String> specified = new HashSet<>(1);

  /** What was made of these settings: a class, a type of units or a release, what was made; … */
  private volatile Object[] derived = {};

  public Settings(List<Fragment> fragments) {
    this.fragments = List.copyOf(fragments);
    for (Fragment fragment : this.fragments) {
      for (Section section : fragment.file().sections()) {
        var names = sections.computeIfAbsent(section.name(), s -> new LinkedHashMap<>());
        for (Directive directive : section.directives()) {
          names.computeIfAbsent(directive.name(), n -> new ArrayList<>(2)).add(directive);
          if (directive.value().indexOf('%') >= 0) {
            specified.add(section.name());
          }
        }
      }
    }
  }

  /** The files, the fragment first, then drop-ins in the order they apply. */
  public List<Fragment> fragments() {
    return fragments;
  }

  public boolean isEmpty() {
    return sections.isEmpty();
  }

  /** Whether a value of section {@code section} may mean something else for another unit. */
  public boolean hasSpecifiers(String section) {
    return specified.contains(section);
  }

  /**
   * What {@code read} makes of these settings for {@code of}, a type of units or a release. It is
   * made once, for settings never change and are shared by all boots with the same files, and those
   * of no file by all units that have none; so it must depend on nothing else.
   */
  public <T> T derived(Class<T> what, Enum<?> of, Function<Settings, T> read) {
    Object[] known = derived;
    for (int i = 0; i < known.length; i += 3) {
      if (known[i] == what && known[i + 1] == of) {
        return what.cast(known[i + 2]);
      }
    }
    T made = read.apply(this);
    // Those of no file belong to all threads: the array is replaced, never changed. Where two of
    // them make the same thing at once, either may stay.
    Object[] before = derived;
    Object[] more = Arrays.copyOf(before, before.length + 3);
    more[before.length] = what;
    more[before.length + 1] = of;
    more[before.length + 2] = made;
    derived = more;
    return made;
  }

  /** All assignments of section {@code section}, by name. */
  public Map<String, List<Directive>> section(String section) {
    return Collections.unmodifiableMap(sections.getOrDefault(section, Map.of()));
  }

  @Override
  public List<Directive> all(String section) {
    return fragments.stream().flatMap(f -> f.file().directives(section).stream()).toList();
  }

  @Override
  public Span place(String section) {
    UnitFile file = fragments.getFirst().file();
    return file.sections().stream()
        .filter(s -> s.name().equals(section))
        .findFirst()
        .map(Section::span)
        .orElseGet(() -> file.source().span(0, 0));
  }

  /** Every assignment of {@code name}, empty ones included. */
  @Override
  public List<Directive> all(String section, String name) {
    Map<String, List<Directive>> names = sections.get(section);
    List<Directive> all = names == null ? null : names.get(name);
    return all == null ? List.of() : Collections.unmodifiableList(all);
  }

  /** The assignments of {@code name} that count where an empty one takes back those before it. */
  @Override
  public List<Directive> list(String section, String name) {
    List<Directive> all = all(section, name);
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).value().isEmpty()) {
        return all.subList(i + 1, all.size());
      }
    }
    return all;
  }

  private @Nullable Directive lastOrNull(String section, String name) {
    List<Directive> all = all(section, name);
    return all.isEmpty() ? null : all.getLast();
  }

  /** The last value; {@code otherwise} where there is none or an empty one. */
  public String text(String section, String name, String otherwise) {
    Directive last = lastOrNull(section, name);
    return last == null || last.value().isEmpty() ? otherwise : last.value();
  }

  /** The last value that is a boolean, or {@code otherwise}. */
  public boolean isTrue(String section, String name, boolean otherwise) {
    List<Directive> all = all(section, name);
    for (int i = all.size() - 1; i >= 0; i--) {
      Optional<Boolean> value = Scalars.readBoolean(all.get(i).value()).value();
      if (value.isPresent()) {
        return value.get();
      }
    }
    return otherwise;
  }

  /** The last value that is a time span, in microseconds, or {@code otherwise}. */
  public long microseconds(String section, String name, long otherwise) {
    List<Directive> all = all(section, name);
    for (int i = all.size() - 1; i >= 0; i--) {
      Optional<TimeSpan> value = TimeSpan.read(all.get(i).value()).value();
      if (value.isPresent()) {
        return value.get().micros();
      }
    }
    return otherwise;
  }

  /** The last value that is a whole number of 0 or more, or {@code otherwise}. */
  public long number(String section, String name, long otherwise) {
    List<Directive> all = all(section, name);
    for (int i = all.size() - 1; i >= 0; i--) {
      Optional<Long> value = Scalars.readNumber(all.get(i).value(), 0, Long.MAX_VALUE).value();
      if (value.isPresent()) {
        return value.get();
      }
    }
    return otherwise;
  }
}
