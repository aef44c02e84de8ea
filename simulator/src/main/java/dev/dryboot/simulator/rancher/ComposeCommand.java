package dev.dryboot.simulator.rancher;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.rancher.config.Service;
import java.util.ArrayList;
import java.util.List;

/** A service of Compose's first version as the docker command that makes its container. */
final class ComposeCommand {
  private ComposeCommand() {}

  /**
   * The command.
   *
   * @param verb {@code create}, or {@code run} with {@code -d}
   */
  static List<String> of(Service service, List<String> verb) {
    List<String> words = new ArrayList<>(List.of("docker"));
    words.addAll(verb);
    words.add("--name");
    words.add(service.name().value());
    service
        .restart()
        .map(Located::value)
        .filter(r -> !r.isEmpty() && !r.equals("false"))
        .ifPresent(r -> words.addAll(List.of("--restart", r)));
    service.net().ifPresent(n -> words.addAll(List.of("--net", n.value())));
    if (service.privileged()) {
      words.add("--privileged");
    }
    service.ports().forEach(p -> words.addAll(List.of("-p", p.value())));
    service.volumes().forEach(v -> words.addAll(List.of("-v", v.value())));
    service.environment().forEach((k, v) -> words.addAll(List.of("-e", k + "=" + v)));
    List.of("entrypoint", "user", "hostname")
        .forEach(
            key -> {
              Located<String> value = service.options().get(key);
              if (value != null) {
                words.addAll(List.of("--" + key, value.value()));
              }
            });
    words.add(service.image().map(Located::value).orElse("rancher/os-base"));
    words.addAll(service.command());
    return words;
  }
}
