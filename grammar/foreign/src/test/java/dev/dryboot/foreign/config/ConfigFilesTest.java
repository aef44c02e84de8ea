package dev.dryboot.foreign.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryboot.source.SourceText;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFilesTest {

  private static SourceText text(String text) {
    return SourceText.of("file", text);
  }

  @Test
  void fstabLinesAreTakenApart() {
    var fstab =
        Fstab.read(
            text(
                "# c\nUUID=1-2 / ext4 errors=remount-ro 0 1\n"
                    + "srv:/x /mnt/my\\040data nfs nofail,x-systemd.requires=a.service,_netdev\n"
                    + "/swap none swap sw 0 0\nbroken line\n"));
    assertThat(fstab.entries()).hasSize(3);
    assertThat(fstab.entries().getFirst().pass()).isEqualTo(1);
    var nfs = fstab.entries().get(1);
    assertThat(nfs.target()).isEqualTo("/mnt/my data");
    assertThat(nfs.mayFail()).isTrue();
    assertThat(nfs.isRemote()).isTrue();
    assertThat(nfs.mountedAtBoot()).isTrue();
    assertThat(nfs.value("x-systemd.requires")).contains("a.service");
    assertThat(nfs.span().from().line()).isEqualTo(3);
    assertThat(fstab.entries().get(2).isSwap()).isTrue();
    assertThat(fstab.faults()).hasSize(1);
  }

  @Test
  void theLastOfTwoContraryOptionsCounts() {
    var fstab = Fstab.read(text("a /a ext4 noauto,auto,nofail\nb /b ext4 noauto\nc /c ext4\n"));
    assertThat(fstab.entries())
        .extracting(Fstab.Entry::mountedAtBoot)
        .containsExactly(true, false, true);
    assertThat(fstab.entries())
        .extracting(Fstab.Entry::mayFail)
        .containsExactly(true, false, false);
  }

  @Test
  void theFirstPresetThatFitsDecides() {
    var presets =
        PresetFile.read(
            text("enable ssh*.service\nenable getty@.service tty1 tty2\ndisable *\nfoo bar\n"));
    assertThat(presets.decision("sshd.service").orElseThrow().action())
        .isEqualTo(PresetFile.Action.ENABLE);
    assertThat(presets.decision("getty@tty2.service").orElseThrow().action())
        .isEqualTo(PresetFile.Action.ENABLE);
    assertThat(presets.decision("web.service").orElseThrow().action())
        .isEqualTo(PresetFile.Action.DISABLE);
    assertThat(presets.faults()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "a*c, abbc, true",
    "a*c, ab, false",
    "a?c, abc, true",
    "[a-c]x, bx, true",
    "[!a-c]x, bx, false",
    "*, '', true",
    "a\\*, a*, true",
    "a\\*, ab, false",
    "*a*b*, xxaxxbxx, true",
  })
  void patternsFitAsInTheShell(String pattern, String name, boolean fits) {
    assertThat(Glob.matches(pattern, name)).isEqualTo(fits);
  }

  @Test
  void sysctlKeysAreWrittenInEitherForm() {
    var file =
        SysctlFile.read(
            text("net.ipv4.ip_forward = 1\n-net/ipv4/conf/eth0.1/x=2\n; c\nnonsense\n-kernel.x\n"));
    assertThat(file.settings())
        .extracting(SysctlFile.Setting::key)
        .containsExactly("net.ipv4.ip_forward", "net.ipv4.conf.eth0/1.x");
    assertThat(file.settings().get(1).mayFail()).isTrue();
    assertThat(file.faults()).hasSize(1);
  }

  @Test
  void modulesAndTmpfilesAreListed() {
    assertThat(ModulesFile.read(text("# x\noverlay\n br_netfilter \n")).modules())
        .extracting(ModulesFile.Module::name)
        .containsExactly("overlay", "br_netfilter");
    var tmp =
        TmpfilesFile.read(text("d! /run/x 0755 root - 10d\nf /a - - - - hello world\nnope\n"));
    assertThat(tmp.lines()).hasSize(2);
    assertThat(tmp.lines().getFirst().atBootOnly()).isTrue();
    assertThat(tmp.lines().getFirst().age()).contains("10d");
    assertThat(tmp.lines().getFirst().group()).isEmpty();
    assertThat(tmp.lines().get(1).argument()).contains("hello world");
    assertThat(tmp.faults()).hasSize(1);
  }

  @Property(seed = "20261123")
  void everyTextIsRead(@ForAll String any) {
    assertThat(Fstab.read(text(any))).isNotNull();
    assertThat(PresetFile.read(text(any))).isNotNull();
    assertThat(SysctlFile.read(text(any))).isNotNull();
    assertThat(ModulesFile.read(text(any))).isNotNull();
    assertThat(TmpfilesFile.read(text(any))).isNotNull();
    assertThat(Glob.matches("*", any)).isTrue();
    assertThat(Glob.matches(any.replaceAll("[*?\\[\\\\]", ""), any.replaceAll("[*?\\[\\\\]", "")))
        .isTrue();
  }
}
