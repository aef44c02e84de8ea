package dev.dryboot.foreign.unitname;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitNameTest {

  @Test
  void namesFallIntoTheirParts() {
    UnitName instance = UnitName.read("getty@tty-1.service").get();
    assertThat(instance.prefix()).isEqualTo("getty");
    assertThat(instance.instance()).contains("tty-1");
    assertThat(instance.isInstance()).isTrue();
    assertThat(instance.template()).hasToString("getty@.service");
    assertThat(instance.template().isTemplate()).isTrue();
    assertThat(UnitName.read("a.b.socket").get())
        .isEqualTo(new UnitName("a.b", java.util.Optional.empty(), UnitType.SOCKET));
    assertThat(UnitName.read("a@b@c.timer").get().instance()).contains("b@c");
  }

  @ParameterizedTest
  @CsvSource({
    "web, 3",
    "web.srvice, 3",
    ".service, 0",
    "@.service, 0",
    "we b.service, 2",
    "w\u00e4.mount, 1"
  })
  void namesThatCannotBeAreFaults(String name, int column) {
    assertThat(UnitName.read(name).fault().orElseThrow().from()).isEqualTo(column);
  }

  @Test
  void aNameHas255CharactersAtMost() {
    assertThat(UnitName.read("a".repeat(247) + ".service").value()).isPresent();
    assertThat(UnitName.read("a".repeat(248) + ".service").fault()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "/, -",
    "/var/lib/docker, var-lib-docker",
    "//var//lib/./docker/, var-lib-docker",
    "/srv/my data, srv-my\\x20data",
    "/dev/disk/by-id/ata-1, dev-disk-by\\x2did-ata\\x2d1",
    "/.hidden/x, \\x2ehidden-x",
    "/m\u00fcll, m\\xc3\\xbcll",
  })
  void pathsAreEscaped(String path, String escaped) {
    assertThat(UnitEscape.path(path)).isEqualTo(escaped);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-a", "a-", "a--b", "", "a\\xzz", "a-..-b"})
  void whatIsNoEscapedPathIsTold(String name) {
    assertThat(UnitEscape.undoPath(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "docker, docker.service",
    "docker.socket, docker.socket",
    "/mnt/data, mnt-data.mount",
    "/dev/sda, dev-sda.device",
    "a b, a\\x20b.service",
    "foo.bar, foo.bar.service",
  })
  void wordsAreMangledAsSystemctlDoes(String word, String name) {
    assertThat(UnitName.mangle(word)).isEqualTo(name);
  }

  @Property(seed = "20261123")
  void escapingIsUndone(@ForAll String text) {
    String written =
        new String(
            text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(UnitEscape.undoString(UnitEscape.string(written))).contains(written);
  }

  @Property(seed = "20261123")
  void readingNeverFails(@ForAll String text) {
    assertThat(UnitName.read(text)).isNotNull();
    assertThat(UnitEscape.undoPath(text)).isNotNull();
    assertThat(UnitName.mangle(text)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "%n, web-api@a\\x2db-c.service",
    "%N, web-api@a\\x2db-c",
    "%p, web-api",
    "%P, web/api",
    "%i, a\\x2db-c",
    "%I, a-b/c",
    "%j, api",
    "%f, /a-b/c",
    "%t/x, /run/x",
    "100%%, 100%",
    "%-%, %-%",
    "%S/%p, /var/lib/web-api",
  })
  void specifiersStandForPartsOfTheName(String text, String expanded) {
    UnitName name = UnitName.read("web-api@a\\x2db-c.service").get();
    assertThat(Specifiers.expand(text, name, SpecifierContext.system()).get()).isEqualTo(expanded);
  }

  @Test
  void aLetterThatStandsForNothingIsAFault() {
    UnitName name = UnitName.read("a.service").get();
    assertThat(Specifiers.expand("/%z", name, SpecifierContext.system()).fault()).isPresent();
  }

  @Test
  void whatTheHostDoesNotTellIsAFault() {
    UnitName name = UnitName.read("web.service").get();
    var fault = Specifiers.expand("id %m", name, SpecifierContext.system()).fault().orElseThrow();
    assertThat(fault.from()).isEqualTo(3);
  }
}
