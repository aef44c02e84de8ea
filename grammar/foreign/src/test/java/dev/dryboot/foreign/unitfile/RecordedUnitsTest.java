package dev.dryboot.foreign.unitfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.foreign.directive.SystemdVersion;
import dev.dryboot.foreign.directive.UnitFileChecker;
import dev.dryboot.foreign.directive.UnitFileKind;
import dev.dryboot.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Reads every unit file of the recordings and of the collected Ignition documents. */
class RecordedUnitsTest {
  private static final Pattern PAIR =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"");

  /** A unit file in a recording. */
  private record Unit(String name, String text) {}

  private static Path shared(String folder) {
    String root = System.getProperty("dryboot.root", ".");
    Path path = Path.of(root).resolve("../shared").resolve(folder);
    Assumptions.assumeTrue(Files.isDirectory(path), "the recordings are not beside the project");
    return path;
  }

  private static List<Path> files(Path folder, String... suffixes) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> Stream.of(suffixes).anyMatch(s -> f.toString().endsWith(s)))
          .sorted()
          .toList();
    }
  }

  private static List<Unit> recorded() throws IOException {
    List<Unit> units = new ArrayList<>();
    for (Path file : files(shared("oracle"), ".json")) {
      Matcher matcher = PAIR.matcher(Files.readString(file));
      while (matcher.find()) {
        String text = unescaped(matcher.group(2));
        if (UnitFileKind.ofName(matcher.group(1)).isPresent() && text.contains("[")) {
          units.add(new Unit(matcher.group(1), text));
        }
      }
    }
    return units;
  }

  private static List<Unit> collected() throws IOException {
    List<Unit> units = new ArrayList<>();
    for (Path file : files(shared("corpus"), ".ign", ".json", ".yaml", ".bu")) {
      Matcher matcher = PAIR.matcher(Files.readString(file));
      while (matcher.find()) {
        if (matcher.group(1).equals("contents") && matcher.group(2).contains("[")) {
          units.add(new Unit("a.service", unescaped(matcher.group(2))));
        }
      }
    }
    return units;
  }

  private static String unescaped(String json) {
    var text = new StringBuilder();
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char escaped = json.charAt(++i);
      switch (escaped) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case 'u' -> {
          text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> text.append(escaped);
      }
    }
    return text.toString();
  }

  private static String words(UnitFile file) {
    return String.join(
        "\n", file.sections().stream().map(s -> "[" + s.name() + "]" + s.directives()).toList());
  }

  @Test
  void recordedUnitsHaveNoStrayLinesAndPrintToTheSame() throws IOException {
    List<Unit> units = recorded();
    assertThat(units).hasSizeGreaterThan(1000);
    for (Unit unit : units) {
      UnitFile file = UnitFileReader.read(SourceText.of(unit.name(), unit.text()));
      assertThat(file.strays()).as(unit.name()).isEmpty();
      UnitFile again = UnitFileReader.read(UnitFileWriter.print("again", file));
      assertThat(words(again)).isEqualTo(words(file));
    }
  }

  /** All of these were loaded by a real systemd. */
  @Test
  void recordedUnitsAreNotRefused() throws IOException {
    for (Unit unit : recorded()) {
      UnitFile file = UnitFileReader.read(SourceText.of(unit.name(), unit.text()));
      UnitFileKind kind = UnitFileKind.ofName(unit.name()).orElseThrow();
      assertThat(
              UnitFileChecker.checkDropIn(file, kind, SystemdVersion.V257).diagnostics().stream()
                  .filter(d -> d.rule().code().startsWith("UF00"))
                  .toList())
          .as(unit.name() + "\n" + unit.text())
          .isEmpty();
    }
  }

  @Test
  void collectedAndMutatedUnitsAreReadWhateverTheyHold() throws IOException {
    List<Unit> units = collected();
    assertThat(units).isNotEmpty();
    var random = new Random(252257);
    for (Unit unit : units) {
      for (int i = 0; i < 12; i++) {
        String text = i == 0 ? unit.text() : mutated(unit.text(), random);
        UnitFile file = UnitFileReader.read(SourceText.of(unit.name(), text));
        UnitFileKind kind = UnitFileKind.ofName(unit.name()).orElseThrow();
        UnitFileChecker.check(file, unit.name(), kind, SystemdVersion.V252)
            .diagnostics()
            .forEach(d -> assertThat(d.span()).isPresent());
        file.sections().forEach(s -> assertThat(text).contains(s.span().text()));
      }
    }
  }

  private static String mutated(String text, Random random) {
    var changed = new StringBuilder(text);
    for (int i = 0; i < 3 && !changed.isEmpty(); i++) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(4)) {
        case 0 -> changed.deleteCharAt(at);
        case 1 -> changed.insert(at, "\\\n#;[]='\" %$\r\0\uFEFF".charAt(random.nextInt(15)));
        case 2 -> changed.setLength(at);
        default -> changed.insert(at, changed.charAt(random.nextInt(changed.length())));
      }
    }
    return changed.toString();
  }
}
