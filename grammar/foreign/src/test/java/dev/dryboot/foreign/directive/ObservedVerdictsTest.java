package dev.dryboot.foreign.directive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObservedVerdictsTest {
  /** Where the checker says something else on purpose, by directive and value. */
  private static final Set<String> ON_PURPOSE =
      Set.of(
          // systemd drops a group behind an open quote without a word; that is worth one.
          "SupplementaryGroups=\"foo",
          // libseccomp 2.5 knows the call, but systemd 252 does not list it.
          "SystemCallFilter=cachestat",
          // %l stands for the host's name, which is not known before the boot.
          "ListenStream=[fe80::1%lo]:80");

  /** systemd 252 runs a directory, and 257 refuses the unit: the finding is there for both. */
  private static final String DIRECTORY = "=/bin/..";

  @Test
  void systemdTakesIgnoresAndRefusesTheSameValues() {
    List<ObservedVerdicts.Case> cases = ObservedVerdicts.all();

    List<String> differing =
        cases.stream()
            .filter(c -> !ON_PURPOSE.contains(c.directive() + "=" + c.values()))
            .filter(c -> !(c.directive() + "=" + c.values()).endsWith(DIRECTORY))
            .filter(c -> c.predicted() != c.verdict())
            .map(c -> c + ", predicted " + c.predicted())
            .toList();

    assertThat(cases).hasSizeGreaterThan(28_000);
    assertThat(differing).isEmpty();
  }
}
