package dev.dryboot.targets.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.simulator.machine.NetworkConfig;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Outcome;
import dev.dryboot.source.SourceText;
import dev.dryboot.targets.format.networkconfig.NetworkConfigReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read from a network-config, and what is said of one that netplan refuses. */
class NetworkConfigTest {
  private static Outcome<NetworkConfig> read(String text) {
    return NetworkConfigReader.read(SourceText.of("network-config", text));
  }

  private static List<String> messages(String text) {
    return read(text).report().diagnostics().stream().map(Diagnostic::message).toList();
  }

  private static List<NetworkConfig.Link> links(String text) {
    assertThat(messages(text)).isEmpty();
    return read(text).value().orElseThrow().links();
  }

  @Test
  void linksOfVersion2SayHowTheyLeadOut() {
    assertThat(
            links(
                """
                version: 2
                ethernets:
                  a: {dhcp4: true}
                  b: {addresses: [10.0.0.5/24], routes: [{to: default, via: 10.0.0.1}]}
                  c: {addresses: ["fd00::5/64"], optional: true}
                """))
        .containsExactly(
            new NetworkConfig.Link("a", true, false, false, false),
            new NetworkConfig.Link("b", false, true, true, false),
            new NetworkConfig.Link("c", false, true, false, true));
  }

  @Test
  void linksOfVersion1SayTheSame() {
    assertThat(
            links(
                """
                network:
                  version: 1
                  config:
                    - {type: physical, name: a, subnets: [{type: dhcp}]}
                    - type: physical
                      name: b
                      subnets: [{type: static, address: 10.0.0.5/24, gateway: 10.0.0.1}]
                    - {type: nameserver, address: 1.1.1.1}
                """))
        .containsExactly(
            new NetworkConfig.Link("a", true, false, false, false),
            new NetworkConfig.Link("b", false, true, true, false));
  }

  @Test
  void membersOfABondAreNoLinksOfTheirOwn() {
    assertThat(
            links(
                """
                version: 2
                ethernets: {a: {}, b: {}}
                bonds: {bond0: {interfaces: [a, b], dhcp4: true}}
                """))
        .containsExactly(new NetworkConfig.Link("bond0", true, false, false, false));
  }

  @Test
  void whatNetplanRefusesIsAnErrorAtItsPlace() {
    String text =
        """
        version: 2
        ethernets:
          a: {addresses: [10.0.0.5], dhcp: true}
        vlans: {v: {id: 5, link: b}}
        """;
    assertThat(messages(text))
        .containsExactlyInAnyOrder(
            "ethernets.a has no key dhcp",
            "the address 10.0.0.5 says nothing of its network",
            "v uses the interface b, which is not defined");
    assertThat(read(text).report().hasErrors()).isTrue();
    assertThat(read(text).report().diagnostics()).allMatch(d -> d.span().isPresent());
  }

  @Test
  void aGatewayIsOnOneOfTheLinksNetworksOrOnTheLink() {
    String far =
        "version: 2\n"
            + "ethernets: {a: {addresses: [10.0.0.5/24], routes: [{to: default, via:"
            + " 10.0.1.1%s}]}}\n";
    assertThat(messages(far.formatted("")))
        .containsExactly("the gateway 10.0.1.1 is on none of the interface's networks");
    assertThat(messages(far.formatted(", on-link: true"))).isEmpty();
  }

  @Test
  void aMachineWithoutAWayOutIsWarnedOf() {
    assertThat(messages("version: 2\nethernets: {a: {addresses: [10.0.0.5/24]}}\n"))
        .containsExactly("no interface leads out of the machine");
    assertThat(messages("version: 2\nethernets: {a: {dhcp4: true, optional: true}}\n"))
        .containsExactly("every interface is optional");
  }

  @Test
  void whatIsNoMappingIsNoConfig() {
    assertThat(read("- a\n").value()).isEmpty();
    assertThat(read("- a\n").report().hasErrors()).isTrue();
    assertThat(read("version: 2\nethernets: [").report().hasErrors()).isTrue();
  }
}
