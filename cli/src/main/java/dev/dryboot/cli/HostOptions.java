package dev.dryboot.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which hosts of the files are meant, and with which parameters. */
final class HostOptions {
  @Option(names = "--host", paramLabel = "HOST", description = "Only this host.")
  private @org.jspecify.annotations.Nullable String host;

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      description = "Only this target, such as ubuntu or 'ubuntu 24.04'.")
  private @org.jspecify.annotations.Nullable String target;

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "A value for a param of the files.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  Optional<String> host() {
    return Optional.ofNullable(host);
  }

  Optional<String> target() {
    return Optional.ofNullable(target);
  }

  Map<String, String> parameters() {
    return parameters;
  }
}
