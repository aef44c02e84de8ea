package dev.dryboot.compiler.analysis;

import static dev.dryboot.compiler.analysis.ModelCase.finds;
import static dev.dryboot.compiler.analysis.ModelCase.fine;
import static dev.dryboot.compiler.analysis.ModelCase.host;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.compiler.model.TargetChoice;
import dev.dryboot.source.Origin;
import dev.dryboot.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the model: what it finds, at which line, and what comes near and is fine. */
class ModelRulesTest {
  static List<ModelCase> cases() {
    List<ModelCase> all = new ArrayList<>(layers());
    all.addAll(values());
    all.addAll(units());
    all.addAll(places());
    return all;
  }

  private static List<ModelCase> layers() {
    String two = "profile a { timezone \"UTC\" }\nprofile b { timezone \"Europe/Rome\" }\n";
    return List.of(
        finds("a value twice", host("hostname \"a\"", "hostname \"b\""), "DB101:3"),
        finds("a key twice", host("sysctl a.b = 1", "sysctl a.b = 2"), "DB101:3"),
        finds(
            "a thing twice in a layer is one thing, and its values count",
            host("user u { uid 1 }", "user u { uid 2 }"),
            "DB101:3"),
        fine("parts of a thing", host("user u { uid 1 }", "user u { gecos \"x\" }")),
        fine("other keys", host("sysctl a.b = 1", "sysctl a.c = 2")),
        fine("lists add up", host("packages a", "packages b")),
        fine(
            "a host overrules",
            "profile p { timezone \"UTC\" }\nhost h uses p { timezone \"Asia/Tokyo\" }"),
        finds("profiles disagree", two + "host h uses a, b { hostname \"h\" }", "DB102:2"),
        fine("the host settles it", two + "host h uses a, b { timezone \"UTC\" }"),
        fine(
            "profiles agree",
            "profile a { timezone \"Asia/Tokyo\" }\n"
                + "profile b { timezone \"Asia/Tokyo\" }\n"
                + "host h uses a, b {}"),
        fine(
            "a profile above the other",
            "profile a { timezone \"Asia/Tokyo\" }\n"
                + "profile b uses a { timezone \"Asia/Seoul\" }\n"
                + "host h uses b {}"),
        finds(
            "nothing to remove",
            "profile p { service s { exec-start \"/bin/s\" } }\nhost g uses p {}\nhost h {\n"
                + "service t { exec-start \"/bin/t\" }\nremove service s\n}",
            "DB103:5"),
        fine(
            "something to remove",
            "profile p { service s { exec-start \"/bin/s\" } }\nhost h uses p {\n"
                + "remove service s\n}"));
  }

  private static List<ModelCase> values() {
    return List.of(
        finds(
            "a circle of lets",
            "let a = \"${b}\"\nlet b = \"${a}\"\nhost h { hostname ${a} }",
            "DB105:2"),
        fine("a chain of lets", "let a = \"${b}\"\nlet b = \"x\"\nhost h { hostname ${a} }"),
        finds("a file that is not there", host("file \"/a\" { contents from \"b\" }"), "DB108:2"),
        finds(
            "a let of the wrong kind",
            "let size = \"many\"\n" + host("user u { uid ${size} }"),
            "DB109:3"),
        fine("a let of the right kind", "let size = \"7\"\n" + host("user u { uid ${size} }")),
        finds(
            "a secret in clear",
            "secret s { env \"S\" }\n" + host("file \"/a\" { contents secret s }"),
            "DB111:3"),
        fine(
            "a secret that is acknowledged",
            "secret s { env \"S\" }\n"
                + host("file \"/a\" { contents secret s  allow secret-in-artifact \"x\" }")),
        fine(
            "a secret on the machine",
            "secret s { path \"/run/s\" }\n" + host("file \"/a\" { contents secret s }")),
        fine(
            "a secret of the machine",
            "secret s { machine \"/run/s\" }\n" + host("file \"/a\" { contents secret s }")));
  }

  private static List<ModelCase> units() {
    String image = "image \"x:1\"";
    String shape = "container %s { " + image + " %s }";
    return List.of(
        finds(
            "a port twice",
            host(
                shape.formatted("a", "publish 80 -> 80"), shape.formatted("b", "publish 80 -> 81")),
            "DB112:3"),
        fine(
            "a port for each address",
            host(
                shape.formatted("a", "publish \"127.0.0.1:80\" -> 80"),
                shape.formatted("b", "publish \"127.0.0.2:80\" -> 81"))),
        fine(
            "a port for each protocol",
            host(
                shape.formatted("a", "publish 53 -> 53/udp"),
                shape.formatted("b", "publish 53 -> 53/tcp"))),
        finds(
            "an order in a circle",
            host(shape.formatted("a", "after b"), shape.formatted("b", "after a")),
            "DB115:3"),
        fine("an order", host(shape.formatted("a", "after b"), shape.formatted("b", ""))),
        finds(
            "a unit that is removed",
            "profile p { "
                + shape.formatted("db", "")
                + " }\nhost h uses p {\n"
                + shape.formatted("web", "after db")
                + "\nremove container db\n}",
            "DB117:3"),
        fine(
            "a unit that stays",
            "profile p { "
                + shape.formatted("db", "")
                + " }\nhost h uses p {\n"
                + shape.formatted("web", "after db")
                + "\n}"),
        finds(
            "several engines",
            host("engine docker {}", "engine podman {}", shape.formatted("a", "")),
            "DB119:4"),
        finds("healthy without a check", host(shape.formatted("a", "notify healthy")), "DB121:2"),
        fine(
            "healthy with a check",
            host(shape.formatted("a", "notify healthy healthcheck { command \"x\" }"))),
        finds(
            "a unit file of a container's name",
            host(shape.formatted("a", ""), "unit \"a.service\" { contents \"[Unit]\" }"),
            "DB122:3"),
        finds(
            "an instance of another's name",
            host(shape.formatted("a", "replicas 2"), shape.formatted("a-1", "")),
            "DB122:3"),
        fine(
            "a drop-in for a container",
            host(
                shape.formatted("a", ""),
                "unit \"a.service\" { dropin \"x.conf\" { contents \"[Unit]\" } }")),
        finds(
            "fewer ports than replicas",
            host(shape.formatted("a", "replicas 3 publish 80-81 -> 80")),
            "DB123:2"),
        fine("a port each", host(shape.formatted("a", "replicas 2 publish 80-81 -> 80"))));
  }

  private static List<ModelCase> places() {
    String data = "disk d { device \"/dev/vdb\"  partition p { size rest } }";
    return List.of(
        finds(
            "a file under a file",
            host("file \"/a\" { contents \"x\" }", "file \"/a/b\" { contents \"x\" }"),
            "DB113:3"),
        fine("a file under a directory", host("directory \"/a\" {}", "file \"/a/b\" {}")),
        finds("a path as two things", host("file \"/a\" {}", "link \"/a\" -> \"/b\""), "DB114:3"),
        finds("a path without a root", host("file \"a\" { contents \"x\" }"), "DB120:2"),
        finds(
            "two mounts at a place",
            host(
                "filesystem a { device \"/dev/a\" format xfs path \"/srv\" }",
                "filesystem b { device \"/dev/b\" format xfs path \"/srv/\" }"),
            "DB125:3"),
        fine(
            "two mounts at two places",
            host(
                "filesystem a { device \"/dev/a\" format xfs path \"/srv\" }",
                "filesystem b { device \"/dev/b\" format xfs path \"/srv/b\" }")),
        finds(
            "a partition that is removed",
            "profile p { "
                + data
                + " }\nhost h uses p {\nfilesystem f { device partition p"
                + "  format xfs }\nremove disk d\n}",
            "DB126:3"),
        fine(
            "a partition that stays",
            "profile p { "
                + data
                + " }\nhost h uses p {\nfilesystem f { device partition p"
                + "  format xfs }\n}"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsWhatIsWrongWhereItIsWrong(ModelCase given) {
    given.check();
  }

  @Test
  void aMissingSecretIsSaidOnceAndOnlyWhereValuesAreNeeded() {
    SecretSource none =
        new SecretSource() {
          @Override
          public Optional<String> value(String provider, String key, String from) {
            return Optional.empty();
          }

          @Override
          public boolean placeholders() {
            return false;
          }
        };
    String text =
        "secret s { env \"S\" }\n"
            + "host h { file \"/a\" { contents \"${secret.s}\" allow secret-in-artifact \"x\" } }";
    var file = ModelCase.LANGUAGE.parse(SourceText.of("t.boot", text)).value().orElseThrow();
    var needed =
        new Resolver(new Project(List.of(file)), new Surroundings(FileSource.NONE, none, Map.of()))
            .resolve("h", new TargetChoice("ubuntu", Optional.empty(), Origin.builtIn("t")), 1);
    assertThat(needed.report().diagnostics().stream().map(ModelCase::place))
        .containsExactly("DB107:1");
    assertThat(ModelCase.found(text)).isEmpty();
  }

  @Test
  void everyRuleHasACode() {
    Map<String, String> seen = new LinkedHashMap<>();
    ModelRules.ALL.forEach(r -> assertThat(seen.put(r.code(), r.name())).as(r.code()).isNull());
  }
}
