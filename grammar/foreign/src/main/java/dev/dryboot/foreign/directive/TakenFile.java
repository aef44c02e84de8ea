package dev.dryboot.foreign.directive;

import dev.dryboot.foreign.exec.ExecLine;
import dev.dryboot.foreign.unitfile.Directive;
import dev.dryboot.foreign.unitfile.Section;
import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.foreign.unitname.UnitName;
import dev.dryboot.foreign.value.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What systemd takes of a unit file: the file without the assignments that it ignores, up to the
 * line at which it gives the file up.
 *
 * <p>A line that refuses the unit ends the reading. Of a unit's own file systemd then loads
 * nothing; of a drop-in it keeps what it has read, and the unit is loaded (unit_load_dropin() of
 * systemd 257 does not ask what became of a drop-in; observed with 252 and 257).
 *
 * @param file what is taken; the very file that was given where nothing is left out
 * @param refusal the first line for whose value the unit is refused
 */
public record TakenFile(UnitFile file, Optional<Refusal> refusal) {

  /**
   * A line for whose value systemd refuses the unit.
   *
   * @param directive the assignment
   * @param rejection what is wrong in it
   */
  public record Refusal(Directive directive, Rejection rejection) {}

  /**
   * What is taken of {@code written}.
   *
   * @param unit the unit that it says something about; empty where that is not known
   */
  public static TakenFile of(
      UnitFile written, UnitFileKind kind, Optional<UnitName> unit, SystemdVersion version) {
    return of(written, kind, new Expansion(unit, version));
  }

  static TakenFile of(UnitFile written, UnitFileKind kind, Expansion names) {
    List<Section> sections = new ArrayList<>(written.sections().size());
    boolean all = true;
    for (Section section : written.sections()) {
      if (isNote(section.name())) {
        sections.add(section);
        continue;
      }
      if (!kind.sections().contains(section.name())) {
        all = false;
        continue;
      }
      Taking taking = new Taking(kind.inTable(section.name()), names);
      Optional<Refusal> refusal = taking.read(section.directives());
      boolean whole = taking.taken.size() == section.directives().size();
      all &= whole;
      sections.add(whole ? section : new Section(section.name(), section.span(), taking.taken));
      if (refusal.isPresent()) {
        return new TakenFile(new UnitFile(written.source(), sections, written.strays()), refusal);
      }
    }
    UnitFile taken = all ? written : new UnitFile(written.source(), sections, written.strays());
    return new TakenFile(taken, Optional.empty());
  }

  /** Sections and names that are left to other programs. */
  private static boolean isNote(String name) {
    return name.startsWith("X-");
  }

  /** Goes through one section. */
  private static final class Taking {
    private final String section;
    private final Expansion names;
    private final List<Directive> taken = new ArrayList<>();

    Taking(String section, Expansion names) {
      this.section = section;
      this.names = names;
    }

    /** The line that ends the reading, if there is one. */
    Optional<Refusal> read(List<Directive> directives) {
      for (Directive directive : directives) {
        if (isNote(directive.name())) {
          taken.add(directive);
          continue;
        }
        Optional<KnownDirective> known = DirectiveTable.known().find(section, directive.name());
        if (known.isEmpty() || !known.get().isIn(names.version())) {
          continue;
        }
        List<Rejection> rejections = ValueChecks.check(known.get(), directive.value(), names);
        if (rejections.isEmpty()) {
          taken.add(directive);
          continue;
        }
        for (Rejection rejection : rejections) {
          if (rejection.effect() == Rejection.Effect.UNIT_REFUSED) {
            return Optional.of(new Refusal(directive, rejection));
          }
        }
        if (leavesSomething(known.get(), directive.value(), rejections)) {
          taken.add(directive);
        }
      }
      return Optional.empty();
    }

    /**
     * Where words are left out one by one, the others count; of a line of commands those count that
     * stand before the one that is ignored.
     */
    private boolean leavesSomething(
        KnownDirective known, String value, List<Rejection> rejections) {
      if (known.kind() == ValueKind.EXEC) {
        return !ExecLine.read(value, names::read).commands().isEmpty();
      }
      return rejections.stream().allMatch(r -> r.effect() == Rejection.Effect.WORD_IGNORED)
          && Words.split(value, Words.Style.PLAIN).words().size() > rejections.size();
    }
  }
}
