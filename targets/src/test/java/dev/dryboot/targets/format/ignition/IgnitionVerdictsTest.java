package dev.dryboot.targets.format.ignition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dryboot.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our verdicts on a config with random mistakes beside those of ignition-validate. */
class IgnitionVerdictsTest {
  private static final Path VALIDATE = Path.of("/usr/bin/ignition-validate");
  private static final long SEED = 20261130;
  private static final int CASES = 200;

  /** A value of the document. */
  private static final Pattern VALUE =
      Pattern.compile("(?<=: |\\n {1,12})(\"(?:[^\"\\\\]|\\\\.)*\"(?!:)|-?[0-9]+|true|false)");

  private static final Pattern KEY = Pattern.compile("\"([A-Za-z0-9]+)\":");

  private static final List<String> VALUES =
      List.of(
          "1",
          "0",
          "-1",
          "4096",
          "1.5",
          "420.0",
          "99999999999999999999",
          "true",
          "null",
          "\"\"",
          "\"x\"",
          "\"/x\"",
          "\"x/y\"",
          "\"/a/../b\"",
          "\"//a\"",
          "\"/a/\"",
          "\"0644\"",
          "[]",
          "{}",
          "[1]",
          "[\"a\", \"a\"]",
          "{\"a\": 1}",
          "\"http://a b/\"",
          "\"ftp://x/y\"",
          "\"https://example.com/%zz\"",
          "\"data:;base64,@@\"",
          "\"data:,hello world\"",
          "\"s3://b/k?versionId=\"",
          "\"sha512-00\"",
          "\"raid7\"",
          "\"ntfs\"",
          "\"a:b\"",
          "\"a.svc\"",
          "\"[Unit\"",
          "\"[Unit]\\nA\\n\"",
          "\"" + "a".repeat(50) + "\"",
          "\"3.0.0\"",
          "\"3.1.0\"",
          "\"3.9.0\"",
          "\"3.0\"");

  @TempDir private Path folder = Path.of("");

  private static String document() throws IOException {
    try (InputStream in = IgnitionVerdictsTest.class.getResourceAsStream("every-key.ign")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void mistakesAreThoseOfIgnitionValidate() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(VALIDATE), "ignition-validate is not installed");
    Random random = new Random(SEED);
    String document = document();
    List<String> differing = new ArrayList<>();
    int refused = 0;
    for (int i = 0; i < CASES; i++) {
      String json = mutated(document, random);
      boolean theirs = refuses(json);
      boolean ours = IgnitionReader.read(SourceText.of("m.ign", json)).report().hasErrors();
      refused += theirs ? 1 : 0;
      if (theirs != ours) {
        differing.add("case %d: refused by %s%n%s".formatted(i, theirs ? "them" : "us", json));
      }
    }
    assertThat(differing).as("seed %d", SEED).isEmpty();
    assertThat(refused).as("both verdicts come up").isBetween(CASES / 4, CASES * 3 / 4);
  }

  private boolean refuses(String json) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("m.ign"), json);
    Process process =
        new ProcessBuilder(VALIDATE.toString(), file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor() != 0;
  }

  /** One value is another, or a key is misspelt, or in other letters. */
  private static String mutated(String document, Random random) {
    boolean key = random.nextInt(5) == 0;
    List<int[]> places = new ArrayList<>();
    Matcher matcher = (key ? KEY : VALUE).matcher(document);
    while (matcher.find()) {
      places.add(new int[] {matcher.start(1), matcher.end(1)});
    }
    int[] place = places.get(random.nextInt(places.size()));
    String there = document.substring(place[0], place[1]);
    String by =
        !key
            ? VALUES.get(random.nextInt(VALUES.size()))
            : random.nextBoolean() ? there.substring(1) : there.toUpperCase(java.util.Locale.ROOT);
    return document.substring(0, place[0]) + by + document.substring(place[1]);
  }
}
