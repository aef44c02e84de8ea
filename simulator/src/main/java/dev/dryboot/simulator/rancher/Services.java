package dev.dryboot.simulator.rancher;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.rancher.config.RancherConfig;
import dev.dryboot.simulator.rancher.config.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The services of a boot: the system's own, with what the user says of them and adds to them. */
final class Services {
  private Services() {}

  /** Both, the system's first; what the user says of one of these is put over it. */
  static List<Service> of(List<Service> stock, Optional<RancherConfig> config) {
    Map<String, Service> all = new LinkedHashMap<>();
    stock.forEach(s -> all.put(s.name().value(), s));
    config.ifPresent(
        c ->
            c.services()
                .forEach(s -> all.merge(s.name().value(), s, (own, theirs) -> over(own, theirs))));
    config.ifPresent(c -> chosen(all, c));
    return List.copyOf(all.values());
  }

  /** Another engine or console is another image. */
  private static void chosen(Map<String, Service> all, RancherConfig config) {
    Optional.ofNullable(config.engines().get("docker"))
        .map(e -> e.options().get("engine"))
        .ifPresent(
            engine ->
                all.computeIfPresent(
                    "docker",
                    (name, s) ->
                        withImage(
                            s,
                            engine.map(
                                e -> "rancher/os-docker:" + e.replaceFirst("^docker-", "")))));
    config
        .console()
        .filter(c -> !c.value().equals("default"))
        .ifPresent(
            console ->
                all.computeIfPresent(
                    "console",
                    (name, s) ->
                        withImage(s, console.map(c -> "rancher/os-" + c + "console:v1.5.8"))));
  }

  private static Service over(Service own, Service theirs) {
    return new Service(
        theirs.name(),
        theirs.image().or(own::image),
        theirs.command().isEmpty() ? own.command() : theirs.command(),
        theirs.restart().or(own::restart),
        theirs.net().or(own::net),
        own.privileged() || theirs.privileged(),
        both(own.ports(), theirs.ports()),
        both(own.volumes(), theirs.volumes()),
        both(own.volumesFrom(), theirs.volumesFrom()),
        both(own.links(), theirs.links()),
        merged(own.environment(), theirs.environment()),
        merged(own.labels(), theirs.labels()),
        merged(own.options(), theirs.options()),
        theirs.at());
  }

  private static <T> List<T> both(List<T> own, List<T> theirs) {
    List<T> all = new ArrayList<>(own);
    all.addAll(theirs);
    return all;
  }

  private static <T> Map<String, T> merged(Map<String, T> own, Map<String, T> theirs) {
    Map<String, T> all = new LinkedHashMap<>(own);
    all.putAll(theirs);
    return all;
  }

  private static Service withImage(Service s, Located<String> image) {
    return new Service(
        s.name(),
        Optional.of(image),
        s.command(),
        s.restart(),
        s.net(),
        s.privileged(),
        s.ports(),
        s.volumes(),
        s.volumesFrom(),
        s.links(),
        s.environment(),
        s.labels(),
        s.options(),
        s.at());
  }
}
