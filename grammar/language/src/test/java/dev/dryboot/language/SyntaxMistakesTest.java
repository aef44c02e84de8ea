package dev.dryboot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files with mistakes, and what is said of them: each mistake once, and the next ones too. */
class SyntaxMistakesTest {
  record Case(String text, List<String> findings) {
    @Override
    public String toString() {
      return findings.toString();
    }
  }

  private static Case expect(String text, String... findings) {
    return new Case(text, List.of(findings));
  }

  static List<Case> cases() {
    return Arrays.asList(
        expect(
            """
            host web { service x { exec-start /usr/bin/foo --bar baz type oneshot } hostname web }
            """,
            "1:35 DB005 `/usr/bin/foo --bar baz` needs quotes"),
        expect(
            """
            host web {
              service a { exec-start sleep 10 restart always }
              service b {
                exec-start nginx -g "daemon off;"
                timer { on-calendar Mon..Fri 03:00 persistent yes }
              }
              file "/etc/motd" { contents hello world mode 0644 }
              user ops { gecos Ops on call groups sudo }
              interface eth0 { gateway 10.0.0.1 dns 1.1.1.1 8.8.8.8 }
            }
            """,
            "2:26 DB005 `sleep 10` needs quotes",
            "4:16 DB005 `nginx -g \"daemon off;\"` needs quotes",
            "5:25 DB005 `Mon..Fri 03:00` needs quotes",
            "7:31 DB005 `hello world` needs quotes",
            "8:20 DB005 `Ops on call` needs quotes",
            "9:49 DB001 `8.8.8.8` stands behind `1.1.1.1` without a comma"),
        expect(
            "host web { user ops { ssh-authorized-keys ssh-ed25519 AAAA me groups sudo } }",
            "1:43 DB005 `ssh-ed25519 AAAA me` needs quotes"),
        expect(
            """
            host web {
              hostname "web
              timezone "Etc/UTC"
              contaner db { imgae "x" }
            }
            """,
            "2:12 DB002 this text has no closing quote",
            "4:3 DB019 `contaner` is not a setting of a host"),
        expect(
            """
            host web {
              file "/x" { contents "abc }
              hostnam "x"
            }
            """,
            "2:24 DB002 this text has no closing quote",
            "3:3 DB019 `hostnam` is not a setting of a host"),
        expect(
            """
            host web {
              file "/etc/motd" {
                contents \"""
                  Hello
                mode 0844
              }
            }
            """,
            "3:14 DB002 this block of text is never closed",
            "5:11 DB022 `8` is no octal digit"),
        expect(
            """
            host web {
              container db {
                image nginx:1.2
                publish 443->80
                read-only
                memory 512MB
              }
            }
            """,
            "3:11 DB005 `nginx:1.2` needs quotes",
            "4:13 DB001 `->` needs a blank on each side",
            "5:5 DB004 `read-only` has no value",
            "6:15 DB023 `MB` is not a unit of size"),
        expect(
            """
            host web {
              container db {
                image "nginx"

              container web {
                image "x"
              }
            }
            """,
            "2:16 DB003 the `{` of `container db` is never closed"),
        expect(
            """
            host a {
              hostname "a"
            host b {
              hostnam "b"
            }
            """,
            "1:8 DB003 the `{` of `host a` is never closed",
            "4:3 DB019 `hostnam` is not a setting of a host"),
        expect(
            "host a {\n  luks b\n    device \"/dev/b\"\n  }\n}\n", "2:3 DB003 `luks b` has no `{`"),
        expect("host web\n  hostname \"x\"\n}\n", "1:1 DB003 `host web` has no `{`"),
        expect("host web {\n  hostname \"b\" }\n}\n", "3:1 DB003 this `}` closes nothing"),
        expect(
            "hots web {\n  hostnam \"b\"\n}\n",
            "1:1 DB007 `hots` cannot stand at the top of a file",
            "2:3 DB019 `hostnam` is not a setting of a host"),
        expect(
            "container x { image \"y\" }\n",
            "1:1 DB007 `container` cannot stand at the top of a file"),
        expect(
            """
            host web {
              hostname: "x"
              timezone = "x";
              container a {
                env FOO: "bar"
                command /bin/sh -c
              }
              user ops { groups sudo docker }
            }
            """,
            "2:11 DB006 there is no `:` behind the word of a setting",
            "3:12 DB001 there is no `=` between a setting and its value",
            "3:17 DB006 `;` has no meaning here",
            "5:12 DB006 between a key and its value stands `=`, not `:`",
            "6:13 DB005 `/bin/sh -c` needs quotes",
            "8:26 DB001 `docker` stands behind `sudo` without a comma"),
        expect("host {\n}\n", "1:1 DB004 this `host` has no name"),
        expect(
            "let x\nparam a\nhost a { hostname }\n",
            "1:5 DB001 something is missing behind `x`",
            "2:7 DB001 something is missing behind `a`",
            "3:10 DB004 `hostname` has no value"),
        expect("host a { }\nimport \"b\"\n", "2:1 DB001 `import` does not fit here"),
        expect(
            "host a { hostname \"\\d ${foo:-bar} ${\" }\n",
            "1:20 DB008 `\\d` is no escape",
            "1:23 DB009 `${foo:-bar}` is not a placeholder",
            "1:35 DB009 `${` is not a placeholder"),
        expect(
            "host a { file \"/x\" { contents \"\"\"abc\"\"\" } }\n",
            "1:31 DB010 the text of a block begins on the line below its quotes"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void each_mistake_is_said_once_at_its_place(Case example) {
    assertThat(Findings.parsing(example.text())).isEqualTo(example.findings());
  }
}
