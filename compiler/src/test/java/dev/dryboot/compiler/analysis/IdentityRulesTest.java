package dev.dryboot.compiler.analysis;

import static dev.dryboot.compiler.analysis.ModelCase.finds;
import static dev.dryboot.compiler.analysis.ModelCase.fine;
import static dev.dryboot.compiler.analysis.ModelCase.host;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, keys, hashes and images that the machine's programs take; blocks for its targets. */
class IdentityRulesTest {
  static List<ModelCase> cases() {
    List<ModelCase> all = new ArrayList<>(identity());
    all.addAll(targets());
    all.addAll(networks());
    return all;
  }

  private static List<ModelCase> identity() {
    String key = "AAAAC3NzaC1lZDI1NTE5AAAAIJbDSb1MmkxQ4cbJHbXvqZzT4Hq2oFkXqQb4f6mmAf0B";
    String user = "user u { %s }";
    String container = "container c { image \"%s\" }";
    return List.of(
        finds("a name with a blank", host("hostname \"my web\""), "DB127:2"),
        finds("a name with an underscore", host("hostname \"my_web\""), "DB127:2"),
        finds("an empty name", host("hostname \"\""), "DB127:2"),
        finds(
            "a name that is too long with its number",
            host("hostname \"" + "a".repeat(63) + "${replica}\""),
            "DB127:2"),
        fine("a name with its domain", host("hostname \"web-${replica}.example.com\"")),
        fine("a name that the machine knows", host("hostname \"web_${machine.zone}\"")),
        finds("a zone that there is not", host("timezone \"Europe/Berln\""), "DB128:2"),
        finds("a zone in other letters", host("timezone \"europe/berlin\""), "DB128:2"),
        fine("a zone of one word", host("timezone UTC")),
        fine("an old name of a zone", host("timezone \"US/Pacific\"")),
        fine(
            "a whole key", host(user.formatted("ssh-authorized-keys \"ssh-ed25519 " + key + "\""))),
        finds(
            "a key of another type",
            host(user.formatted("ssh-authorized-keys \"ssh-rsa " + key + " me\"")),
            "DB129:2"),
        finds(
            "a key that is cut short",
            host(user.formatted("ssh-authorized-keys \"ssh-ed25519 AAAAC3Nza me\"")),
            "DB129:2"),
        finds("a password", host(user.formatted("password-hash \"secret\"")), "DB130:2"),
        finds("half a hash", host(user.formatted("password-hash '$6$salt$abc'")), "DB130:2"),
        fine("a hash", host(user.formatted("password-hash '$1$ab$" + "x".repeat(22) + "'"))),
        fine("no password fits", host(user.formatted("password-hash '!'"))),
        finds("an image in capitals", host(container.formatted("Nginx:1.27")), "DB131:2"),
        finds("a registry by its capitals", host(container.formatted("Bitnami/redis")), "DB131:2"),
        finds("a tag that is none", host(container.formatted("nginx:1.27 ")), "DB131:2"),
        fine("a tag in capitals", host(container.formatted("quay.io/a/b:RC1"))),
        fine("an image of an instance", host(container.formatted("a:${instance}"))),
        fine("an image in a folder", host(container.formatted("oci:/var/lib/Images/a"))));
  }

  private static List<ModelCase> targets() {
    String two = "targets ubuntu, fedora-coreos";
    String profile = "profile p { when target %s { packages a } }\n";
    return List.of(
        fine("a block for a target", host(two, "when target fedora-coreos { packages a }")),
        finds("a block for no target", host(two, "when target fedora { packages a }"), "DB132:3"),
        finds(
            "a block for a version that the host does not name",
            host(two, "when target ubuntu 22.04 { packages a }"),
            "DB132:3"),
        fine(
            "a block for a version",
            host("targets ubuntu 24.04", "when target ubuntu 24.04 { packages a }")),
        fine(
            "a profile for other hosts",
            profile.formatted("flatcar") + "host h uses p { " + two + " }"),
        finds(
            "a slip in a profile",
            profile.formatted("ubunto") + "host h uses p { " + two + " }",
            "DB132:1"),
        fine(
            "a profile's target is another host's",
            profile.formatted("rancheros")
                + "host g uses p { targets rancheros }\nhost h uses p { "
                + two
                + " }"));
  }

  private static List<ModelCase> networks() {
    String shape = "container %s { image \"x:1\" %s }";
    String vpn = shape.formatted("vpn", "publish 80 -> 80");
    return List.of(
        fine("a shared network", host(vpn, shape.formatted("a", "network \"container:vpn\""))),
        finds(
            "a shared network of nobody",
            host(vpn, shape.formatted("a", "network \"container:vnp\"")),
            "DB133:3"),
        finds("of itself", host(shape.formatted("a", "network \"container:a\"")), "DB133:2"),
        finds(
            "a port of another's network",
            host(vpn, shape.formatted("a", "network \"container:vpn\" publish 81 -> 81")),
            "DB133:3"),
        finds(
            "a second network",
            host(vpn, "network n {}", shape.formatted("a", "network \"container:vpn\", n")),
            "DB133:4"),
        finds(
            "one of several",
            host(
                shape.formatted("vpn", "replicas 2"),
                shape.formatted("a", "network \"container:vpn\"")),
            "DB133:3"),
        fine(
            "an instance",
            host(
                shape.formatted("vpn", "replicas 2"),
                shape.formatted("a", "network \"container:vpn-1\""))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsWhatIsWrongWhereItIsWrong(ModelCase given) {
    given.check();
  }
}
