package dev.dryboot.simulator.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.foreign.directive.DirectiveTable;
import dev.dryboot.foreign.directive.KnownDirective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NotModelledDirectivesTest {
  private static final List<String> SECTIONS =
      List.of(
          "Unit",
          "Service",
          "Socket",
          "Mount",
          "Automount",
          "Swap",
          "Timer",
          "Path",
          "Slice",
          "Scope",
          "Install");
  private static final Path SYSTEMD = Path.of("src/main/java/dev/dryboot/simulator/systemd");

  /** The simulated systemd refuses units by these checks, which read settings too. */
  private static final Path CHECKS =
      Path.of("../grammar/foreign/src/main/java/dev/dryboot/foreign/directive/UnitChecks.java");

  @Test
  void eachDirectiveThatSystemdKnowsIsModelledOrNotedOrWithoutEffect() throws IOException {
    Set<String> read = literals();
    NotModelledDirectives data = NotModelledDirectives.known();
    List<String> silent = new ArrayList<>();
    List<String> twice = new ArrayList<>();
    for (String section : SECTIONS) {
      for (KnownDirective directive : DirectiveTable.known().directives(section)) {
        String name = directive.name();
        // A condition of a kind that is not tested is noted when it is met.
        boolean modelled = name.matches("(Condition|Assert)[A-Z].*") || read.contains(name);
        boolean noted = data.isNoted(section, name);
        boolean withoutEffect = data.isWithoutEffect(section, name);
        if (noted && withoutEffect) {
          twice.add(section + "." + name);
        }
        boolean gone = directive.legacy().filter("-"::equals).isPresent();
        if (!modelled && !noted && !withoutEffect && !gone) {
          silent.add(section + "." + name);
        }
      }
    }
    assertThat(silent).as("neither modelled nor noted").isEmpty();
    assertThat(twice).as("noted, and said to be without effect").isEmpty();
  }

  @Test
  void whatIsSwitchedOffIsNotAskedFor() {
    NotModelledDirectives data = NotModelledDirectives.known();
    assertThat(data.group("Service", "PrivateTmp", "no")).isEmpty();
    assertThat(data.group("Service", "PrivateTmp", "yes")).contains("its sandbox");
    assertThat(data.group("Service", "ExecStart", "/bin/true")).isEmpty();
  }

  /** The names that the sources of the simulated systemd read. */
  private static Set<String> literals() throws IOException {
    Set<String> found = new TreeSet<>();
    Pattern literal = Pattern.compile("\"([A-Za-z0-9]+)\"");
    try (Stream<Path> files = Files.walk(SYSTEMD)) {
      for (Path file :
          Stream.concat(files.filter(Files::isRegularFile), Stream.of(CHECKS)).toList()) {
        Matcher matcher = literal.matcher(Files.readString(file));
        while (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
    }
    return found;
  }
}
