package dev.dryboot.foreign.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
  private static final String ED25519 =
      "AAAAC3NzaC1lZDI1NTE5AAAAIJbDSb1MmkxQ4cbJHbXvqZzT4Hq2oFkXqQb4f6mmAf0B";

  @ParameterizedTest
  @ValueSource(strings = {"web", "web-1", "web-1.example.com", "example.com.", "WEB01", "127"})
  void namesThatAHostCanHave(String name) {
    assertThat(HostName.read(name).value()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "my web, 2",
    "my_web, 2",
    "wéb, 1",
    "web\\n, 3",
    "-web, 0",
    "a.b-.c, 2",
    "a..b, 2",
    ".a, 0",
    "., 0",
  })
  void namesThatNoHostCanHave(String name, int column) {
    var read = HostName.read(name.replace("\\n", "\n"));
    assertThat(read.fault().orElseThrow().from()).isEqualTo(column);
  }

  @Test
  void aNameHas64CharactersAndALabel63() {
    assertThat(HostName.read("a".repeat(63)).value()).isPresent();
    assertThat(HostName.read("a".repeat(64)).fault().orElseThrow().message()).contains("63");
    assertThat(HostName.read("a".repeat(32) + "." + "b".repeat(31)).value()).isPresent();
    assertThat(HostName.read("a".repeat(32) + "." + "b".repeat(32)).fault().orElseThrow().message())
        .contains("64");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh-ed25519 " + ED25519,
        "  ssh-ed25519   " + ED25519 + " ops@example.com on the laptop",
        "command=\"/bin/echo \\\"a b\\\"\",no-pty ssh-ed25519 " + ED25519 + " ops",
        "restrict ssh-ed25519 " + ED25519,
        "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBLwyTsiWWKaVaG9C"
            + "J1Td2wlHr/qVagfDj/OUuMSBpbaWACudi4UXnfVt2R36AerUvD0E62Ca2zgSv59bnmhF388= ops",
      })
  void keysThatSshdTakes(String line) {
    assertThat(AuthorizedKey.read(line).fault()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "hello, no type",
    "ssh-ed25519, missing",
    "ssh-ed25519 AAAAC3Nza key1, cut short",
    "ssh-rsa AAAAB3NzaC1yc2E rancher@example, cut short",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample, cut short",
    "ssh-ed25519 aGVsbG8gd29ybGQ=, cut short",
    "ssh-ed25519 ssh-rsa, not in base64",
    "-----BEGIN OPENSSH PRIVATE KEY-----, private",
    "---- BEGIN SSH2 PUBLIC KEY ----, OpenSSH",
  })
  void keysThatSshdPassesOver(String line, String said) {
    assertThat(AuthorizedKey.read(line).fault().orElseThrow().message()).contains(said);
  }

  @Test
  void theTypeOfAKeyIsThatInsideOfIt() {
    assertThat(AuthorizedKey.read("ssh-rsa " + ED25519).fault().orElseThrow().message())
        .contains("is of type ssh-ed25519, not ssh-rsa");
    assertThat(AuthorizedKey.read("ssh-ed25519 " + ED25519 + " ops on call").get())
        .isEqualTo(new AuthorizedKey("ssh-ed25519", "ops on call"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "!, ''",
    "*, ''",
    "!!, ''",
    "$1$abcdefgh$1dAwkE7xRZxhpZFjbeSqr., md5crypt",
    "$y$j9T$aUmgEDoFIDPhGxEe2FUjc/$C5A9NW7dBCZkzDvlP8yHnQAhgq2M0V0CClxzb9Gv2w3, yescrypt",
    "_J9..rasmBYk8r9AiWNc, descrypt",
    "rl.3StKT.4T8M, descrypt",
  })
  void hashesThatCryptKnows(String hash, String method) {
    assertThat(PasswordHash.read(hash).get().method()).isEqualTo(method);
  }

  @Test
  void aHashIsAsLongAsItsMethodMakesIt() {
    String salt = "$6$rounds=4096$5DJ8a9WMTEzIo5J4$";
    assertThat(PasswordHash.read(salt + "Y".repeat(86)).get().method()).isEqualTo("sha512crypt");
    assertThat(PasswordHash.read("!" + salt + "Y".repeat(86)).value()).isPresent();
    assertThat(PasswordHash.read(salt + "Yms6imfeBvf3Yfu84mQ").fault().orElseThrow().message())
        .contains("no whole hash of sha512crypt");
    assertThat(PasswordHash.read("$2b$12$" + "a".repeat(53)).get().method()).isEqualTo("bcrypt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", "correct horse", "$6", "$8$abc$def", "changeme123"})
  void plainTextIsNoHash(String text) {
    assertThat(PasswordHash.read(text).fault()).isPresent();
  }

  @Test
  void nothingThrowsOnAnyText() {
    Random random = new Random(11);
    String marks = "ssh-ed25519 AAAAC3Nz$6$y!*\"\\\n\t=/+.é-";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "ssh-rsa " : "");
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(marks.charAt(random.nextInt(marks.length())));
      }
      assertThat(AuthorizedKey.read(text.toString())).isNotNull();
      assertThat(PasswordHash.read(text.toString())).isNotNull();
      assertThat(HostName.read(text.toString())).isNotNull();
    }
  }
}
