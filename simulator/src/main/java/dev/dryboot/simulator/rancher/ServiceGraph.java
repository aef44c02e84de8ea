package dev.dryboot.simulator.rancher;

import dev.dryboot.simulator.config.Located;
import dev.dryboot.simulator.rancher.config.Service;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which service waits for the start of which others (rancher/os, pkg/docker/service.go and
 * service_factory.go; libcompose, project.go).
 */
final class ServiceGraph {
  private static final Map<String, String> ALIASES = Map.of("cloud-init", "cloud-init-execute");

  /**
   * A service has to wait.
   *
   * @param optional whether it may be ignored to break a cycle: what comes from labels may
   * @param written where it was written; empty for what is implied
   */
  record Dependency(String on, boolean optional, Optional<Span> written) {}

  /** What cannot be started, and what has to be ignored to start the rest. */
  record Walk(Map<String, Set<String>> waits, Optional<String> failure) {}

  private final Map<String, List<Dependency>> dependencies = new LinkedHashMap<>();

  /**
   * @param missing whether the image of a system service has yet to be fetched
   */
  ServiceGraph(List<Service> services, Predicate<Service> missing) {
    services.forEach(s -> dependencies.put(s.name().value(), new ArrayList<>()));
    for (Service service : services) {
      written(service);
      implied(service, missing);
    }
  }

  /** All of a service, those on services that are not there included. */
  List<Dependency> of(String service) {
    return dependencies.getOrDefault(service, List.of());
  }

  static String canonical(String name) {
    return ALIASES.getOrDefault(name, name);
  }

  private void written(Service service) {
    String name = service.name().value();
    service.links().forEach(l -> need(name, l.value().split(":", 2)[0], l));
    service.volumesFrom().forEach(v -> need(name, v.value().split(":", 2)[0], v));
    service
        .net()
        .filter(n -> n.value().startsWith("container:"))
        .ifPresent(n -> need(name, n.value().substring("container:".length()), n));
    service.after().forEach(on -> order(name, on, service, "io.rancher.os.after"));
    service.before().forEach(by -> order(by, name, service, "io.rancher.os.before"));
  }

  private void need(String name, String on, Located<String> at) {
    dependencies
        .computeIfAbsent(name, n -> new ArrayList<>())
        .add(new Dependency(on, false, Optional.of(at.at())));
  }

  private void order(String later, String earlier, Service service, String label) {
    Optional<Span> at = Optional.ofNullable(service.labels().get(label)).map(Located::at);
    dependencies
        .computeIfAbsent(canonical(later), n -> new ArrayList<>())
        .add(new Dependency(canonical(earlier), true, at));
  }

  private void implied(Service service, Predicate<Service> missing) {
    String name = service.name().value();
    if (service.options().containsKey("log_driver")
        && service.options().get("log_driver").value().equals("syslog")) {
      imply(name, "syslog");
    }
    if (!service.system()) {
      imply(name, "docker");
    } else if (missing.test(service)) {
      imply(name, "network");
    }
  }

  private void imply(String name, String on) {
    if (dependencies.containsKey(on) && !name.equals(on)) {
      dependencies
          .computeIfAbsent(name, n -> new ArrayList<>())
          .add(new Dependency(on, false, Optional.empty()));
    }
  }

  /**
   * Goes through the services in {@code order}, each after those it depends on. Meeting one that is
   * being gone through already, it leaves a label's order out; anything else ends the start.
   */
  Walk walk(List<String> order) {
    Map<String, Set<String>> waits = new LinkedHashMap<>();
    for (String name : order) {
      Optional<String> failure = visit(name, new ArrayList<>(), waits);
      if (failure.isPresent()) {
        return new Walk(waits, failure);
      }
    }
    return new Walk(waits, Optional.empty());
  }

  private Optional<String> visit(String name, List<String> above, Map<String, Set<String>> waits) {
    if (waits.containsKey(name)) {
      return Optional.empty();
    }
    Set<String> mine = new LinkedHashSet<>();
    waits.put(name, mine);
    List<String> history = new ArrayList<>(above);
    history.add(name);
    for (Dependency dependency : of(name)) {
      if (!dependencies.containsKey(dependency.on()) || mine.contains(dependency.on())) {
        continue;
      }
      if (history.contains(dependency.on())) {
        if (!dependency.optional()) {
          return Optional.of(
              "Cycle detected in path " + String.join("->", history) + "->" + dependency.on());
        }
        continue;
      }
      Optional<String> failure = visit(dependency.on(), history, waits);
      if (failure.isPresent()) {
        return failure;
      }
      mine.add(dependency.on());
    }
    return Optional.empty();
  }
}
