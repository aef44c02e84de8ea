package dev.dryboot.foreign.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvocationTest {

  private static String shown(String script) {
    var shown = new StringBuilder();
    for (Invocation invocation : Invocation.ofScript(script)) {
      shown.append(shown.isEmpty() ? "" : " | ");
      shown.append(
          switch (invocation.link()) {
            case THEN -> "";
            case AND -> "&&";
            case OR -> "||";
            case PIPE -> "|>";
          });
      shown.append(String.join(",", invocation.argv()));
      shown.append(invocation.background() ? "&" : "");
    }
    return shown.toString();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '#',
      value = {
        "docker rm -f web; docker run web # docker,rm,-f,web | docker,run,web",
        "a && b || c # a | &&b | ||c",
        "a | b & c # a | |>b& | c",
        "A=1 B='x y' cmd \"q $A\" # cmd,q $A",
        "exec /usr/bin/docker run web >/dev/null 2>&1 # /usr/bin/docker,run,web",
        "if test -f /x; then a; else b; fi # test,-f,/x | a | b",
        "while ! docker info; do sleep 1; done # docker,info | sleep,1",
        "for i in 1 2 3; do echo $i; done # echo,$i",
        "(cd /srv && make) # cd,/srv | &&make",
        "{ a; b; } # a | b",
        "timeout -k 5 30 nice -n 5 docker pull x # docker,pull,x",
        "sudo -u bob env A=1 docker ps # docker,ps",
        "nohup sh -c 'a; b' & # a& | b&",
        "echo $(docker ps -q) # echo,$(docker ps -q)",
        "bash -exc 'docker ps' # docker,ps",
        "sh /opt/x.sh -c # sh,/opt/x.sh,-c",
      })
  void programsAreFoundBehindShellsAndWrappers(String script, String programs) {
    assertThat(shown(script.strip())).isEqualTo(programs.strip());
  }

  @Test
  void wrappersAndVariablesAreTold() {
    var found = Invocation.of(List.of("/bin/sh", "-c", "A=1 exec env B=2 docker run x", "arg0"));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().wrappers()).containsExactly("sh", "exec", "env");
    assertThat(found.getFirst().environment().toString()).isEqualTo("{A=1, B=2}");
    assertThat(found.getFirst().program()).isEqualTo("docker");
  }

  @Test
  void commentsAndCarriedLinesAreReadAsTheShellDoes() {
    assertThat(shown("# first\na \\\n  b # c\n\nd\n")).isEqualTo("a,b | d");
  }

  @Test
  void aWordTellsWhetherItIsLiteral() {
    var words = ShellLine.read("a '$b' \"$c\" d* e\\ f").commands().getFirst().words();
    assertThat(words)
        .extracting(ShellWord::literal)
        .containsExactly(true, true, false, false, true);
    assertThat(words.getLast().text()).isEqualTo("e f");
    assertThat(words.get(2).from()).isEqualTo(7);
  }

  @Property(seed = "20261123")
  void everyScriptIsRead(@ForAll String script) {
    assertThat(Invocation.ofScript(script)).isNotNull();
    assertThat(Invocation.of(List.of("sh", "-c", script, "env"))).isNotNull();
  }

  @Property(seed = "20261123")
  void everyWrapperLineIsRead(@ForAll List<String> words) {
    for (String wrapper : List.of("env", "timeout", "chrt", "flock", "sudo", "busybox", "exec")) {
      List<String> argv = new java.util.ArrayList<>(words);
      argv.addFirst(wrapper);
      assertThat(Invocation.of(argv)).isNotNull();
    }
  }
}
