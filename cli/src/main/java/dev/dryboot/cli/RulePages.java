package dev.dryboot.cli;

import dev.dryboot.source.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The pages of {@code docs/rules}, as they were when Dryboot was built. */
public final class RulePages {
  private RulePages() {}

  /** The name of a rule's page: {@code SD001-docker-client-kill.md}. */
  public static String fileName(Rule rule) {
    return rule.code() + "-" + rule.name() + ".md";
  }

  /** The page of {@code rule}, in Markdown. */
  public static Optional<String> page(Rule rule) {
    try (InputStream in = RulePages.class.getResourceAsStream("rules/" + fileName(rule))) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
