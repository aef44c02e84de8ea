package dev.dryboot.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Documents of other programs that people have at hand, and what to give instead. */
record OtherForm(String what, String help) {
  private record Sign(Pattern sign, OtherForm form) {}

  private static final List<Sign> SIGNS =
      List.of(
          sign(
              "variant:\\s*(fcos|flatcar|openshift|r4e|fiot)\\b",
              "is Butane",
              "translate it first: butane FILE.bu > FILE.ign"),
          sign(
              "kind:\\s*MachineConfig\\b",
              "is a MachineConfig of OpenShift",
              "give the Ignition config in it, below spec.config, as JSON"),
          sign(
              "services:\\s*$",
              "is a compose file",
              "write its services as containers of a host: `dryboot init` makes a first one"),
          sign(
              "kind:\\s*[A-Z][A-Za-z]+\\s*$",
              "is a resource of Kubernetes",
              "hosts are booted here, not clusters: give what provisions the node"),
          sign(
              "(storage|systemd|passwd|networkd|etcd|flannel|docker|update|locksmith):\\s*$",
              "is a Container Linux Config, or YAML without its first line",
              "a cloud-config begins with the line #cloud-config; a Container Linux Config is"
                  + " translated by ct, and of another time"));

  private static Sign sign(String line, String what, String help) {
    return new Sign(Pattern.compile("^" + line, Pattern.MULTILINE), new OtherForm(what, help));
  }

  /** What a text is that nothing here reads; empty where that cannot be told. */
  static Optional<OtherForm> of(String text) {
    return SIGNS.stream()
        .filter(sign -> sign.sign().matcher(text).find())
        .map(Sign::form)
        .findFirst();
  }
}
