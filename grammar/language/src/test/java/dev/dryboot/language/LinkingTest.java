package dev.dryboot.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkingTest {
  @Test
  void names_that_mean_nothing_are_told_where_they_stand() {
    assertThat(
            Findings.loading(
                """
                host a uses q {
                  hostname "${hostnam}"
                  container c {
                    after   d, network-online, docker.service
                    network nett
                    volume  data -> "/x"
                    env     K = secret key
                    engine  dcoker
                  }
                  filesystem f { device partition p }
                  updates { healthy web }
                  remove container debug
                }
                fleet f { hosts b * 2 }
                """))
        .containsExactly(
            "1:13 DB018 there is no profile `q`",
            "2:13 DB009 nothing is called `hostnam` here",
            "4:13 DB018 there is no service or container `d` in this host",
            "4:16 DB018 there is no service or container `network-online` in this host",
            "5:13 DB018 there is no network `nett`",
            "6:13 DB018 there is no volume `data`",
            "7:24 DB018 there is no secret `key`",
            "8:13 DB018 there is no engine `dcoker`",
            "10:35 DB018 there is no partition `p`",
            "11:21 DB018 there is no service or container `web` in this host",
            "12:20 DB018 there is no container `debug`",
            "14:17 DB018 there is no host `b`");
  }

  @Test
  void names_are_found_in_profiles_and_in_hosts_that_use_them() {
    assertThat(
            Findings.loading(
                """
                profile p { defaults container { after db, base.target } network n { } }
                host a uses p { container db { image "x"  network n, host } }
                """))
        .isEmpty();
  }

  @Test
  void a_text_names_a_way_of_networking_or_a_network() {
    assertThat(
            Findings.loading(
                """
                host a {
                  network n { }
                  container vpn { image "x"  network "n:ip=10.1.0.5" }
                  container b { image "x"  network "container:vpn" }
                  container c { image "x"  network "pasta:--map-gw" }
                  container d { image "x"  network "nn:ip=10.1.0.5" }
                }
                """))
        .containsExactly("6:36 DB018 there is no network `nn`");
  }

  @Test
  void sentences_of_scenarios_are_linked() {
    assertThat(
            Findings.loading(
                """
                host a { service s { exec-start "x" } }
                scenario "x" for b { }
                scenario "y" for a {
                  at 5m do restrt s
                  expect t raedy
                }
                """))
        .containsExactly(
            "2:18 DB018 there is no host or fleet `b`",
            "4:7 DB023 `m` is not a unit of time",
            "4:12 DB007 `restrt` is not something that can be done",
            "5:10 DB018 there is no service or container `t` in this host",
            "5:12 DB007 `raedy` is not something that can be expected");
  }

  @Test
  void two_declarations_of_one_name_are_one_too_many() {
    assertThat(
            Findings.loading(
                "import \"b.boot\"\nhost a { }\nlet x = 1\nparam x int\n",
                Map.of("b.boot", "fleet a { hosts a }\nprofile a { }")))
        .containsExactly(
            "2:6 DB017 there are two declarations of `a`",
            "4:7 DB017 there are two declarations of `x`");
  }

  @Test
  void a_file_sees_what_it_declares_and_what_it_imports() {
    String host =
        """
        let image = "x"
        profile p { sysctl a = 1 }
        host %s uses p, base { container c { image ${image} } }
        """;
    assertThat(
            together(
                Map.of("base.boot", "profile base { sysctl b = 1 }"),
                "import \"base.boot\"\n" + host.formatted("one"),
                "import \"base.boot\"\n" + host.formatted("two")))
        .isEmpty();
    assertThat(together(Map.of(), "let image = \"x\"", "host a { hostname ${image} }"))
        .containsExactly("b.boot:1:19 DB009 nothing is called `image` here");
  }

  @Test
  void hosts_of_one_name_in_files_that_do_not_see_each_other_are_a_finding() {
    assertThat(together(Map.of(), "host a { }", "host a { }"))
        .containsExactly("b.boot:1:6 DB017 there are two declarations of `a`");
  }

  @Test
  void a_root_that_another_imports_is_of_its_program() {
    assertThat(
            together(
                Map.of("b.boot", "profile p { defaults container { after db } }"),
                "import \"b.boot\"\nhost a uses p { container db { image \"x\" } }",
                "profile p { defaults container { after db } }"))
        .isEmpty();
  }

  @Test
  void an_imported_profile_that_no_host_uses_lacks_nothing() {
    Map<String, String> base = Map.of("base.boot", "profile p { defaults container { after db } }");
    assertThat(together(base, "import \"base.boot\"\nhost a { }")).isEmpty();
    assertThat(together(base, "import \"base.boot\"\nhost a uses p { }"))
        .containsExactly("base.boot:1:40 DB018 there is no service or container `db` in this host");
  }

  /** What is found in files called {@code a.boot}, {@code b.boot} … that are given together. */
  private static List<String> together(Map<String, String> imported, String... texts) {
    List<SourceText> roots = new ArrayList<>();
    for (String text : texts) {
      roots.add(SourceText.of((char) ('a' + roots.size()) + ".boot", text));
    }
    return Findings.lines(Findings.LANGUAGE.load(roots, new MapFiles(imported)).report());
  }

  @Test
  void imports_that_cannot_be_followed_are_findings() {
    assertThat(
            Findings.loading(
                "import \"gone.boot\"\nimport \"../out.boot\"\nimport \"a.boot\"\n",
                Map.of("a.boot", "import \"b.boot\"", "b.boot", "import \"a.boot\"")))
        .containsExactly(
            "b.boot:1:8 DB016 files import each other in a circle: a.boot → b.boot → a.boot",
            "1:8 DB014 `gone.boot` cannot be imported: there is no such file",
            "2:8 DB015 `../out.boot` lies outside the project (/project)");
  }

  @Test
  void profiles_that_use_each_other_are_a_finding() {
    assertThat(Findings.loading("profile a uses b { }\nprofile b uses a { }\n"))
        .containsExactly("2:16 DB028 profiles use each other in a circle: a → b → a");
  }
}
