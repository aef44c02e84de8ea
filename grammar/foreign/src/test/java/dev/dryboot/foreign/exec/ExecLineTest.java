package dev.dryboot.foreign.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecLineTest {

  private static ExecCommand one(String value) {
    ExecLine line = ExecLine.read(value);
    assertThat(line.faults()).isEmpty();
    assertThat(line.commands()).hasSize(1);
    return line.commands().getFirst();
  }

  @Test
  void aCommandHasItsArguments() {
    ExecCommand command = one("/usr/bin/docker run --name \"my web\" nginx");
    assertThat(command.path()).isEqualTo("/usr/bin/docker");
    assertThat(command.argv())
        .containsExactly("/usr/bin/docker", "run", "--name", "my web", "nginx");
    assertThat(command.spans().get(4)).isEqualTo(new ExecCommand.Place(27, 35));
  }

  @ParameterizedTest
  @CsvSource({
    "-/bin/a, -",
    "@/bin/a b, @",
    "+/bin/a, +",
    "!/bin/a, !",
    "!!/bin/a, !!",
    ":-/bin/a, -:",
    "-!!@/bin/a b, @-!!",
  })
  void prefixesAreTold(String value, String prefixes) {
    ExecCommand command = one(value);
    assertThat(
            String.join("", command.prefixes().stream().map(ExecCommand.Prefix::written).toList()))
        .isEqualTo(prefixes);
    assertThat(command.path()).isEqualTo("/bin/a");
  }

  @Test
  void anAtSignSetsTheZerothArgument() {
    assertThat(one("@/bin/sh -x -c true").argv()).containsExactly("-x", "-c", "true");
    assertThat(ExecLine.read("@/bin/sh").refusesUnit()).isTrue();
  }

  @Test
  void aLoneSemicolonPartsCommands() {
    ExecLine line = ExecLine.read("/bin/a 1 ; -/bin/b \";\" \\; x; ;/bin/c");
    assertThat(line.commands()).hasSize(2);
    assertThat(line.commands().get(1).argv()).containsExactly("/bin/b", ";", ";", "x;", ";/bin/c");
    assertThat(line.commands().get(1).ignoresFailure()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "bin/a, 0, true",
    "./a, 0, true",
    "-./a, 1, false",
    "-, 1, false",
    "+, 1, true",
    "/bin/, 0, true",
    "'/bin/a\\\\b', 0, true",
    "/bin/a \"x, 7, true",
    "-/bin/a \"x, 8, false",
    "\"/bin/a, 0, false",
  })
  void faultsTellWhetherTheUnitIsRefused(String value, int column, boolean refused) {
    ExecLine line = ExecLine.read(value);
    assertThat(line.commands()).isEmpty();
    assertThat(line.faults()).hasSize(1);
    assertThat(line.faults().getFirst().from()).isEqualTo(column);
    assertThat(line.refusesUnit()).isEqualTo(refused);
  }

  @Test
  void aBareNameIsLookedUpInThePath() {
    assertThat(one("docker ps").path()).isEqualTo("docker");
  }

  @Test
  void variablesAreExpandedAsSystemdDoes() {
    ExecCommand command = one("/bin/a $OPTS x${NAME}y $NAME$NAME pre$OPTS $$HOME ${NONE} $NONE");
    assertThat(command.expanded(Map.of("OPTS", "-v 'two words'", "NAME", "n n")))
        .containsExactly("/bin/a", "-v", "two words", "xn ny", "pre$OPTS", "$HOME", "");
    assertThat(one(":/bin/a $OPTS").expanded(Map.of("OPTS", "x")))
        .containsExactly("/bin/a", "$OPTS");
  }

  @Property(seed = "20261123")
  void quotedArgumentsReadBack(@ForAll List<String> arguments) {
    List<String> plain =
        arguments.stream().map(a -> a.replace("\0", "").replaceAll("\\p{Cs}", "")).toList();
    String value = "/bin/a " + String.join(" ", plain.stream().map(ExecLine::quoted).toList());
    assertThat(one(value).arguments()).isEqualTo(plain);
  }

  @Property(seed = "20261123")
  void everyValueIsRead(@ForAll String value) {
    ExecLine line = ExecLine.read(value);
    line.faults().forEach(f -> assertThat(f.to()).isBetween(f.from(), value.length()));
  }
}
