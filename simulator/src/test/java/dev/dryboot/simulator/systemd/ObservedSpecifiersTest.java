package dev.dryboot.simulator.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.FileNode;
import dev.dryboot.source.SourceText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What specifiers stood for on systemd 252.39 and 257.13, on a machine of the same names. */
class ObservedSpecifiersTest {
  private static final Map<String, String> OS_RELEASE =
      Map.of(
          "ID", "debian",
          "VERSION_ID", "12",
          "VARIANT_ID", "server",
          "BUILD_ID", "b7",
          "IMAGE_ID", "img",
          "IMAGE_VERSION", "33");

  private static final List<String> OBSERVED =
      List.of(
          "H=oracle.example.org",
          "l=oracle",
          "q=oracle",
          "a=x86-64",
          "o=debian",
          "w=12",
          "W=server",
          "B=b7",
          "M=img",
          "A=33",
          "t=/run",
          "S=/var/lib",
          "C=/var/cache",
          "L=/var/log",
          "E=/etc",
          "T=/tmp",
          "V=/var/tmp",
          "u=root",
          "U=0",
          "g=root",
          "G=0",
          "h=/root",
          "v=6.18.44-fc-v782");

  private static TestBoot machine() {
    return TestBoot.usual().recorder("oracle.example.org", OS_RELEASE);
  }

  /** What a specifier comes to, as the message about a condition that is not met shows it. */
  private static String expanded(TestBoot boot, String specifier) {
    return boot.service("a.service", "ConditionPathExists=/none%" + specifier + "-", "", "run=inf")
        .wants("a.service")
        .boot()
        .facts(Fact.ConditionFailed.class)
        .toString();
  }

  @Test
  void come_to_what_they_came_to() {
    for (String observed : OBSERVED) {
      String shown = expanded(machine(), observed.substring(0, 1));

      assertThat(shown).contains("ConditionPathExists=/none" + observed.substring(2) + "-");
    }
  }

  @Test
  void the_pretty_name_is_that_of_machine_info() {
    SourceText text = SourceText.of("/etc/machine-info", "PRETTY_HOSTNAME=\"My Box\"\n");

    String shown = expanded(machine().file("/etc/machine-info", new FileNode.Regular(text)), "q");

    assertThat(shown).contains("ConditionPathExists=/noneMy Box-");
  }
}
