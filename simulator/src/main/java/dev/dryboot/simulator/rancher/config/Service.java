package dev.dryboot.simulator.rancher.config;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service in the words of Compose's first version.
 *
 * @param command words of the command, if it has one
 * @param labels in order; the ones of {@code io.rancher.os.*} rule order and scope
 * @param options the other scalars by key, such as {@code read_only}
 */
public record Service(
    Located<String> name,
    Optional<Located<String>> image,
    List<String> command,
    Optional<Located<String>> restart,
    Optional<Located<String>> net,
    boolean privileged,
    List<Located<String>> ports,
    List<Located<String>> volumes,
    List<Located<String>> volumesFrom,
    List<Located<String>> links,
    Map<String, String> environment,
    Map<String, Located<String>> labels,
    Map<String, Located<String>> options,
    Span at) {
  public Service {
    command = List.copyOf(command);
    ports = List.copyOf(ports);
    volumes = List.copyOf(volumes);
    volumesFrom = List.copyOf(volumesFrom);
    links = List.copyOf(links);
  }

  /** A label's value. */
  public Optional<String> label(String key) {
    return Optional.ofNullable(labels.get(key)).map(Located::value);
  }

  /** Whether system-docker runs it; else user docker does. */
  public boolean system() {
    return label("io.rancher.os.scope").filter("system"::equals).isPresent();
  }

  /** What it is started after, as written in {@code io.rancher.os.after}. */
  public List<String> after() {
    return commaList("io.rancher.os.after");
  }

  /** What it is started before, as written in {@code io.rancher.os.before}. */
  public List<String> before() {
    return commaList("io.rancher.os.before");
  }

  private List<String> commaList(String key) {
    return label(key).stream()
        .flatMap(v -> List.of(v.split(",", -1)).stream())
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .toList();
  }
}
