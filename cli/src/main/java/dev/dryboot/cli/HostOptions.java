package dev.dryboot.cli;

import java.util.Map;
import java.util.Optional;

/** Which hosts of the files are meant, and with which parameters. */
final class HostOptions {
  private final Given<String> host;
  private final Given<String> target;
  private final Given<Map<String, String>> parameters;

  /** Adds them to {@code form}. */
  HostOptions(Form form) {
    host = form.option("--host", "HOST", "Only this host.");
    target =
        form.option("--target", "TARGET", "Only this target, such as ubuntu or 'ubuntu 24.04'.");
    parameters = form.pairs("--param", "NAME=VALUE", "A value for a param of the files.");
  }

  /** What the user chose. */
  HostChoice choice() {
    return new HostChoice(host.value(), target.value());
  }

  /** What the user chose, where {@code system} stands for a target, too. */
  HostChoice choice(Optional<String> system) {
    return new HostChoice(host.value(), target.value().or(() -> system));
  }

  Map<String, String> parameters() {
    return parameters.get();
  }
}
