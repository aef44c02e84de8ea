package dev.dryboot.cli;

import dev.dryboot.compiler.analysis.FileSource;
import dev.dryboot.compiler.analysis.SecretSource;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Secrets from the process's environment and from files of the project. */
record Environment(ProjectFiles files) implements SecretSource {

  @Override
  public Optional<String> value(String provider, String key, String from) {
    return switch (provider) {
      case "env" -> Optional.ofNullable(System.getenv(key));
      case "file" ->
          files.read(from, key) instanceof FileSource.Found found
              ? Optional.of(new String(found.bytes(), StandardCharsets.UTF_8).stripTrailing())
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  @Override
  public boolean placeholders() {
    return false;
  }
}
