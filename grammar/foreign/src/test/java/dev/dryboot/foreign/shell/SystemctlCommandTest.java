package dev.dryboot.foreign.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SystemctlCommandTest {

  private static SystemctlCommand read(String line) {
    return SystemctlCommand.read(List.of(line.split(" "))).orElseThrow();
  }

  @Test
  void verbUnitsAndOptionsAreToldApart() {
    var command = read("/usr/bin/systemctl --no-block restart a.service --job-mode=fail b");
    assertThat(command.verb()).isEqualTo("restart");
    assertThat(command.operands()).containsExactly("a.service", "b");
    assertThat(command.noBlock()).isTrue();
    assertThat(command.jobMode()).isEqualTo("fail");
  }

  @Test
  void killTellsSignalAndWhom() {
    var command = read("systemctl kill -s HUP --kill-who=main web");
    assertThat(command.signal()).isEqualTo("HUP");
    assertThat(command.killWhom()).isEqualTo("main");
    assertThat(read("systemctl kill web").signal()).isEqualTo("SIGTERM");
    assertThat(read("systemctl kill -sSIGKILL --kill-whom control web").killWhom())
        .isEqualTo("control");
  }

  @Test
  void isolateIsAJobModeOfItsOwn() {
    assertThat(read("systemctl isolate rescue.target").jobMode()).isEqualTo("isolate");
    assertThat(read("systemctl start x").jobMode()).isEqualTo("replace");
  }

  @Test
  void unknownOptionsAreTold() {
    assertThat(read("systemctl start --no-blok x").unknown()).containsExactly("--no-blok");
    assertThat(read("systemctl -z start x").unknown()).containsExactly("-z");
  }

  @Test
  void optionsCameWithReleases() {
    assertThat(read("systemctl edit --stdin x").unknownTo(257)).isEmpty();
    assertThat(read("systemctl edit --stdin x").unknownTo(252)).containsExactly("stdin");
  }

  @Test
  void listsAreGivenBitByBit() {
    assertThat(read("systemctl show -p A --property=B,C x").option("property")).contains("A,B,C");
    assertThat(read("systemctl show -P A x").has("value")).isTrue();
  }

  @Test
  void forceIsCounted() {
    assertThat(read("systemctl reboot").force()).isZero();
    assertThat(read("systemctl reboot -f").force()).isEqualTo(1);
    assertThat(read("systemctl reboot -ff").force()).isEqualTo(2);
    assertThat(read("systemctl reboot --force -f").force()).isEqualTo(2);
  }

  @Test
  void otherProgramsAreNoSystemctl() {
    assertThat(SystemctlCommand.read(List.of("docker", "ps"))).isEmpty();
    assertThat(SystemctlCommand.read(List.of())).isEmpty();
  }

  @Property(seed = "20261123")
  void everyLineIsRead(@ForAll List<String> words) {
    List<String> argv = new java.util.ArrayList<>(words);
    argv.addFirst("systemctl");
    assertThat(SystemctlCommand.read(argv)).isPresent();
  }
}
