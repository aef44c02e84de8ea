package dev.dryboot.compiler.analysis;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a compilation needs from outside the files of the language.
 *
 * @param parameters values for {@code param}s, by name
 */
public record Surroundings(FileSource files, SecretSource secrets, Map<String, String> parameters) {
  public Surroundings {
    parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** No files, and placeholders for secrets. */
  public static final Surroundings NONE =
      new Surroundings(FileSource.NONE, SecretSource.PLACEHOLDERS, Map.of());
}
