package dev.dryboot.simulator.conflict;

import dev.dryboot.foreign.unitfile.UnitFile;
import dev.dryboot.foreign.unitfile.UnitFileReader;
import dev.dryboot.simulator.machine.VirtualFileSystem;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import dev.dryboot.source.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A preset of the user's enables a unit that has no [Install] section, or that does not exist: the
 * preset does nothing, and says nothing. This is how Ignition enables units.
 */
final class Enablement implements ConflictRule {
  private static final List<String> PRESETS =
      List.of(
          "/etc/systemd/system-preset",
          "/run/systemd/system-preset",
          "/usr/lib/systemd/system-preset");
  private static final List<String> UNITS =
      List.of(
          "/etc/systemd/system",
          "/run/systemd/system",
          "/run/systemd/generator",
          "/usr/local/lib/systemd/system",
          "/usr/lib/systemd/system",
          "/lib/systemd/system");

  @Override
  public List<Diagnostic> findings(Sight sight) {
    VirtualFileSystem files = sight.boot().files();
    List<Diagnostic> found = new ArrayList<>();
    for (String directory : PRESETS) {
      for (String name : files.list(directory)) {
        files.read(directory + "/" + name).ifPresent(text -> preset(sight, text, found));
      }
    }
    return found;
  }

  private static void preset(Sight sight, SourceText text, List<Diagnostic> found) {
    for (int line = 1; line <= text.lineCount(); line++) {
      String[] words = text.line(line).strip().split("\\s+");
      if (words.length >= 2 && words[0].equals("enable") && !words[1].contains("*")) {
        Span span = text.lineSpan(line);
        if (sight.isUsers(span)) {
          enabled(sight, words[1], span).ifPresent(found::add);
        }
      }
    }
  }

  private static Optional<Diagnostic> enabled(Sight sight, String unit, Span span) {
    List<SourceText> texts = texts(sight.boot().files(), unit);
    boolean masked = sight.unit(unit).map(u -> u.load().equals("masked")).orElse(false);
    if (masked) {
      return Optional.empty();
    }
    if (texts.isEmpty()) {
      return sight.unit(unit).map(u -> u.load().equals("loaded")).orElse(false)
          ? Optional.empty()
          : Optional.of(absent(sight, unit, span));
    }
    return texts.stream().map(UnitFileReader::read).anyMatch(Enablement::installs)
        ? Optional.empty()
        : Optional.of(withoutInstall(sight, unit, texts.getFirst(), span));
  }

  /** The unit file and its drop-ins, as a lookup along the search path finds them. */
  private static List<SourceText> texts(VirtualFileSystem files, String unit) {
    int at = unit.indexOf('@');
    int dot = unit.lastIndexOf('.');
    List<String> names = new ArrayList<>(List.of(unit));
    if (at > 0 && dot > at) {
      names.add(unit.substring(0, at + 1) + unit.substring(dot));
    }
    List<SourceText> found = new ArrayList<>();
    for (String name : names) {
      for (String directory : UNITS) {
        files.read(directory + "/" + name).ifPresent(found::add);
        for (String dropin : files.list(directory + "/" + name + ".d")) {
          files
              .read(directory + "/" + name + ".d/" + dropin)
              .filter(t -> !found.isEmpty())
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static boolean installs(UnitFile file) {
    return file.directives("Install").stream()
        .anyMatch(
            d -> List.of("WantedBy", "RequiredBy", "UpheldBy", "Alias", "Also").contains(d.name()));
  }

  private static Diagnostic withoutInstall(Sight sight, String unit, SourceText text, Span span) {
    Diagnostic diagnostic =
        Diagnostic.error(
                ConflictRules.ENABLED_WITHOUT_INSTALL,
                span,
                unit + " is enabled, but has no [Install] section that says where")
            .why(
                "Enabling makes the links that [Install] asks for. Without it nothing is linked, no"
                    + " error is shown, and the unit is not started at boot.")
            .help("add to the unit:  [Install]  WantedBy=multi-user.target");
    Span whole = text.span(0, 0);
    return sight.isUsers(whole) ? diagnostic.related(whole, "the unit is here") : diagnostic;
  }

  private static Diagnostic absent(Sight sight, String unit, Span span) {
    Set<String> known = new LinkedHashSet<>(sight.unitNames());
    UNITS.forEach(directory -> known.addAll(sight.boot().files().list(directory)));
    return Diagnostic.error(
            ConflictRules.ENABLED_BUT_ABSENT,
            span,
            "%s is enabled, but there is no such unit".formatted(unit))
        .why("A preset may name units that are absent: it is passed over, and nothing is started.")
        .help(
            Suggestion.nearest(unit, known)
                .map(near -> "did you mean " + near + "?")
                .orElse("write the unit, or check on which image it comes"));
  }
}
