package dev.dryboot.foreign.directive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.foreign.unitfile.UnitFileReader;
import dev.dryboot.source.Diagnostic;
import dev.dryboot.source.Report;
import dev.dryboot.source.SourceText;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitFileCheckerTest {

  private static Report check(String name, String text, SystemdVersion version) {
    var source = SourceText.of(name, text);
    return UnitFileChecker.check(
        UnitFileReader.read(source), name, UnitFileKind.ofName(name).orElseThrow(), version);
  }

  private static String codes(Report report) {
    return report.diagnostics().stream()
        .map(UnitFileCheckerTest::shown)
        .collect(Collectors.joining(" "));
  }

  private static String shown(Diagnostic diagnostic) {
    return diagnostic.rule().code() + ":" + diagnostic.span().orElseThrow().text();
  }

  private static String service(String lines) {
    String text = "[Service]\nExecStart=/bin/true\n" + lines.replace(';', '\n') + "\n";
    return codes(check("a.service", text, SystemdVersion.V257));
  }

  @Test
  void aPlainServiceHasNoFindings() {
    String text =
        """
        [Unit]
        Description=Web
        After=network-online.target docker.service
        RequiresMountsFor=/srv %S/web
        ConditionPathExists=|!/etc/off

        [Service]
        Type=notify
        Environment="A=1 2" B=%i
        EnvironmentFile=-/etc/default/web
        ExecStartPre=-/usr/bin/docker rm -f web
        ExecStart=/usr/bin/docker run --name web \\
          nginx
        ExecStop=docker stop web
        Restart=always
        TimeoutStopSec=1min 30s
        MemoryMax=50%
        CPUQuota=250%
        StandardOutput=append:/var/log/web
        SuccessExitStatus=143 SIGKILL TEMPFAIL
        User=www-data

        [Install]
        WantedBy=multi-user.target

        [X-Notes]
        Anything=goes
        """;
    assertThat(check("web.service", text, SystemdVersion.V252).diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a.service, '[Service];ExecStart=echo \"a', UF005:\"a",
    "a.service, '[Service];ExecStart=', UF010:[Service]",
    "a.timer, '[Timer];OnCalendar=nonsense', UF004:nonsense",
    "a.timer, '[Timer];Persistent=yes', UF015:[Timer]",
    "a.mount, '[Mount];What=/dev/vdb;Where=a b', UF004:a b",
  })
  void whatIsOnlySoSinceALineIsRejectedIsToldOnce(String name, String lines, String found) {
    var report = check(name, lines.replace(';', '\n') + "\n", SystemdVersion.V257);
    assertThat(codes(report)).isEqualTo(found);
  }

  @Test
  void aMisspeltDirectiveGetsASuggestion() {
    var report =
        check("a.service", "[Service]\nExecStart=/a\nRestrat=always\n", SystemdVersion.V257);
    assertThat(codes(report)).isEqualTo("UF001:Restrat");
    assertThat(report.diagnostics().getFirst().help()).contains("Restart=");
  }

  @Test
  void aDirectiveInTheWrongSectionIsToldWhereItBelongs() {
    var report =
        check(
            "a.service", "[Unit]\nRestart=always\n[Service]\nExecStart=/a\n", SystemdVersion.V257);
    assertThat(codes(report)).isEqualTo("UF002:Restart");
    assertThat(report.diagnostics().getFirst().help()).contains("[Service]");
  }

  @Test
  void sectionsThatDoNotBelongAreIgnored() {
    String text = "[Srvice]\nExecStart=/a\n[Service]\nExecStart=/a\n[Timer]\nOnBootSec=1\n";
    var report = check("a.service", text, SystemdVersion.V257);
    assertThat(codes(report)).isEqualTo("UF003:[Srvice] UF003:[Timer]");
    assertThat(report.diagnostics().getFirst().help()).contains("[Service]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Restart=allways | UF004:allways",
        "Restart= | UF004:",
        "TimeoutStartSec=5 parsecs | UF004:parsecs",
        "RemainAfterExit=nah | UF004:nah",
        "UMask=0999 | UF004:9",
        "KillSignal=SIGFOO | UF004:SIGFOO",
        "Nice=20 | UF004:20",
        "MemoryMax=1x | UF004:1x",
        "SuccessExitStatus=0 huh 3 | UF004:huh",
        "Environment=A=1 nonsense | UF004:nonsense",
        "EnvironmentFile=rel | UF004:rel",
        "ReadWritePaths=/a rel -/b | UF004:rel",
        "WorkingDirectory=rel | UF005:rel",
        "WorkingDirectory=-rel | UF004:-rel",
        "User=a:b | UF005:a:b",
        "RuntimeDirectory=web /run/web | UF004:/run/web",
        "LimitNOFILE=many | UF004:many",
        "ExecStartPre=bin/x y | UF005:bin/x",
        "ExecStartPre=-bin/x y | UF004:bin/x",
        "ExecStartPre=/bin/x 'y | UF005:'y",
        "ExecStartPre=/bin/grep a\\d | UF018:a\\d",
        "PermissionsStartOnly=yes | UF012:PermissionsStartOnly",
        "CPUShares=100 | UF012:CPUShares",
      })
  void valuesThatSystemdDoesNotTakeAreFoundAtTheirPlace(String line, String findings) {
    assertThat(service(line)).isEqualTo(findings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TimeoutStartSec=infinity",
        "KillSignal=RTMIN+3",
        "TasksMax=20%",
        "ProtectSystem=strict",
        "CPUWeight=idle",
        "WorkingDirectory=~",
        "WorkingDirectory=-/x",
        "User=1000",
        "StandardInput=fd:web",
        "ExecStartPre=@-/bin/a b",
        "LimitNOFILE=1:2",
        "Slice=a-b.slice",
        "SyslogFacility=20",
        "RuntimeDirectory=a/b c:d",
        "LimitCPU=5min",
        "Slice=%p.slice",
        "ReadOnlyPaths=-+/etc",
        "X-Mine=1"
      })
  void valuesThatSystemdTakesAreLeftAlone(String line) {
    assertThat(service(line)).isEmpty();
  }

  @Test
  void whatANewerSystemdBroughtIsToldForAnOlderOne() {
    String text = "[Service]\nExecStart=/a\nRestartSteps=3\nRestart=always\nType=notify-reload\n";
    assertThat(codes(check("a.service", text, SystemdVersion.V252)))
        .isEqualTo("UF013:RestartSteps UF004:notify-reload");
    assertThat(check("a.service", text, SystemdVersion.V257).diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Type=simple | UF010",
        "ExecStop=/a | UF010",
        "Type=oneshot;ExecStop=/a | UF010",
        "ExecStop=/a;RemainAfterExit=yes | ''",
        "Type=oneshot;ExecStart=/a;ExecStart=/b | ''",
        "ExecStart=/a;ExecStart=/b | UF011",
        "ExecStart=/a ; /b | UF011",
        "ExecStart=/a;ExecStart=;ExecStart=/b | ''",
        "Type=oneshot;ExecStart=/a;Restart=always | UF014",
        "Type=oneshot;ExecStart=/a;Restart=on-failure | ''",
        "Type=dbus;ExecStart=/a | UF015",
        "BusName=a.b;ExecStart=/a | ''",
        "ExecStart=/a;PAMName=x;KillMode=process | UF015",
      })
  void servicesThatSystemdRefusesAsAWholeAreErrors(String lines, String code) {
    String text = "[Service]\n" + lines.strip().replaceAll(";(?! )(?<! ;)", "\n") + "\n";
    var report = check("a.service", text, SystemdVersion.V257);
    assertThat(
            report.diagnostics().stream()
                .map(d -> d.rule().code())
                .collect(Collectors.joining(" ")))
        .isEqualTo(code);
    assertThat(report.hasErrors()).isEqualTo(!code.isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.timer | [Timer];Unit=b.service | UF015",
        "a.timer | [Timer];OnCalendar=dayly | UF004",
        "a.timer | [Timer];OnCalendar=Mon 9:00 | ''",
        "a.path | [Path];Unit=b.service | UF015",
        "a.socket | [Socket];Accept=yes | UF015",
        "srv-data.mount | [Mount];What=/dev/x;Where=/srv/data | ''",
        "data.mount | [Mount];What=/dev/x;Where=/srv/data | UF016",
        "srv.mount | [Mount];Where=/srv | UF015",
        "srv.automount | [Automount];Where=/data | UF016",
        "dev-x.swap | [Swap];Priority=1 | ''",
        "a.container | [Container];Exec=x | UF015",
        "a.container | [Container];Image=nginx;PublishPort=80:80;Volume=a:/b | ''",
        "a.container | [Container];Image=nginx;PublishPort=80:x | UF005",
        "a.container | [Container];Image=nginx;Imge=x | UF001",
        "a.target | [Unit];Wants=x | UF004",
        "a.network | [Match];Name=eth0;[Network];DHCP=yes;Dns=x | UF001",
      })
  void otherUnitsAreCheckedToo(String name, String lines, String code) {
    var report = check(name, lines.replace(';', '\n') + "\n", SystemdVersion.V257);
    assertThat(
            report.diagnostics().stream()
                .map(d -> d.rule().code())
                .collect(Collectors.joining(" ")))
        .isEqualTo(code);
  }

  @Test
  void anEmptyDependencyResetsNothing() {
    String text = "[Unit]\nAfter=\n[Service]\nExecStart=/a\n";
    assertThat(codes(check("a.service", text, SystemdVersion.V257))).isEqualTo("UF017:After");
  }

  @Test
  void strayLinesAreTold() {
    String text = "Early=1\n[Unit]\nnonsense\n[Service] # x\nExecStart=/a\n";
    assertThat(codes(check("a.service", text, SystemdVersion.V257)))
        .isEqualTo("UF006:Early=1 UF007:nonsense UF008:[Service] # x");
  }

  @Test
  void podmansNetworksAreNotThoseOfNetworkd() {
    var source = SourceText.of("a.network", "[Network]\nSubnet=10.0.0.0/24\nDHCP=yes\n");
    var kind = UnitFileKind.quadlet("network");
    assertThat(
            codes(
                UnitFileChecker.checkDropIn(
                    UnitFileReader.read(source), kind, SystemdVersion.V257)))
        .isEqualTo("UF001:DHCP");
  }

  @Test
  void aDropInNeedNotBeComplete() {
    var source = SourceText.of("10.conf", "[Service]\nRestart=always\n");
    var kind = UnitFileKind.ofName("a.service").orElseThrow();
    assertThat(
            UnitFileChecker.checkDropIn(UnitFileReader.read(source), kind, SystemdVersion.V257)
                .diagnostics())
        .isEmpty();
  }

  @Property(seed = "20261123")
  void everyTextIsChecked(@ForAll String value, @ForAll String more) {
    String text = "[Unit]\nAfter=" + value + "\n[Service]\nExecStart=" + more + "\n" + value;
    assertThat(check("a.service", text, SystemdVersion.V257)).isNotNull();
  }

  @Property(tries = 25, seed = "20261123")
  void everyDirectiveTakesOrRefusesAnyValue(@ForAll String value) {
    Expansion names = new Expansion(Optional.empty(), SystemdVersion.V252);
    for (String section : DirectiveTable.known().sections()) {
      for (KnownDirective directive : DirectiveTable.known().directives(section)) {
        for (Rejection rejection : ValueChecks.check(directive, value, names)) {
          assertThat(rejection.to()).isBetween(rejection.from(), value.length());
        }
      }
    }
  }

  @Test
  void rulesHaveCodesOfTheirOwn() {
    assertThat(UnitFileRules.ALL).extracting(r -> r.code()).doesNotHaveDuplicates();
    assertThat(UnitFileRules.ALL).extracting(r -> r.name()).doesNotHaveDuplicates();
  }
}
