package dev.dryboot.simulator.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.Fact;
import dev.dryboot.simulator.machine.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts that ask systemctl, and go on by what it says: with what they exit. */
class SystemctlInShellTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      value = {
        "[ \"$(systemctl is-active a.service)\" = active ] => 0",
        "[ `systemctl is-active i.service` = active ] => 1",
        "test $(systemctl is-active i.service) != active => 0",
        "s=$(systemctl show -p ActiveState --value f.service); [ \"$s\" = failed ] => 0",
        "s=$(systemctl show -P ActiveState f.service); [ \"${s}\" = active ] => 1",
        "[ $(systemctl show a.service -p NRestarts | cut -d= -f2) -eq 0 ] => 0",
        "[[ $(systemctl show a.service -p SubState) == SubState=run* ]] => 0",
        "[ -z \"$(systemctl is-active -q a.service)\" ] => 0",
        "set -e; s=$(systemctl is-active i.service); exit 9 => 3",
        "s=$(systemctl is-active i.service); exit 9 => 9",
        "systemctl is-active a.service | grep -q ^active => 0",
        "systemctl is-active i.service | grep -qx active => 1",
        "systemctl status a.service | grep -q 'active (running)' => 0",
        "systemctl list-units --type=service | grep a.service => 0",
        "systemctl list-units --failed | grep -q a.service => 1",
        "systemctl is-system-running | grep -qE 'running|degraded' => 0",
        "case $(systemctl is-active f.service) in active) exit 1;; fail*|x) exit 4;; esac => 4",
        "case $(uname -m) in x86_64) exit 1;; *) exit 2;; esac; exit 3 => 3",
        "for u in a.service i.service; do systemctl start $u || exit 9; done; systemctl is-active -q i.service => 0",
        "units='a.service i.service'; systemctl stop $units; systemctl is-active -q i.service a.service => 3",
        "i=0; until systemctl is-active -q none; do i=$((i+1)); [ $i -ge 3 ] && exit 7; sleep 0.1; done => 7",
        "while true; do systemctl is-active -q a.service && break; sleep 1; done; exit 5 => 5",
        "for i in 1 2 3; do if [ $i != 2 ]; then continue; fi; exit 6; done => 6",
        "[ \"$UNKNOWN\" = x ] => 0",
        "for i in $(seq 1 5); do [ $i -eq 4 ] && exit $i; done => 4",
        "n=0; for i in {1..5}; do n=$((n+2)); done; [ $n -eq 10 ] => 0",
        "for i in $(seq 3); do [ $i -gt 3 ] && exit 1; done; exit 2 => 2",
        "exit 8; systemctl stop a.service => 8"
      })
  void goOnByWhatItSays(String script, int code) {
    assertThat(TestBoot.shell(boot(), script)).isEqualTo(code);
  }

  @Test
  void whatIsNotKnownIsNoted() {
    Machine machine = boot();
    assertThat(TestBoot.shell(machine, "systemctl show -p CPUUsageNSec a.service")).isZero();
    assertThat(TestBoot.shell(machine, "systemctl -M box restart a.service")).isZero();
    assertThat(TestBoot.shell(machine, "systemctl frobnicate")).isEqualTo(1);
    assertThat(machine.trace().of(Fact.NotModelled.class).map(Fact.NotModelled::what))
        .containsExactly(
            "CPUUsageNSec in what systemctl show prints", "what systemctl --machine does");
  }

  private static Machine boot() {
    return TestBoot.usual()
        .standardPrograms()
        .service("a.service", "", "", "run=inf")
        .service("f.service", "", "Type=oneshot", "exit=1")
        .service("i.service", "", "", "run=inf")
        .wants("a.service", "f.service")
        .boot()
        .machine();
  }
}
